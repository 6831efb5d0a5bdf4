import type { PDFRef } from '@cantoo/pdf-lib';
import type { TypedFont } from '../pdf-answers/typed-font.ts';
import { ROW, type Row } from './contents-rows.ts';
import { setParagraph } from './flow.ts';
import type { PageWriter } from './page-writer.ts';
import { baselineOf, type Look, PT_PER_MM, type Sizes, widthOf } from './set-type.ts';

/** Where a sheet begins: its page, and the number of that page from 1. */
export type Start = { page: PDFRef; number: number };

/** What the contents are drawn with. */
export type ContentsInput = {
  part: PDFRef;
  font: TypedFont;
  sizes: Sizes;
  heading: string;
  /** Where each item begins; none for what is not bound. */
  starts: ReadonlyMap<number, Start>;
};

/** The line below the heading, as on every sheet: in units of 500 by 10. */
const SEAM = [
  [0, 6],
  [70, 5],
  [92, 2],
  [118, 7],
  [160, 5],
  [248, 6],
  [262, 3],
  [281, 8],
  [330, 5],
  [412, 6],
  [431, 3.5],
  [450, 6],
  [500, 5],
] as const;
const mm = (value: number) => value * PT_PER_MM;
const SEAM_MM = 2.2;
const HEADING = { above: mm(0.4), inside: 0.12, size: 2.1, leading: 1.1, below: mm(1) };
const BELOW_SEAM = mm(1.2 + 3);

/** How much room the heading takes, with all that is below it, in pt. */
export function headingHeight({ text }: Sizes): number {
  const size = text * HEADING.size;
  const own = HEADING.above + size * (HEADING.inside + HEADING.leading) + HEADING.below;
  return own + mm(SEAM_MM) + BELOW_SEAM;
}

/** Draws the heading of the contents. */
export function drawHeading(writer: PageWriter, { part, font, sizes, heading }: ContentsInput) {
  const size = sizes.text * HEADING.size;
  const look = { role: 'H1', text: heading, size, color: 'ink', isBold: true } as const;
  const top = HEADING.above + size * HEADING.inside;
  const { leading } = HEADING;
  const end = setParagraph(writer, part, font, { ...look, leading, width: writer.width }, top);
  const seam = end + HEADING.below;
  const points = SEAM.map(([x, y]): [number, number] => [
    (x / 500) * writer.width,
    seam + (y / 10) * mm(SEAM_MM),
  ]);
  writer.line(points, 1.2, 'seam');
}

type Placed = { writer: PageWriter; input: ContentsInput; y: number };

/** Where the words of a line of a row stand. */
function baseOf({ y }: Placed, { size }: Row, line: number): number {
  return y + ROW.padding + line * size * ROW.leading + baselineOf(size, ROW.leading);
}

/** The title as a link, on as many lines as it takes. */
function drawTitle(placed: Placed, parent: PDFRef, row: Row, start: Start): void {
  const { writer, input } = placed;
  const link = writer.element('Link', writer.element('Reference', parent));
  for (const run of row.runs.filter(({ isTitle }) => isTitle)) {
    const base = baseOf(placed, row, run.line);
    const width = widthOf(run.text, input.font, run.look);
    const { left: x, look } = run;
    writer.text(link, 'Link', `${run.text} `, look, x, base);
    writer.link(link, row.title ?? '', { x, y: base, width, size: look.size }, start.page);
  }
}

function drawPage(placed: Placed, parent: PDFRef, row: Row, start: Start): void {
  const { writer, input } = placed;
  const look: Look = { size: input.sizes.text, color: 'ink', isBold: true };
  const text = String(start.number);
  const left = writer.width - widthOf(text, input.font, look);
  writer.text(parent, 'Reference', text, look, left, baseOf(placed, row, row.lines - 1));
}

function drawNotes(placed: Placed, parent: PDFRef, row: Row): void {
  const runs = row.runs.filter(({ isTitle }) => !isTitle);
  if (runs.length === 0) return;
  const paragraph = placed.writer.element('P', parent);
  for (const { text, look, left, line } of runs) {
    placed.writer.text(paragraph, 'P', `${text} `, look, left, baseOf(placed, row, line));
  }
}

function drawRow(placed: Placed, list: PDFRef, row: Row): void {
  const { writer, input, y } = placed;
  const item = writer.element('TOCI', list);
  const start = row.item === undefined ? undefined : input.starts.get(row.item);
  if (row.number) {
    const look: Look = { size: input.sizes.note, color: 'soft' };
    writer.text(
      writer.element('Lbl', item),
      'Lbl',
      `${row.number} `,
      look,
      0,
      baseOf(placed, row, 0),
    );
  }
  if (start) drawTitle(placed, item, row, start);
  drawNotes(placed, item, row);
  if (start) drawPage(placed, writer.element('Reference', item), row, start);
  const rule = y + row.height - ROW.rule / 2;
  writer.line(
    [
      [0, rule],
      [writer.width, rule],
    ],
    ROW.rule,
    'rule',
  );
}

/** Draws rows of the contents from `top` downwards, as items of a list of contents. */
export function drawRows(
  writer: PageWriter,
  input: ContentsInput,
  list: PDFRef,
  rows: readonly Row[],
  top: number,
): void {
  let y = top;
  for (const row of rows) {
    drawRow({ writer, input, y }, list, row);
    y += row.height;
  }
}
