import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { put, textString } from '../../../scripts/pdf/values.ts';
import { refIn, toDict } from '../pdf-answers/pdf-values.ts';

/** An entry of the outline that stands in the packet. */
export type OutlineItem = { ref: PDFRef; dict: PDFDict };

/** The entries below one, in order, as references. */
export function listOutline(parent: PDFDict): PDFRef[] {
  const found: PDFRef[] = [];
  for (let next = refIn(parent, 'First'); next; ) {
    found.push(next);
    const dict = toDict(parent, next);
    next = dict && refIn(dict, 'Next');
  }
  return found;
}

/** Where a link or an entry leads: the top of a page, at whatever size it is looked at. */
export function topOf(context: PDFContext, page: PDFRef): PDFArray {
  const box = context.lookup(page, PDFDict).lookup(PDFName.of('MediaBox'), PDFArray);
  return context.obj([page, 'XYZ', box.get(0), box.get(3), 0]);
}

/** A new entry that leads to the top of a page. */
export function newOutlineItem(context: PDFContext, title: string, page: PDFRef): OutlineItem {
  const dict = PDFDict.withContext(context);
  put(dict, 'Title', textString(title));
  put(dict, 'Dest', topOf(context, page));
  return { ref: context.register(dict), dict };
}

/** Links entries to each other and to what they stand below (ISO 32000-1, 12.3.3). */
export function linkOutline(parent: PDFDict, parentRef: PDFRef, items: readonly OutlineItem[]) {
  put(parent, 'First', items[0]?.ref);
  put(parent, 'Last', items.at(-1)?.ref);
  for (const [index, { dict }] of items.entries()) {
    put(dict, 'Parent', parentRef);
    put(dict, 'Prev', items[index - 1]?.ref);
    put(dict, 'Next', items[index + 1]?.ref);
  }
}

/** Closes an entry: what is below it is shown when it is opened. */
export function closeOutlineItem({ dict }: OutlineItem): void {
  const below = listOutline(dict).length;
  put(dict, 'Count', below > 0 ? PDFNumber.of(-below) : undefined);
}
