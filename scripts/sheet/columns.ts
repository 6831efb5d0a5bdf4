import { type EditionName, LIVE_AREA_MM } from '../model/edition.ts';
import type { ChecklistField, FieldItem, TableCell, TableField } from '../model/field.ts';

/** Mean width of a letter and room around the words of a row, in mm. */
const METRICS: Record<EditionName, { letterMm: number; boxMm: number }> = {
  standard: { letterMm: 2.25, boxMm: 12 },
  large: { letterMm: 3.4, boxMm: 16 },
  short: { letterMm: 2.25, boxMm: 12 },
};
/** More columns than this are hard to follow with a pencil. */
const MOST_COLUMNS = 4;
/** A column of answers is never narrower than its button and two short words, in mm. */
const LEAST_ANSWER_MM = 18;

/** How many columns the rows of a list fit in without wrapping; one when they are sentences. */
export function columnsFor(field: { items: FieldItem[] }, edition: EditionName): number {
  const { letterMm, boxMm } = METRICS[edition];
  const longest = Math.max(...field.items.map(({ label }) => label.length), 1);
  const fits = Math.floor(LIVE_AREA_MM.width / (longest * letterMm + boxMm));
  const rows = field.items.length;
  // A few short words stand in one line; more of them in columns of at least two.
  const most = rows <= MOST_COLUMNS ? rows : Math.ceil(rows / 2);
  return Math.max(1, Math.min(fits, MOST_COLUMNS, most));
}

/** Width in mm that each column of answers needs so that no word of their heads is broken. */
export function answerWidthFor({ answers = [] }: ChecklistField, edition: EditionName): number {
  const words = answers.flatMap(({ label }) => label.split(/\s+/));
  const longest = Math.max(...words.map(({ length }) => length), 1);
  return Math.max(LEAST_ANSWER_MM, Math.ceil(longest * METRICS[edition].letterMm + 3));
}

/** Room in mm that a box to tick, a box for a number and a column of words need at the least. */
const LEAST_CELL_MM: Record<EditionName, { tick: number; number: number; words: number }> = {
  standard: { tick: 14, number: 20, words: 34 },
  large: { tick: 16, number: 24, words: 46 },
  short: { tick: 14, number: 20, words: 34 },
};
/** Words longer than this make a column one to read, not one of boxes. */
const LONGEST_BESIDE_BOXES = 14;

/** Width in mm that a column needs when all it has to fill in are boxes. */
function boxWidth(head: string, cells: TableCell[], edition: EditionName): number | undefined {
  const rooms = cells.filter((cell) => cell.kind === 'room');
  const printed = cells.filter((cell) => cell.kind !== 'room').map(({ label }) => label);
  const isForBoxes = rooms.length > 0 && rooms.every(({ type }) => type !== 'text');
  if (!isForBoxes || printed.some(({ length }) => length > LONGEST_BESIDE_BOXES)) return undefined;
  const words = [head, ...printed].flatMap((label) => label.split(/\s+/));
  const longest = Math.max(...words.map(({ length }) => length));
  const { tick, number } = LEAST_CELL_MM[edition];
  const least = rooms.some(({ type }) => type === 'number') ? number : tick;
  return Math.max(least, Math.ceil(longest * METRICS[edition].letterMm + 4));
}

/**
 * Width in mm of each column of a table that is one of boxes; the others share what is left, and so
 * do all where there are boxes only. Many boxes stand closer, so that words keep their room.
 */
export function boxWidthsFor(
  { columns, rows }: TableField,
  edition: EditionName,
): (number | undefined)[] {
  const widths = columns.map(({ label }, index) =>
    boxWidth(
      label,
      rows.flatMap((row) => row[index] ?? []),
      edition,
    ),
  );
  const words = widths.filter((width) => width === undefined).length;
  if (words === 0) return widths.map(() => undefined);
  const all = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const room = LIVE_AREA_MM.width - words * LEAST_CELL_MM[edition].words;
  const share = all > room ? Math.max(room, 0) / all : 1;
  return widths.map((width) => width && Math.floor(width * share));
}
