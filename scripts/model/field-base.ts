import type { Position } from './problem.ts';

/** What every field kind has in common. */
export type FieldBase = Position & {
  /** Unique in the sheet; the stem of every PDF field name of this field. */
  id: string;
  /** The prompt as plain text: page label, screen-reader name and PDF tooltip. */
  label: string;
  /** The prompt as inline HTML, where the label is seen. */
  labelHtml: string;
  /** One sentence of help; belongs to the label everywhere. */
  hint?: string;
  /** Whether it stays on the two-minute version. */
  short?: boolean;
};

/** One entry of a list that a field is made from. */
export type FieldItem = {
  /** Unique in its field; names a PDF field, or a state of one. */
  id: string;
  /** The entry as plain text. */
  label: string;
  /** The entry as inline HTML. */
  html: string;
};
