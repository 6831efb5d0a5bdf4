import type { TypedFont } from '../pdf-answers/typed-font.ts';
import { isSheet, type PacketOrder } from './packet-order.ts';
import { type Look, PT_PER_MM, type Sizes, widthOf, wrap } from './set-type.ts';

/** Words of a row with their place in their line. */
export type Run = { text: string; look: Look; left: number; line: number; isTitle: boolean };

/** One line of the contents as it is set. */
export type Row = {
  height: number;
  lines: number;
  /** Size of its words in pt; its lines are as high as that asks for. */
  size: number;
  number?: string;
  runs: Run[];
  /** The words of its link. */
  title?: string;
  /** Which of the items it leads to; none where nothing is bound. */
  item?: number;
};

const mm = (value: number) => value * PT_PER_MM;
/** Room above and below the words of a row, and for the page at its end. */
export const ROW = { padding: mm(0.9), rule: mm(0.2), page: mm(16), leading: 1.3 };
const AFTER_TITLE = mm(2);
const AFTER_DETAIL = mm(3);

/** Where the titles begin: what stands before them hangs in a column of its own. */
export function hangOf({ text }: Sizes): number {
  return text > 12 ? mm(30) : mm(19);
}

type Piece = { text: string; look: Look; isTitle: boolean; after: number };

/** Sets pieces one after the other, on a new line where one does not fit. */
function setPieces(pieces: readonly Piece[], font: TypedFont, left: number, right: number): Run[] {
  const runs: Run[] = [];
  let [line, x] = [0, left];
  for (const { text, look, isTitle, after } of pieces) {
    const width = widthOf(text, font, look);
    if (x > left && x + width > right) [line, x] = [line + 1, left];
    runs.push({ text, look, left: x, line, isTitle });
    x += width + after;
  }
  return runs;
}

/** Words of a title that stand beside each other become one run again. */
function joinTitle(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.isTitle && run.isTitle && last.line === run.line) last.text += ` ${run.text}`;
    else joined.push({ ...run });
  }
  return joined;
}

/** The rows of the contents, one for each sheet and each line for what is kept apart. */
export function toRows(order: PacketOrder, font: TypedFont, sizes: Sizes, width: number): Row[] {
  const title: Look = { size: sizes.text, color: 'ink', isBold: true };
  const note: Look = { size: sizes.note, color: 'soft' };
  const [left, right] = [hangOf(sizes), width - ROW.page];
  const space = widthOf(' ', font, title);
  return order.items.map((item, index): Row => {
    const words = isSheet(item) ? item.title.split(/\s+/) : [];
    const pieces: Piece[] = isSheet(item)
      ? [
          ...words.map((text, at) => {
            const after = at < words.length - 1 ? space : AFTER_TITLE;
            return { text, look: title, isTitle: true, after };
          }),
          ...item.details.map((text) => {
            return { text, look: note, isTitle: false, after: AFTER_DETAIL };
          }),
        ]
      : [];
    const apart = isSheet(item) ? [] : wrap(order.words.apart, font, note, right - left);
    const runs = [
      ...joinTitle(setPieces(pieces, font, left, right)),
      ...apart.map((text, line) => ({ text, look: note, left, line, isTitle: false })),
    ];
    const lines = (runs.at(-1)?.line ?? 0) + 1;
    const size = isSheet(item) ? sizes.text : sizes.note;
    const height = 2 * ROW.padding + ROW.rule + lines * size * ROW.leading;
    const about = isSheet(item) ? { number: item.number, title: item.title, item: index } : {};
    return { height, lines, size, runs, ...about };
  });
}

/** Rows by the pages that hold them; the first has a heading. */
export function toPages(rows: readonly Row[], height: number, heading: number): Row[][] {
  const pages: Row[][] = [[]];
  let room = height - heading;
  for (const row of rows) {
    if (row.height > room) {
      pages.push([]);
      room = height;
    }
    pages.at(-1)?.push(row);
    room -= row.height;
  }
  return pages;
}
