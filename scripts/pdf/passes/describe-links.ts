import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { nameOf, PdfShapeError } from '../objects.ts';
import { kidsOf } from '../structure-kids.ts';
import { dictOf, put, textString } from '../values.ts';

/** The annotations of each Link element, in the order of the tree; a link over two lines has two. */
function linkAnnotations(element: PDFDict, found: PDFDict[][]): void {
  const { context } = element;
  const own: PDFDict[] = [];
  if (nameOf(element, 'S') === 'Link') found.push(own);
  for (const kid of kidsOf(element)) {
    const value = context.lookup(kid);
    if (!(value instanceof PDFDict)) continue;
    if (nameOf(value, 'Type') !== 'OBJR') {
      linkAnnotations(value, found);
      continue;
    }
    const target = value.get(PDFName.of('Obj'));
    const annotation = target instanceof PDFRef ? context.lookup(target) : undefined;
    if (annotation instanceof PDFDict) own.push(annotation);
  }
}

/**
 * Gives every link a description for screen readers (PDF/UA-1, 7.18.5): the words it stands on.
 * `words` are those of the page's links in reading order, which is the order of the tree.
 */
export function describeLinks(draft: Draft, words: readonly string[]): void {
  const root = dictOf(draft.document.catalog, 'StructTreeRoot');
  const links: PDFDict[][] = [];
  if (root) linkAnnotations(root, links);
  if (links.length !== words.length) {
    throw new PdfShapeError(`Expected ${words.length} links in the PDF, found ${links.length}`);
  }
  for (const [index, annotations] of links.entries()) {
    for (const annotation of annotations)
      put(annotation, 'Contents', textString(words[index] ?? ''));
  }
}
