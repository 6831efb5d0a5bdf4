import type { Block } from '../model/document.ts';
import type { PacketBuilder } from './builder-view.ts';
import type {
  ChapterCard,
  Door,
  Download,
  EvidenceView,
  ExampleView,
  Fact,
  FilledExample,
  FilterChoice,
  Frame,
  HelplinesView,
  PacketCard,
  PageLink,
  Pager,
  PartLink,
  PrintSet,
  ProgressView,
  SafetyNote,
  SheetCard,
  SheetFormView,
  SourceView,
  SpecimenFiles,
  StageView,
} from './view.ts';

/** The first page of a language. */
export type HomeView = Frame & {
  lead?: string;
  blocks: Block[];
  safety?: SafetyNote;
  doors: Door[];
  stages: StageView[];
  /** Pages that list sheets to print, with how many. */
  sets: Door[];
};

/** The list of chapters. */
export type GuideView = Frame & { chapters: ChapterCard[] };

/** The list of sheets; without stages they stand in one list. */
export type SheetListView = Frame & {
  stages: StageView[];
  unstaged: SheetCard[];
  sets: Door[];
  filter: { choices: FilterChoice[]; total: number };
};

/** A chapter. */
export type ArticleView = Frame & {
  numberLabel: string;
  summary: string;
  blocks: Block[];
  contents: PartLink[];
  sheets: SheetCard[];
  sources: SourceView[];
  readingGrade?: string;
  topics: string[];
  review: string;
  pager: Pager;
};

/** A page of prose. */
export type ProseView = Frame & {
  summary?: string;
  blocks: Block[];
  contents: PartLink[];
  printSet?: PrintSet;
  form?: SheetFormView & { title: string };
  progress?: ProgressView;
  helplines?: HelplinesView;
};

/** The notes for counselors, one a sheet, after the author's own words. */
export type CompanionListView = Frame & {
  summary?: string;
  /** What is bound for counselors. */
  packets: PacketCard[];
  /** The way to a packet of one's own. */
  builder?: PageLink;
  blocks: Block[];
  contents: PartLink[];
  stages: StageView[];
  unstaged: SheetCard[];
};

/** The notes on one sheet. */
export type CompanionView = Frame & {
  kicker: string;
  lead: string;
  sheet: PageLink;
  facts: Fact[];
  blocks: Block[];
  contents: PartLink[];
  followUp: PageLink[];
  evidence: EvidenceView;
  readingGrade?: string;
  review: string;
  pager: Pager;
};

/** What the page of a sheet adds to the frame. */
export type WorksheetView = Frame & {
  /** "Stage 4 · Talk · Sheet 16". */
  kicker: string;
  purpose: string;
  facts: Fact[];
  caution: string;
  stopLine?: string;
  safetyLink?: PageLink;
  download?: Download;
  form: SheetFormView;
  example?: FilledExample;
  /** Sheets that come before. */
  requires: PageLink[];
  /** Sheets that this one has to come before. */
  leadsTo: PageLink[];
  /** Chapters that lead to this sheet. */
  chapters: PageLink[];
  /** Packets that it is bound in. */
  packets: PageLink[];
  evidence: EvidenceView;
  companion?: PageLink;
  readingGrade?: string;
  topics: string[];
  review: string;
  pager: Pager;
};

/** Packets, each with its file. */
export type PacketListView = Frame & { cards: PacketCard[]; builder?: PageLink };

/** Where readers bind sheets of their own choice. */
export type PacketBuilderView = Frame & { builder: PacketBuilder };

/** A packet: one file, and the sheets in it one by one. */
export type PacketView = Frame & {
  summary: string;
  for?: string;
  download?: Download;
  blocks: Block[];
  contents: PartLink[];
  printSet?: PrintSet;
  safetyLink?: PageLink;
  readingGrade?: string;
  review: string;
};

/** The search, and the lists for those who cannot use it. */
export type SearchView = Frame & { bundle: string; root: string; lists: PageLink[] };

/** Every kind of field, for those who write. */
export type ReferenceView = Frame & {
  lead: string;
  specimen: SpecimenFiles;
  contents: PartLink[];
  examples: ExampleView[];
};

/** What stands where a page is not: at a wrong address, or in a copy without a connection. */
export type MissingView = Frame & { lead: string };

/** Everything the templates read, one list a template. */
export type SiteData = {
  homes: HomeView[];
  guides: GuideView[];
  sheetLists: SheetListView[];
  articles: ArticleView[];
  worksheets: WorksheetView[];
  companionLists: CompanionListView[];
  companions: CompanionView[];
  packetLists: PacketListView[];
  packets: PacketView[];
  packetBuilders: PacketBuilderView[];
  pages: ProseView[];
  searches: SearchView[];
  references: ReferenceView[];
  missing: MissingView[];
};
