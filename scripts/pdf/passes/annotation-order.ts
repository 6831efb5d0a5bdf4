import { PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { listOf } from '../objects.ts';
import { put } from '../values.ts';

/**
 * Puts each page's annotations into reading order and drops those outside the structure tree.
 * Viewers tab in the order of /Annots, and Chromium writes that in the order of painting.
 */
export function orderAnnotations(draft: Draft): void {
  const { context } = draft.document;
  const { order, places } = draft;
  const position = (ref: PDFRef) => order.get(ref.tag) ?? 0;
  for (const { dict } of draft.pages) {
    const all = listOf(dict, 'Annots').filter((ref): ref is PDFRef => ref instanceof PDFRef);
    const tagged = all
      .filter(({ tag }) => order.has(tag))
      .sort((a, b) => position(a) - position(b));
    put(dict, 'Annots', tagged.length > 0 ? context.obj(tagged) : undefined);
    put(dict, 'Tabs', context.obj('S'));
  }
  const inOrder = [...places.values()]
    .filter(({ ref }) => order.has(ref.tag))
    .sort((a, b) => position(a.ref) - position(b.ref));
  places.clear();
  for (const place of inOrder) places.set(place.ref.tag, place);
}
