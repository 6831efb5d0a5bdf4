import type { Block } from '../model/document.ts';
import type { Strings } from '../model/library.ts';

/** An address as a page writes it, path prefix and all, with the words that lead to it. */
export type PageLink = {
  label: string;
  href: string;
  /** For `aria-current`: this very page, or one that stands below it. */
  current?: 'page' | 'true';
};

/** A way to the same page in another language. */
export type LanguageLink = PageLink & { lang: string };

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
  siteName: string;
  home: PageLink;
  nav: PageLink[];
  /** The pages of prose, at the foot. */
  pages: PageLink[];
  /** The way from the home page to here, without the page itself. */
  trail: PageLink[];
  /** Empty when the site has one language. */
  languages: LanguageLink[];
  exitUrl?: string;
  licenceLine?: string;
  editionLine?: string;
};

/** A source as a page lists it. */
export type SourceView = { short: string; full: string; url?: string };

/** A sheet in a list. */
export type SheetCard = {
  href: string;
  title: string;
  /** "Sheet 16". */
  numberLabel: string;
  purpose: string;
  /** Who and how long, as one line. */
  detail: string;
};

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
export type Door = PageLink & { countLabel: string; summary: string; isMain: boolean };

/** The safety note and the page that says more. */
export type SafetyNote = { text: string; link?: PageLink };

/** The pages before and after this one in the order of their numbers. */
export type Pager = { previous?: PageLink; next?: PageLink };

/** One PDF to take away. */
export type FileLink = { href: string; label: string; size: string };

/** The picture of page one with the files to choose from. */
export type Download = {
  picture: { href: string; widthPx: number; heightPx: number };
  main: FileLink;
  others: FileLink[];
};

/** The first page of a language. */
export type HomeView = Frame & {
  lead?: string;
  blocks: Block[];
  safety?: SafetyNote;
  doors: Door[];
  stages: StageView[];
};

/** The list of chapters. */
export type GuideView = Frame & { chapters: ChapterCard[] };

/** The list of sheets; without stages they stand in one list. */
export type SheetListView = Frame & { stages: StageView[]; unstaged: SheetCard[] };

/** A chapter. */
export type ArticleView = Frame & {
  numberLabel: string;
  summary: string;
  blocks: Block[];
  contents: { label: string; id: string }[];
  sheets: SheetCard[];
  sources: SourceView[];
  topics: string[];
  review: string;
  pager: Pager;
};

/** A page of prose. */
export type ProseView = Frame & { summary?: string; blocks: Block[] };

/** What the page of a sheet adds to the frame. */
export type WorksheetView = Frame & {
  /** "Stage 4 · Talk · Sheet 16". */
  kicker: string;
  purpose: string;
  facts: { label: string; value: string }[];
  caution: string;
  stopLine?: string;
  safetyLink?: PageLink;
  copies?: string;
  download?: Download;
  blocks: Block[];
  hasFields: boolean;
  /** Sheets that come before. */
  requires: PageLink[];
  /** Chapters that lead to this sheet. */
  chapters: PageLink[];
  evidence: { line: string; meaning?: string; note?: string; sources: SourceView[] };
  topics: string[];
  review: string;
  pager: Pager;
};

/** Everything the templates read, one list a template. */
export type SiteData = {
  homes: HomeView[];
  guides: GuideView[];
  sheetLists: SheetListView[];
  articles: ArticleView[];
  worksheets: WorksheetView[];
  pages: ProseView[];
  notFound: Frame[];
};
