import { PDFArray, PDFDict, PDFNull, PDFNumber } from '@cantoo/pdf-lib';
import { wrapArtifacts } from '../content-stream.ts';
import type { Draft } from '../draft.ts';
import { listOf } from '../objects.ts';
import { dictOf, lookUp } from '../values.ts';

/** The arrays of the parent tree by their key, flattened out of its nodes. */
function parentArrays(draft: Draft): Map<number, PDFArray> {
  const { context, catalog } = draft.document;
  const arrays = new Map<number, PDFArray>();
  const gather = (node: PDFDict) => {
    const entries = listOf(node, 'Nums');
    for (let at = 0; at < entries.length; at += 2) {
      const [key, value] = [context.lookup(entries[at]), context.lookup(entries[at + 1])];
      if (key instanceof PDFNumber && value instanceof PDFArray) arrays.set(key.asNumber(), value);
    }
    for (const kid of listOf(node, 'Kids')) {
      const below = context.lookup(kid);
      if (below instanceof PDFDict) gather(below);
    }
  };
  const root = dictOf(catalog, 'StructTreeRoot');
  const tree = root && dictOf(root, 'ParentTree');
  if (tree) gather(tree);
  return arrays;
}

/**
 * Turns what is not tagged into artifacts, and takes demoted sequences out of the parent tree. The
 * changed streams are written when the pages are put on their paper.
 */
export function markArtifacts(draft: Draft): void {
  const arrays = parentArrays(draft);
  for (const page of draft.pages) {
    const key = lookUp(page.dict, 'StructParents');
    const array = key instanceof PDFNumber ? arrays.get(key.asNumber()) : undefined;
    for (const id of page.demoted) if (array && id < array.size()) array.set(id, PDFNull);
    page.stream = wrapArtifacts(page.stream, page.demoted);
  }
}
