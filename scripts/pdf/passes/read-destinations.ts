import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { listOf, textOf } from '../objects.ts';
import { dictOf, lookUp, put, rounded } from '../values.ts';

/** Where a marked place came to stand: its page from 0, and the distance from the live area's top. */
export type Mark = { page: number; topPt: number };

/** The names that links inside the document lead to. */
function linkedNames(draft: Draft): Set<string> {
  const { context } = draft.document;
  const names = draft.pages
    .flatMap(({ dict }) => listOf(dict, 'Annots'))
    .map((ref) => context.lookup(ref))
    .filter((annotation) => annotation instanceof PDFDict)
    .map((annotation) => lookUp(annotation, 'Dest'))
    .map((dest) => (dest instanceof PDFName ? dest.decodeText() : textOf(dest)));
  return new Set(names.filter((name) => name !== undefined));
}

/**
 * Reads where the ids that the sheet links to were printed, and keeps only those that a link in
 * the text leads to. Chromium leaves the page margins out of named destinations: heights are
 * measured from the top of the live area, and those that stay are put right.
 */
export function readMarks(
  draft: Draft,
  liveArea: { leftPt: number; topPt: number },
): Map<string, Mark> {
  const { catalog, context } = draft.document;
  const pageIndex = new Map(draft.pages.map(({ ref }, index) => [ref.tag, index]));
  const linked = linkedNames(draft);
  const marks = new Map<string, Mark>();
  const kept = context.obj({});
  for (const [key, value] of dictOf(catalog, 'Dests')?.entries() ?? []) {
    const target = context.lookup(value);
    if (!(target instanceof PDFArray)) continue;
    const [ref, , left, top] = target.asArray();
    const page = ref instanceof PDFRef ? pageIndex.get(ref.tag) : undefined;
    if (page === undefined || !(top instanceof PDFNumber) || !(left instanceof PDFNumber)) continue;
    const name = key.decodeText();
    marks.set(name, { page, topPt: draft.document.getPage(page).getHeight() - top.asNumber() });
    if (!linked.has(name)) continue;
    target.set(2, PDFNumber.of(rounded(left.asNumber() + liveArea.leftPt)));
    target.set(3, PDFNumber.of(rounded(top.asNumber() - liveArea.topPt)));
    put(kept, name, value);
  }
  put(catalog, 'Dests', linked.size > 0 ? kept : undefined);
  return marks;
}
