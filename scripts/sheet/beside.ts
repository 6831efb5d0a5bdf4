import { type EditionName, LIVE_AREA_MM, type TypeSize, typeSizeOf } from '../model/edition.ts';
import type { MatchingField } from '../model/field.ts';

/**
 * What the height of a matching is made of, in mm, as its stylesheet has it. Letters are taken a
 * little wider than they are on the whole: what is thought to fit must fit.
 */
type Measures = {
  letter: number;
  line: number;
  /** Width of the words in the columns. */
  item: number;
  answer: number;
  /** The least height of a row, and the room above and below its words. */
  leastRow: number;
  padding: number;
  /** A line of small type, as in the hint and the heads, and its letters. */
  note: { line: number; letter: number };
  /** All that stands between prompt, hint, heads and rows. */
  gaps: number;
};

const MEASURES: Record<TypeSize, Measures> = {
  standard: {
    letter: 2.25,
    line: 5.5,
    item: 56,
    answer: 60,
    leastRow: 12,
    padding: 2.4,
    note: { line: 4.9, letter: 1.9 },
    gaps: 9,
  },
  large: {
    letter: 3.3,
    line: 8.3,
    item: 55,
    answer: 60,
    leastRow: 15,
    padding: 2.4,
    note: { line: 7.2, letter: 2.8 },
    gaps: 10,
  },
};

/** How many lines a text takes; a word that is longer than a line is broken. */
function countLines(text: string, widthMm: number, letterMm: number): number {
  const most = Math.max(1, Math.floor(widthMm / letterMm));
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(/\s+/)) {
    const needed = used === 0 ? length : used + 1 + length;
    if (needed <= most) used = needed;
    else {
      lines += (used === 0 ? 0 : 1) + Math.ceil(length / most) - 1;
      used = length % most || most;
    }
  }
  return lines;
}

/**
 * Whether both columns of a matching stand side by side on one page with its prompt, so that lines
 * can be drawn between them. Where they do not, the answers stand below, and either may go on over
 * the page.
 */
export function standsBeside(field: MatchingField, edition: EditionName): boolean {
  const { letter, line, item, answer, leastRow, padding, note, gaps } =
    MEASURES[typeSizeOf(edition)];
  const { label, hint, columns, items, answers } = field;
  const { width, height } = LIVE_AREA_MM;
  const lines = (text: string, widthMm: number) => countLines(text, widthMm, letter);
  const rows = answers.map((given, index) => {
    const beside = lines(items[index]?.label ?? '', item);
    return Math.max(leastRow, Math.max(beside, lines(given.label, answer)) * line + padding);
  });
  const heads = columns.map((head) => countLines(head.label, item, note.letter));
  const above = [
    lines(label, width) * line,
    (hint ? countLines(hint, width, note.letter) : 0) * note.line,
    Math.max(...heads) * note.line,
    gaps,
  ];
  return [...rows, ...above].reduce((sum, part) => sum + part, 0) <= height;
}
