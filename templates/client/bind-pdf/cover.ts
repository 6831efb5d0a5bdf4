import type { PDFRef } from '@cantoo/pdf-lib';
import type { TypedFont } from '../pdf-answers/typed-font.ts';
import { heightOf, type Paragraph, setParagraph } from './flow.ts';
import type { PacketOrder } from './packet-order.ts';
import type { PageWriter } from './page-writer.ts';
import { PT_PER_MM, type Sizes } from './set-type.ts';

type Points = readonly [number, number][];

/** The line across the cover and its branches, in mm, as on the covers of ready packets. */
const SEAM: Points = [
  [0, 44],
  [22, 40],
  [31, 46],
  [58, 30],
  [66, 34],
  [92, 18],
  [101, 23],
  [128, 9],
  [137, 13],
  [170, 2],
];
const BRANCHES: Points[] = [
  [
    [58, 30],
    [63, 52],
  ],
  [
    [101, 23],
    [99, 46],
    [104, 58],
  ],
];
const TITLE_PT = 40;
/** Places on the cover, in mm from its top. */
const PLACES = { top: 18, belowSite: 10, aboveSeam: 8, seam: 60, belowSeam: 10, foot: 238 };
const mm = (value: number) => value * PT_PER_MM;

/** What a cover is drawn with. */
export type CoverInput = {
  writer: PageWriter;
  part: PDFRef;
  font: TypedFont;
  sizes: Sizes;
  order: PacketOrder;
};

function drawSeam(writer: PageWriter, top: number): void {
  const toPlace = (points: Points) =>
    points.map(([x, y]): [number, number] => [mm(x), top + mm(y)]);
  writer.line(toPlace(SEAM), mm(0.9), 'seam');
  for (const branch of BRANCHES) writer.line(toPlace(branch), mm(0.55), 'seam');
}

/** What stands at the foot, with the room above each, in pt. */
function footOf({ writer, sizes, order }: CoverInput): { above: number; paragraph: Paragraph }[] {
  const { words, practice } = order;
  const { width } = writer;
  const note = { role: 'P', size: sizes.note, width } as const;
  const stop = { ...note, left: mm(4.1), width: width - mm(4.1), leading: 1.32, isBold: true };
  return [
    ...(practice
      ? [
          {
            above: 0,
            paragraph: {
              ...{ role: 'P', text: practice, size: sizes.text * 1.1, color: 'ink' },
              ...{ isBold: true, leading: 1.45, width },
            } as Paragraph,
          },
        ]
      : []),
    { above: mm(6), paragraph: { ...stop, text: words.stop, color: 'ink' } },
    { above: mm(3), paragraph: { ...note, text: words.licence, leading: 1.45, color: 'soft' } },
  ];
}

function drawFoot(input: CoverInput): void {
  const { writer, part, font } = input;
  const foot = footOf(input);
  const height = foot.reduce((sum, { above, paragraph }) => {
    return sum + above + heightOf(paragraph, font);
  }, 0);
  let y = mm(PLACES.foot) - height;
  for (const { above, paragraph } of foot) {
    const top = y + above;
    y = setParagraph(writer, part, font, paragraph, top);
    if (paragraph.left === undefined) continue;
    const bar = mm(0.55);
    writer.line(
      [
        [bar, top],
        [bar, y],
      ],
      mm(1.1),
      'ink',
    );
  }
}

/** Draws the cover of a packet. */
export function drawCover(input: CoverInput): void {
  const { writer, part, font, sizes, order } = input;
  const { words, title } = order;
  const set = (paragraph: Paragraph, y: number) => setParagraph(writer, part, font, paragraph, y);
  const site: Paragraph = {
    ...{ role: 'P', text: words.siteName, size: sizes.text, color: 'accent' },
    ...{ isBold: true, leading: 1.45, width: writer.width },
  };
  let y = set(site, mm(PLACES.top)) + mm(PLACES.belowSite) + TITLE_PT * 0.12;
  const head = { role: 'H1', text: title, size: TITLE_PT, color: 'ink', isBold: true } as const;
  y = set({ ...head, leading: 1.05, width: mm(150) }, y) + mm(PLACES.aboveSeam);
  drawSeam(writer, y);
  y += mm(PLACES.seam + PLACES.belowSeam);
  const summary = { role: 'P', text: words.summary, size: sizes.text * 1.3, color: 'ink' } as const;
  set({ ...summary, leading: 1.35, width: mm(140) }, y);
  drawFoot(input);
}
