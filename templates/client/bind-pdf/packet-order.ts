import type { Paper } from '../../../scripts/model/edition.ts';

/** A finished sheet that is to be bound, and what the contents say of it. */
export type OrderedSheet = {
  /** What its fields are named after: "16". */
  stem: string;
  title: string;
  /** "Sheet 16". */
  number: string;
  /** Who, how long, how many copies. */
  details: readonly string[];
  copies: number;
  /** The file as the site offers it, on the paper and in the print that is asked for. */
  bytes: Uint8Array;
};

/** A sheet that is never bound; the contents hold a line that does not name it. */
export type SheetApart = { apart: true };

/** The words of the site that stand on the pages before the sheets and at the head of all. */
export type PacketWords = {
  siteName: string;
  /** What the packet holds, in a few words: "5 sheets". */
  summary: string;
  stop: string;
  licence: string;
  contents: string;
  apart: string;
  blank: string;
  /** "Copy {copy} of {copies}". */
  copy: string;
  /** "Packet page {page} of {pages}". */
  page: string;
};

/** All that a packet is bound from. */
export type PacketOrder = {
  title: string;
  /** BCP 47 tag. */
  lang: string;
  /** The name of a practice, for the cover and the head of each page. */
  practice: string;
  paper: Paper;
  isLarge: boolean;
  /** Whether paper is printed on both sides: then each copy begins a leaf. */
  isTwoSided: boolean;
  words: PacketWords;
  items: readonly (OrderedSheet | SheetApart)[];
  /** Any file with the font that answers are typed in, for when no chosen sheet has it. */
  fontFile?: Uint8Array;
};

/** Whether an item is a sheet with a file. */
export function isSheet(item: OrderedSheet | SheetApart): item is OrderedSheet {
  return !('apart' in item);
}

/** A file that is not shaped as this site makes them: it cannot be bound without a loss. */
export class BindError extends Error {
  override name = 'BindError';
}
