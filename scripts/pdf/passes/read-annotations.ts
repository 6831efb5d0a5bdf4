import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { dictOf, listOf, lookUp, put, textOf, textString } from '../objects.ts';

/** What the address of a field's placeholder begins with. */
const FIELD_SCHEME = 'field:';

/**
 * Finds the placeholders of fields, and gives every other link a description for screen readers
 * (PDF/UA-1, 7.18.5): the words that the link stands on, by its address.
 */
export function readAnnotations(draft: Draft, linkTexts: ReadonlyMap<string, string>): void {
  const { context } = draft.document;
  for (const [page, { dict }] of draft.pages.entries()) {
    for (const ref of listOf(dict, 'Annots')) {
      const annotation = context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) continue;
      const action = dictOf(annotation, 'A');
      const uri = action && textOf(lookUp(action, 'URI'));
      if (uri?.startsWith(FIELD_SCHEME)) {
        const [name = '', step] = uri.slice(FIELD_SCHEME.length).split('?');
        draft.places.set(ref.tag, { ref, annotation, page, name, step });
      } else {
        const address = uri ?? `#${destinationName(annotation)}`;
        put(annotation, 'Contents', textString(linkTexts.get(address) ?? address));
      }
    }
  }
}

function destinationName(annotation: PDFDict): string {
  const dest = lookUp(annotation, 'Dest');
  return (dest instanceof PDFName ? dest.decodeText() : textOf(dest)) ?? '';
}
