import type { PageLink } from './view.ts';

/** A sheet that can be chosen for a packet; the page's script reads all of it. */
export type BuilderSheet = {
  /** What its files and its fields are named after: "16"; a private sheet has a letter. */
  stem: string;
  title: string;
  numberLabel: string;
  href: string;
  /** Who, and how long. */
  details: string[];
  /** A private sheet is never bound. */
  isPrivate: boolean;
  /** Whether there are fields in its files, and with them the font to type in. */
  hasFields: boolean;
  /** One for each who fills it in. */
  copies: number;
  /** Stems of the sheets that come before. */
  requires: string[];
  files: { href: string; paper: string; edition: string; pages: number }[];
};

/** Sheets to choose from, under the stage that they belong to. */
export type BuilderGroup = {
  id: string;
  label: string;
  sheets: { stem: string; title: string; detail: string }[];
};

/** What a packet is chosen from, and what the script and the pages it draws have to say. */
export type PacketBuilder = {
  groups: BuilderGroup[];
  papers: { value: string; label: string }[];
  /** The prints that all sheets have; a choice between one is none. */
  editions: { value: string; label: string }[];
  sheets: BuilderSheet[];
  /** Words that the script fills in. */
  words: Record<string, string>;
  lang: string;
  /** Where ready packets are offered, or the sheets one by one. */
  ready: PageLink;
};
