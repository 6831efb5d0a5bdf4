import type { Example } from './example.ts';
import type { Field, ProsePart } from './field.ts';
import type { Position } from './problem.ts';

/**
 * One block of a text, in the order it is read. Links inside `html` are written
 * `href="slug:<slug>#<fragment>"` until a page or a sheet resolves them.
 */
export type Block = Position &
  (
    | { kind: 'heading'; level: 2 | 3 | 4; id: string; text: string; html: string }
    | { kind: 'prose'; parts: ProsePart[] }
    | { kind: 'field'; field: Field }
  );

/** A link from a text to another document of the library. */
export type SlugLink = Position & { slug: string; fragment?: string };

/** Who looked at a text, as what, and when (ISO date). */
export type Review = { by: string; role: string; date: string };

/** What every document has. */
type DocumentBase = {
  /** Path of the source as the author would type it. */
  file: string;
  /** File name without ending; the same in every language. */
  slug: string;
  /** BCP 47 tag; the folder the source stands in. */
  lang: string;
  /** The one h1. */
  title: string;
  /** The text in blocks. */
  blocks: Block[];
  /** Links to other documents, to be checked by the library. */
  links: SlugLink[];
  /** Where each front-matter key stands, by JSON pointer ("/title"). */
  positions: Record<string, Position>;
  /** Kept out of every build when true. */
  draft: boolean;
};

/** How well the idea behind a sheet is supported. */
export type Evidence = { strength: string; note?: string; sources: string[] };

/** A sheet to print or to type in. */
export type Worksheet = DocumentBase & {
  kind: 'worksheet';
  /** Place in the whole order, and on the sheet. */
  number: number;
  /** Id of a stage of the vocabulary, when the folder has stages. */
  stage?: string;
  /** Id of who fills it in. */
  who: string;
  /** Minutes it takes. */
  minutes: number;
  /** Page budget of each edition. */
  pages: { standard: number; large: number; short?: number };
  /** Whether it is filled in by pen only, and says nothing of where it comes from. */
  private: boolean;
  /** Whether a line for name and date stands at the head. */
  nameLine: boolean;
  /** One line: what it is for. */
  purpose: string;
  /** What to have at hand. */
  needs?: string;
  /** At most three short steps. */
  steps: string[];
  /** Who had better not use it now. */
  caution: string;
  /** Whether the language's stop line stands at the head. */
  stopLine: boolean;
  /** How often it is meant to be used again. */
  repeats?: string;
  /** Slugs of sheets that come before. */
  requires: string[];
  topics: string[];
  paths: string[];
  evidence: Evidence;
  /** How made-up people filled it in. */
  example?: Example;
  review?: Review;
  /** Every field, in reading order. */
  fields: Field[];
  /** Whether it is one of the program's own sheets, which stand on no list. */
  specimen?: true;
  /** Where each character beyond ASCII first stands in the source. */
  characters: Record<string, Position>;
};

/** A chapter of the guide. */
export type Article = DocumentBase & {
  kind: 'article';
  number: number;
  summary: string;
  topics: string[];
  sources: string[];
  /** Slugs of the sheets it leads to. */
  sheets: string[];
  review?: Review;
};

/** A way into the site from its home page. */
export type DoorLink = {
  label: string;
  /** One sentence on where it leads. */
  text?: string;
  /** Slug of the text behind it. */
  to: string;
};

/** A page of the site's own prose: home, safety, about. */
export type Page = DocumentBase & {
  kind: 'page';
  summary?: string;
  /** Its words in the main navigation, when it has a place there. */
  nav?: string;
  /** Slugs of sheets that are listed with their files. */
  sheets: string[];
  /** Slug of the sheet whose questions stand on the page. */
  form?: string;
  /** A sheet that is filled in several times, of which the page compares the numbers. */
  progress?: { sheet: string; rounds: string[] };
  /** Whether the folder's helplines follow the text. */
  helplines: boolean;
  /** The ways in; on the home page only. */
  doors: DoorLink[];
};

/** What a counselor reads beside a sheet; it has the slug of that sheet. */
export type Companion = DocumentBase & {
  kind: 'companion';
  /** Slugs of sheets that follow well. */
  followUp: string[];
};

/** What a packet binds: the sheets, or the notes on them for counselors. */
export type Bound = 'sheets' | 'companions';

/** Sheets, or the notes on them, bound in one file with a cover and contents. */
export type Packet = DocumentBase & {
  kind: 'packet';
  /** Place in the list of packets, and in the names of its files. */
  number: number;
  /** One or two sentences: what it is. */
  summary: string;
  /** Whom it is for, in one line. */
  for?: string;
  /** Slugs of the sheets in the order in which they are bound; one may come again. */
  sheets: string[];
  binds: Bound;
  /** As many copies of a sheet as those who fill it in need, or one of each: a book for one person. */
  copies: 'who' | 'one';
  /** Whether it stands on the counselors' page and not on the list for everyone. */
  counselors: boolean;
  /** Whether a page opens each stage. */
  openers: boolean;
  /** Whether the full list of sources closes it. */
  sources: boolean;
  /** Keys of sources that its own text names, listed with those of its sheets. */
  cites: string[];
  /** Id of the heading that begins what stands behind the sheets; the text above it comes first. */
  closing?: string;
  review?: Review;
  /** Every field of its own text, in reading order. */
  fields: Field[];
  /** Where each character beyond ASCII first stands in the source. */
  characters: Record<string, Position>;
};

/** Anything that is written as a text. */
export type Document = Worksheet | Article | Page | Companion | Packet;
