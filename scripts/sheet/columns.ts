import { boxColumns } from '../model/box-columns.ts';
import { type EditionName, LIVE_AREA_MM, type TypeSize, typeSizeOf } from '../model/edition.ts';
import type { ChecklistField, FieldItem, TableField } from '../model/field.ts';

/** Mean width of a letter and room around the words of a row, in mm. */
const METRICS: Record<TypeSize, { letterMm: number; boxMm: number }> = {
  standard: { letterMm: 2.25, boxMm: 12 },
  large: { letterMm: 3.4, boxMm: 16 },
};
/** More columns than this are hard to follow with a pencil. */
const MOST_COLUMNS = 4;
/** A column of answers is never narrower than its button and two short words, in mm. */
const LEAST_ANSWER_MM = 18;

/** How many columns the rows of a list fit in without wrapping; one when they are sentences. */
export function columnsFor(field: { items: FieldItem[] }, edition: EditionName): number {
  const { letterMm, boxMm } = METRICS[typeSizeOf(edition)];
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
  return Math.max(LEAST_ANSWER_MM, Math.ceil(longest * METRICS[typeSizeOf(edition)].letterMm + 3));
}

/** Room in mm that a box to tick, a box for a number and a column of words need at the least. */
const LEAST_CELL_MM: Record<TypeSize, { tick: number; number: number; words: number }> = {
  standard: { tick: 14, number: 20, words: 34 },
  large: { tick: 16, number: 24, words: 46 },
};
/**
 * Width in mm of each column of a table that is one of boxes; the others share what is left, and so
 * do all where there are boxes only. Many boxes stand closer, so that words keep their room.
 */
export function boxWidthsFor(field: TableField, edition: EditionName): (number | undefined)[] {
  const { tick, number, words } = LEAST_CELL_MM[typeSizeOf(edition)];
  const widths = boxColumns(field).map((column) => {
    if (!column) return undefined;
    const longest = Math.max(...column.words.map(({ length }) => length));
    const least = column.hasNumbers ? number : tick;
    return Math.max(least, Math.ceil(longest * METRICS[typeSizeOf(edition)].letterMm + 4));
  });
  const ofWords = widths.filter((width) => width === undefined).length;
  if (ofWords === 0) return widths.map(() => undefined);
  const all = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const room = LIVE_AREA_MM.width - ofWords * words;
  const share = all > room ? Math.max(room, 0) / all : 1;
  return widths.map((width) => width && Math.floor(width * share));
}
