import type { BuilderData } from '../model/builder-data.ts';
import type { PageLink } from './view.ts';

/** Sheets to choose from, under the stage that they belong to. */
export type BuilderGroup = {
  id: string;
  label: string;
  sheets: { stem: string; title: string; detail: string }[];
};

/** What a packet is chosen from, and what the script and the pages it draws have to say. */
export type PacketBuilder = BuilderData & {
  groups: BuilderGroup[];
  papers: { value: string; label: string }[];
  /** The prints that all sheets have; a choice between one is none. */
  editions: { value: string; label: string }[];
  /** Where ready packets are offered, or the sheets one by one. */
  ready: PageLink;
};
