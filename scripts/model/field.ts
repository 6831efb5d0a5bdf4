import type { CycleField, LadderField, TimelineField } from './diagram.ts';
import type { FieldBase, FieldItem } from './field-base.ts';
import type { TrackerDay } from './weekdays.ts';

export type { FieldItem };

/** Ruled lines to write on. */
export type LinesField = FieldBase & {
  kind: 'lines';
  /** Ruled lines on paper; the height of the text area on the page. */
  rows: number;
  /** Whether it grows on paper by as many lines as its page has room for. */
  stretch?: boolean;
};

/** A row of steps with named ends; one is chosen. */
export type ScaleField = FieldBase & {
  kind: 'scale';
  /** First step, a whole number. */
  from: number;
  /** Last step, greater than `from`. */
  to: number;
  /** What the first step means. */
  low?: string;
  /** What the last step means. */
  high?: string;
};

/** An empty box to draw or write in. */
export type BoxField = FieldBase & {
  kind: 'box';
  /** Height on paper in mm. */
  heightMm: number;
  /** Whether it grows on paper by as many lines as its page has room for. */
  stretch?: boolean;
};

/** One of the answers that every row of a list is given. */
export type Answer = { id: string; label: string };

/** Boxes to tick, or a choice of answers for each row. */
export type ChecklistField = FieldBase & {
  kind: 'checklist';
  /** The rows, in the author's order. */
  items: FieldItem[];
  /** The most that may be ticked, when the author sets a limit. */
  max?: number;
  /** Whether a last row leaves room for an own word. */
  other: boolean;
  /** When given, one of them is chosen in each row, and nothing is ticked. */
  answers?: Answer[];
};

/** Answers of which exactly one is chosen. */
export type ChoiceField = FieldBase & {
  kind: 'choice';
  /** The answers, in the author's order; their ids are the states of the one PDF field. */
  items: FieldItem[];
  /** Whether a last answer leaves room for own words. */
  other: boolean;
};

/** A gap inside a sentence. */
export type BlankField = FieldBase & {
  kind: 'blank';
  /** Width on paper in mm. */
  widthMm: number;
};

/** What a cell has room for: words, a tick or a number. */
export type RoomType = 'text' | 'tick' | 'number';

/** A cell: printed text, a worked example, or room to write. */
export type TableCell =
  | { kind: 'text'; html: string; label: string }
  | { kind: 'example'; html: string; label: string }
  | { kind: 'room'; name: string; label: string; type: RoomType };

/** A table whose empty cells are filled in. */
export type TableField = FieldBase & {
  kind: 'table';
  /** The column heads, as text and as inline HTML. */
  columns: { label: string; html: string }[];
  /** Cells row by row, as many as there are columns. */
  rows: TableCell[][];
};

/** Two columns side by side, one for each of two people. */
export type PairField = FieldBase & {
  kind: 'pair';
  /** Ruled lines in each column, of each row. */
  rows: number;
  /** What the two are called. */
  a: string;
  b: string;
  /** The rows; none when each has one column of lines. */
  items: FieldItem[];
  /** Whether both columns grow on paper by as many lines as their page has room for. */
  stretch?: boolean;
};

/** Boxes to tick for each row on each day, a grid for each week. */
export type TrackerField = FieldBase & {
  kind: 'tracker';
  /** The rows that have words. */
  items: FieldItem[];
  /** How many more rows have a line for own words. */
  own: number;
  /** The columns. */
  days: TrackerDay[];
  /** How many grids there are. */
  weeks: number;
};

/** A wheel whose segments are shaded from the middle to the rim, with their numbers. */
export type WheelField = FieldBase & {
  kind: 'wheel';
  /** What the middle stands for, a whole number. */
  from: number;
  /** What the rim stands for, greater than `from`. */
  to: number;
  /** The segments, clockwise from the top. */
  items: FieldItem[];
};

/** Words that are to be put to others: two columns, and a letter for each answer. */
export type MatchingField = FieldBase & {
  kind: 'matching';
  /** The heads of the two columns; both are there, or the field was refused. */
  columns: { label: string; html: string }[];
  /** The left column: each has a small box for the letter of its answer. */
  items: FieldItem[];
  /** The right column in the order in which it is printed, lettered from A. */
  answers: { letter: string; label: string; html: string }[];
};

/** A stretch of finished HTML, or a field that stands inside the sentence. */
export type ProsePart = { html: string } | { field: Field };

/** Words that two people sign. */
export type AgreementField = FieldBase & {
  kind: 'agreement';
  /** What is agreed on; the blanks in it are fields of their own, before this one. */
  parts: ProsePart[];
  /** What the two are called. */
  a: string;
  b: string;
};

/** A card of which at least the front is printed. */
export type CardItem = FieldItem & {
  /** The words on its back; without them there are those of all cards, or room. */
  back?: { label: string; html: string };
};

/** Cards to cut out, each front with a back behind it. */
export type CardsField = FieldBase & {
  kind: 'cards';
  /** The cards whose fronts have words, in the author's order. */
  items: CardItem[];
  /** How many more cards have room for own words on their fronts. */
  own: number;
  /** Words on the back of every card that has none of its own. */
  back?: string;
};

/** A thing a person fills in; one word per kind, the same in every layer. */
export type Field =
  | LinesField
  | BoxField
  | ScaleField
  | ChecklistField
  | ChoiceField
  | BlankField
  | TableField
  | PairField
  | AgreementField
  | TrackerField
  | WheelField
  | CardsField
  | TimelineField
  | LadderField
  | CycleField
  | MatchingField;

/** The word for a kind of field. */
export type FieldKind = Field['kind'];

/** Every kind there is; the union above and this list are held together by the compiler. */
export const FIELD_KINDS = Object.keys({
  lines: true,
  box: true,
  scale: true,
  checklist: true,
  choice: true,
  blank: true,
  table: true,
  pair: true,
  agreement: true,
  tracker: true,
  wheel: true,
  cards: true,
  timeline: true,
  ladder: true,
  cycle: true,
  matching: true,
} satisfies Record<FieldKind, true>) as FieldKind[];

/** The id of the free row of a checklist or a choice. */
export const OTHER_ITEM_ID = 'other';

/** Ids that no item of a checklist or a choice may take: the free row's, and that of its words. */
export const OTHER_ITEM_IDS = [OTHER_ITEM_ID, `${OTHER_ITEM_ID}-words`];
