import type { Block } from '../model/document.ts';
import type { Strings } from '../model/library.ts';
import type { Preview } from '../model/share.ts';

/** An address as a page writes it, path prefix and all, with the words that lead to it. */
export type PageLink = {
  label: string;
  href: string;
  /** For `aria-current`: this very page, or one that stands below it. */
  current?: 'page' | 'true';
};

/** A way to the same page in another language. */
export type LanguageLink = PageLink & { lang: string };

/** The scripts that only some pages use, each named as its file; every page has the one for leaving. */
export const SCRIPT_NAMES = [
  'paper',
  'filter',
  'search',
  'progress',
  'fill-in',
  'packet-builder',
  'offline',
] as const;

/** One of the scripts that only some pages use. */
export type ScriptName = (typeof SCRIPT_NAMES)[number];

/** What every page has: its words, its place, and the ways out of it. */
export type Frame = {
  /** File inside the output folder: "guide/index.html". */
  file: string;
  lang: string;
  direction: 'ltr' | 'rtl';
  /** The strings of the language. */
  t: Strings;
  /** The one h1. */
  title: string;
  /** Unique in the whole site; for the window and the search engine. */
  documentTitle: string;
  description?: string;
  /** Whether search engines are to leave it out. */
  isUnlisted: boolean;
  /** Whether it says no more of itself than it must, and is in no copy. */
  isPrivate: boolean;
  /** The one full address of the page; none where it is unlisted or the site has no address. */
  canonical?: string;
  /** What others see of a link to it; none of a page that nobody should be led to. */
  preview?: Preview;
  /** What it is, for search engines: JSON that stands safely inside HTML. */
  structured?: string;
  /** How to report a mistake on it. */
  report?: PageLink;
  /** The Content-Security-Policy. */
  policy: string;
  scripts: ScriptName[];
  siteName: string;
  /** The address of the whole site, path prefix and all. */
  root: string;
  home: PageLink;
  nav: PageLink[];
  /** The pages of prose, at the foot. */
  pages: PageLink[];
  /** The way from the home page to here, without the page itself. */
  trail: PageLink[];
  /** Empty when the site has one language. */
  languages: LanguageLink[];
  exitUrl?: string;
  /** Whether the way out stands large on top, as it does where safety is the matter. */
  isSafety: boolean;
  licenceLine?: string;
  editionLine?: string;
};

/** A source as a page lists it. */
export type SourceView = { short: string; full: string; url?: string };

/** A sheet in a list. */
export type SheetCard = {
  href: string;
  title: string;
  /** "Sheet 16"; a private sheet has no number. */
  numberLabel: string;
  purpose: string;
  /** Who and how long, as one line. */
  detail: string;
  /** What the filter asks for. */
  stage: string;
  who: string;
  minutes: number;
  topics: string[];
};

/** One choice of the filter: its name in the address, and its words. */
export type FilterChoice = { name: string; label: string; options: FilterOption[] };

/** A value of a choice, and its words. */
export type FilterOption = { value: string; label: string };

/** A stage with what it holds; without an address when it holds nothing yet. */
export type StageView = {
  id: string;
  number: number;
  numberLabel: string;
  label: string;
  summary?: string;
  href?: string;
  countLabel?: string;
  sheets: SheetCard[];
};

/** A chapter in a list. */
export type ChapterCard = { href: string; title: string; number: number; summary: string };

/** A door of the home page. */
export type Door = PageLink & { text?: string; countLabel?: string };

/** The safety note and the page that says more. */
export type SafetyNote = { text: string; link?: PageLink };

/** The pages before and after this one in the order of their numbers. */
export type Pager = { previous?: PageLink; next?: PageLink };

/** One PDF to take away: on which paper, in words of its own, and how large. */
export type FileLink = {
  href: string;
  paper: string;
  paperLabel: string;
  name: string;
  size: string;
};

/** One print of a sheet, on every paper. */
export type PrintLinks = { label: string; pages: string; files: FileLink[] };

/** The picture of page one with the files to choose from. */
export type Download = {
  /** Where it is not said that it is a sheet. */
  title?: string;
  picture: { href: string; widthPx: number; heightPx: number };
  /** The standard print, on the papers that the one button can mean. */
  main: { label: string; files: FileLink[] };
  prints: PrintLinks[];
  copies?: string;
  note: string;
};

/** A sheet to print, on a page that lists some. */
export type PrintCard = SheetCard & {
  copies?: string;
  /** Whom a private sheet is for, and where not to print it. */
  caution?: string;
  pages?: string;
  files: FileLink[];
};

/** Sheets to print together, and what that comes to. */
export type PrintSet = { cards: PrintCard[]; size?: string; copies?: string; all?: string };

/** One number that is compared, and its ends. */
export type ProgressRow = { id: string; label: string; from: number; to: number };

/** The numbers of a sheet from several times. */
export type ProgressView = { sheet: PageLink; rounds: string[]; rows: ProgressRow[] };

/** A packet in a list. */
export type PacketCard = {
  href: string;
  title: string;
  summary: string;
  for?: string;
  countLabel: string;
  pages?: string;
  files: FileLink[];
};

/** One line to call, and what was done to make sure of it. */
export type HelplineView = {
  name: string;
  note?: string;
  url: string;
  host: string;
  phone?: { label: string; href: string };
  /** Said only where it is not what is said of all. */
  date?: string;
};

/** Lines for one need, by country. */
export type HelplineGroup = {
  id: string;
  label: string;
  lead?: string;
  places: { label: string; lines: HelplineView[] }[];
};

/** All lines, with what holds for each of them. */
export type HelplinesView = { note?: string; groups: HelplineGroup[] };

/** The questions of a sheet, as they stand on a page. */
export type SheetFormView = {
  blocks: Block[];
  hasFields: boolean;
  private: boolean;
  /** The blank PDFs that answers can be put into; none for a private sheet. */
  prints: { href: string; paper: string; label: string }[];
};

/** A sheet as made-up people filled it in: who they are, and what they wrote. */
export type FilledExample = { about: string; blocks: Block[] };

/** The program's own sheets: a picture of each, and its files. */
export type SpecimenFiles = {
  id: string;
  title: string;
  sheets: {
    title: string;
    purpose: string;
    picture: Download['picture'];
    prints: PrintLinks[];
  }[];
};

/** One field for authors: as it is written, and as it stands on a page. */
export type ExampleView = {
  id: string;
  kind: string;
  title: string;
  markdown: string;
  blocks: Block[];
  /** The language it is written in. */
  lang: string;
};

/** A fact of a sheet: "Time", "20 minutes". */
export type Fact = { label: string; value: string };

/** A part of a text, for the list of its parts. */
export type PartLink = { label: string; id: string };

/** How well the idea behind a sheet is supported. */
export type EvidenceView = {
  line: string;
  meaning?: string;
  note?: string;
  sources: SourceView[];
};
