import type { Article, Block, Companion, Document, Packet, Page, Worksheet } from './document.ts';
import type { FieldKind } from './field.ts';
import type { Position } from './problem.ts';

/** What the whole site shares; from `site.yml`. */
export type Site = {
  name: string;
  /** Origin without a slash at the end; a site without one has no address that paper could name. */
  url?: string;
  /** Path the site lives under, with a slash at both ends. */
  pathPrefix: string;
  /** Language at the root of the site; the others live under /<lang>/. */
  language: string;
  licence?: string;
  /** Date of the edition, ISO; printed on sheets and written into PDFs. */
  edition?: string;
  /** Where "leave this site" goes; no such link without it. */
  exitUrl?: string;
  /** What is seen of the site where somebody shares a link to one of its pages. */
  preview?: { title?: string; text?: string };
  /** Where mistakes can be reported; an address for mail. */
  contact?: string;
  /** Whether the program's own sheets are printed and shown too, for those who write. */
  reference?: boolean;
};

/** A stage of the programme. */
export type Stage = {
  id: string;
  number: number;
  label: string;
  summary?: string;
  /** What a bound book says where the stage begins. */
  opening?: string;
};

/** A word with a label. */
export type Term = { id: string; label: string };

/** The words of a content folder: what front matter may choose from. */
export type Vocabulary = {
  stages: Stage[];
  who: (Term & { copies: number })[];
  topics: Term[];
  paths: Term[];
  strengths: (Term & { meaning?: string })[];
  partners: { a: string; b: string };
};

/** A source as cited (short) and as listed (full). */
export type Source = { short: string; full: string; doi?: string; url?: string };

/** Every word the program itself says, by key; `{name}` is filled in. */
export type Strings = Record<string, string>;

/** Where someone can be reached in need, and what was done to make sure of it. */
export type Helpline = {
  /** Id of its group. */
  group: string;
  /** The country or region it is for. */
  place: string;
  name: string;
  phone?: string;
  note?: string;
  /** The organisation's own page. */
  url: string;
  /** The day the entry was gathered, ISO. */
  gathered: string;
  /** The day somebody rang and was answered, ISO. */
  called?: string;
};

/** `helplines.yml`: groups in the order shown, and the lines in them. */
export type Helplines = {
  groups: (Term & { lead?: string })[];
  lines: Helpline[];
  /** Where the file and each line of it stands, for what a release demands. */
  file: string;
  positions: Record<string, Position>;
};

/** Everything of one language. */
export type LanguageShelf = {
  lang: string;
  strings: Strings;
  /** In the order of their numbers. */
  articles: Article[];
  /** In the order of their numbers. */
  worksheets: Worksheet[];
  pages: Page[];
  /** In the order of their sheets. */
  companions: Companion[];
  /** In the order of their numbers. */
  packets: Packet[];
};

/** A content folder, read and found whole. */
export type Library = {
  site: Site;
  vocabulary: Vocabulary;
  sources: Record<string, Source>;
  helplines: Helplines;
  /** The site's own language first, then the others by tag. */
  languages: LanguageShelf[];
  /** The program's own sheets, where the site asks for them. */
  specimen?: Specimen;
};

/** A field of the specimen: as it is written, and the block that it becomes. */
export type SpecimenExample = { kind: FieldKind; markdown: string; block: Block };

/** Sheets that show every kind of field; they have a vocabulary and sources of their own. */
export type Specimen = { library: Library; examples: SpecimenExample[] };

/** The page of the specimen, in the site's own language. */
export const REFERENCE_PATH = '/reference/';

/** Where the pages of a language start, with a slash at both ends: "/" or "/es/". */
export function languageRoot(site: Pick<Site, 'language'>, lang: string): string {
  return lang === site.language ? '/' : `/${lang}/`;
}

/** Address of a document inside the site, before the path prefix: "/worksheets/say-it-gently/". */
export function documentPath(site: Pick<Site, 'language'>, document: Document): string {
  const root = languageRoot(site, document.lang);
  switch (document.kind) {
    case 'worksheet':
      return document.specimen ? REFERENCE_PATH : `${root}worksheets/${document.slug}/`;
    case 'article':
      return `${root}guide/${document.slug}/`;
    case 'companion':
      return `${root}counselors/${document.slug}/`;
    case 'packet':
      return `${root}packets/${document.slug}/`;
    case 'page':
      return document.slug === 'home' ? root : `${root}${document.slug}/`;
  }
}

/**
 * What the files of a sheet are called before paper and edition: "sheet-16". A private sheet has no
 * number anywhere; its letter counts the private sheets of the language: "sheet-a".
 */
export function fileStem(
  { worksheets }: Pick<LanguageShelf, 'worksheets'>,
  worksheet: Worksheet,
): string {
  if (!worksheet.private) return `sheet-${worksheet.number}`;
  const before = worksheets.filter((one) => one.private && one.number < worksheet.number).length;
  // 0, 1, … 25, 26 as a, b, … z, ba.
  const letters = before
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `sheet-${letters}`;
}

/** Where the files of a sheet begin, before paper and edition: "pdf/en/sheet-16". */
export function printStem(shelf: LanguageShelf, worksheet: Worksheet): string {
  if (worksheet.specimen) return `pdf/${worksheet.slug}`;
  return `pdf/${shelf.lang}/${fileStem(shelf, worksheet)}`;
}

/** Where the files of a packet begin, before paper and edition: "pdf/en/packet-2". */
export function packetStem(shelf: Pick<LanguageShelf, 'lang'>, packet: { number: number }): string {
  return `pdf/${shelf.lang}/packet-${packet.number}`;
}

/** A path of the site under the path that the site lives at. */
export function addressOf(site: Pick<Site, 'pathPrefix'>, path: string): string {
  return site.pathPrefix.replace(/\/$/, '') + path;
}

/** Where a slug link leads: every text but a companion, which has the slug of its sheet. */
export function findDocument(shelf: LanguageShelf, slug: string): Document | undefined {
  const all: Document[] = [
    ...shelf.worksheets,
    ...shelf.articles,
    ...shelf.pages,
    ...shelf.packets,
  ];
  return all.find((document) => document.slug === slug);
}

/** A day for what has none: the same input must give the same bytes, whenever it is built. */
const UNDATED = '2000-01-01';

/**
 * The date of PDFs, ISO: the edition's, else SOURCE_DATE_EPOCH (seconds), else a fixed day. Throws
 * `RangeError` when SOURCE_DATE_EPOCH is no time.
 */
export function editionDate(
  site: Pick<Site, 'edition'>,
  sourceDateEpoch: string | undefined,
): string {
  if (site.edition) return site.edition;
  if (!sourceDateEpoch) return UNDATED;
  return new Date(Number(sourceDateEpoch) * 1000).toISOString().slice(0, 10);
}
