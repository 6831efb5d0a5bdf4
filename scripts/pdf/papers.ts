import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Paper } from '../model/edition.ts';
import type { Draft } from './draft.ts';
import { listOf, newStream, numbersOf, reachable } from './objects.ts';
import { dictOf, lookUp, put, rounded } from './values.ts';

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

type Shift = { x: number; y: number };

/** How far content moves so that the live area keeps its place on another paper; y points up. */
function shiftBetween(from: Paper, to: Paper): Shift {
  const bottom = (paper: Paper) => paper.height - paper.marginTop;
  return {
    x: rounded((to.marginLeft - from.marginLeft) * PT_PER_MM),
    y: rounded((bottom(to) - bottom(from)) * PT_PER_MM),
  };
}

/** The height that Chromium gave the page: it cuts papers to whole device pixels. */
function correction(page: Draft['pages'][number], from: Paper): number {
  return rounded(from.height * PT_PER_MM - (numbersOf(page.dict, 'MediaBox')[3] ?? 0));
}

function moveAnnotations(draft: Draft, page: Draft['pages'][number], shift: Shift): void {
  const { context } = draft.document;
  for (const ref of listOf(page.dict, 'Annots')) {
    const annotation = context.lookup(ref);
    if (!(annotation instanceof PDFDict)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(annotation, 'Rect');
    const moved = [left + shift.x, bottom + shift.y, right + shift.x, top + shift.y];
    put(annotation, 'Rect', context.obj(moved.map(rounded)));
  }
}

function moveDestination(target: PDFObject | undefined, shift: Shift): void {
  if (!(target instanceof PDFArray) || target.get(1) !== PDFName.of('XYZ')) return;
  for (const [at, by] of [
    [2, shift.x],
    [3, shift.y],
  ] as const) {
    const value = target.get(at);
    if (value instanceof PDFNumber) target.set(at, PDFNumber.of(rounded(value.asNumber() + by)));
  }
}

/** Destinations of the outline and of links, each array once. */
function moveDestinations(draft: Draft, shift: Shift): void {
  const { context, catalog } = draft.document;
  const targets = new Set<PDFObject | undefined>();
  const outlines = dictOf(catalog, 'Outlines');
  for (const ref of reachable(context, outlines)) {
    const item = context.lookup(ref);
    if (item instanceof PDFDict) targets.add(lookUp(item, 'Dest'));
  }
  for (const [, value] of dictOf(catalog, 'Dests')?.entries() ?? [])
    targets.add(context.lookup(value));
  for (const target of targets) moveDestination(target, shift);
}

/**
 * Moves a finished document from one paper onto another, in place: page boxes, content, fields,
 * links and destinations. Both papers share one live area, so nothing is set anew.
 */
export function moveToPaper(draft: Draft, from: Paper, to: Paper): void {
  const { context } = draft.document;
  const [width, height] = [rounded(to.width * PT_PER_MM), rounded(to.height * PT_PER_MM)];
  const between = shiftBetween(from, to);
  const shift = {
    x: between.x,
    y: rounded(between.y + (draft.pages[0] ? correction(draft.pages[0], from) : 0)),
  };
  for (const page of draft.pages) {
    page.stream = `q 1 0 0 1 ${shift.x} ${shift.y} cm\n${page.stream}\nQ\n`;
    context.assign(page.contents, newStream(context, Buffer.from(page.stream, 'latin1')));
    put(page.dict, 'MediaBox', context.obj([0, 0, width, height]));
    for (const box of ['CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) put(page.dict, box, undefined);
    moveAnnotations(draft, page, shift);
  }
  moveDestinations(draft, shift);
}
