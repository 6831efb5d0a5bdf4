import { PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { PdfShapeError } from '../objects.ts';
import { dictOf, lookUp, put, textString } from '../values.ts';

/** What the outline says of one part of a packet, which is one h1 of it. */
export type OutlineEntry = {
  title: string;
  /** Whether it stands under the nearest entry before it that does not. */
  isNested: boolean;
};

/** An entry of the outline, with those under it. */
type Item = { ref: PDFRef; dict: PDFDict; kids: Item[] };

function readItems(parent: PDFDict): Item[] {
  const items: Item[] = [];
  const { context } = parent;
  let next = parent.entries().find(([key]) => key.decodeText() === 'First')?.[1];
  while (next instanceof PDFRef) {
    const dict = context.lookup(next);
    if (!(dict instanceof PDFDict)) break;
    items.push({ ref: next, dict, kids: readItems(dict) });
    next = dict.entries().find(([key]) => key.decodeText() === 'Next')?.[1];
  }
  return items;
}

/** Links entries to each other and to their parent (ISO 32000-1, 12.3.3); all but the first level are closed. */
function writeItems(parent: PDFDict, parentRef: PDFRef, items: readonly Item[]): void {
  put(parent, 'First', items[0]?.ref);
  put(parent, 'Last', items.at(-1)?.ref);
  for (const [index, { dict, ref, kids }] of items.entries()) {
    put(dict, 'Parent', parentRef);
    put(dict, 'Prev', items[index - 1]?.ref);
    put(dict, 'Next', items[index + 1]?.ref);
    put(dict, 'Count', kids.length > 0 ? PDFNumber.of(-kids.length) : undefined);
    writeItems(dict, ref, kids);
  }
}

/**
 * Nests the outline of a packet: sheets under the openers of their stages, and each copy by its own
 * name. The browser makes an entry of every h1, in order, with its lower headings below it.
 */
export function nestOutline({ document }: Draft, entries: readonly OutlineEntry[]): void {
  const { catalog, context } = document;
  const root = dictOf(catalog, 'Outlines');
  const rootRef = catalog.entries().find(([key]) => key.decodeText() === 'Outlines')?.[1];
  const items = root ? readItems(root) : [];
  if (!root || !(rootRef instanceof PDFRef) || items.length !== entries.length) {
    const expected = `expected ${entries.length} entries in the outline`;
    throw new PdfShapeError(`${expected}, found ${items.length}`);
  }
  const top: Item[] = [];
  for (const [index, item] of items.entries()) {
    const { title = '', isNested = false } = entries[index] ?? {};
    put(item.dict, 'Title', textString(title));
    const opener = top.at(-1);
    if (isNested && opener) opener.kids.push(item);
    else top.push(item);
  }
  writeItems(root, rootRef, top);
  put(root, 'Count', context.obj(top.length));
  if (lookUp(root, 'First') === undefined) throw new PdfShapeError('the outline has no entries');
}
