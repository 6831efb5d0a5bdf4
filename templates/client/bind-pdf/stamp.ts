import { PDFArray, PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { LIVE_AREA_MM, type Paper } from '../../../scripts/model/edition.ts';
import { put } from '../../../scripts/pdf/values.ts';
import type { Binding } from './binding.ts';
import { type DrawnFont, FONT_NAME, textAt } from './page-writer.ts';
import { type Look, PT_PER_MM, type Sizes, widthOf } from './set-type.ts';

/** How far above the live area the line stands, in mm: the margin below has the sheet's own foot. */
const ABOVE_MM = 7;
/** What stands left and what stands right are at least so far apart, in mm. */
const GAP_MM = 4;

/** What stands at the head of a page of the packet, left and right. */
export type RunningHead = { left: string; right: string };

/** A page may have what it draws with in an object that other pages share: it gets its own. */
function ownDict(page: PDFDict, key: string): PDFDict {
  const given = page.lookupMaybe(PDFName.of(key), PDFDict);
  const own = PDFDict.withContext(page.context);
  for (const [name, value] of given?.entries() ?? []) own.set(name, value);
  put(page, key, own);
  return own;
}

/** Adds the number of the packet's page to a page, beside what the sheet says of itself. */
export function stampPage(
  { context }: Binding,
  ref: PDFRef,
  drawn: DrawnFont,
  head: RunningHead,
  { paper, sizes }: { paper: Paper; sizes: Sizes },
): void {
  const look: Look = { size: sizes.head, color: 'ink' };
  const { marginLeft, marginTop, height } = paper;
  const y = (height - marginTop + ABOVE_MM) * PT_PER_MM;
  const right = (marginLeft + LIVE_AREA_MM.width) * PT_PER_MM;
  const { font } = drawn;
  const start = right - widthOf(head.right, font, look);
  const left = marginLeft * PT_PER_MM;
  const room = start - left - GAP_MM * PT_PER_MM;
  const small = { ...look, size: look.size * Math.min(1, room / widthOf(head.left, font, look)) };
  const runs = [
    ...(head.left ? [textAt(head.left, font, small, left, y)] : []),
    textAt(head.right, font, look, start, y),
  ];
  const page = context.lookup(ref, PDFDict);
  const fonts = ownDict(ownDict(page, 'Resources'), 'Font');
  fonts.set(PDFName.of(FONT_NAME), drawn.ref);
  const operators = `/Artifact <</Type /Pagination /Subtype /Header>> BDC q ${runs.join(' ')} Q EMC`;
  const stamp = context.register(context.flateStream(operators));
  const contents = page.get(PDFName.of('Contents'));
  const before = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  put(page, 'Contents', context.obj([...before, stamp]));
}
