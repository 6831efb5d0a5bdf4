import { PDFArray, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { lookUp, put } from './values.ts';

/** The kids of a structure element, also where there is only one (ISO 32000-1, 14.7.2, K). */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = lookUp(element, 'K');
  if (kids === undefined) return [];
  const own = element.get(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.asArray() : own ? [own] : [];
}

/** Gives a structure element its kids; one stands alone, none removes the key. */
export function setKids(element: PDFDict, kids: PDFObject[]): void {
  const only = kids.length === 1 ? kids[0] : undefined;
  put(element, 'K', kids.length === 0 ? undefined : (only ?? element.context.obj(kids)));
}
