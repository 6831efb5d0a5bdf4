import { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { listOf, textOf } from '../objects.ts';
import { dictOf, lookUp } from '../values.ts';

/** What the address of a field's placeholder begins with. */
const FIELD_SCHEME = 'field:';

/** Finds the placeholders of fields among the links that the browser wrote. */
export function readPlaces(draft: Draft): void {
  const { context } = draft.document;
  for (const [page, { dict }] of draft.pages.entries()) {
    for (const ref of listOf(dict, 'Annots')) {
      const annotation = context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) continue;
      const action = dictOf(annotation, 'A');
      const uri = action && textOf(lookUp(action, 'URI'));
      if (!uri?.startsWith(FIELD_SCHEME)) continue;
      const [name = '', state] = uri.slice(FIELD_SCHEME.length).split('?');
      draft.places.set(ref.tag, { ref, annotation, page, name, state });
    }
  }
}
