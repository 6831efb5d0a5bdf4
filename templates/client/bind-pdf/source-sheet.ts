import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { itemsIn, refIn, toDict, toNumber } from '../pdf-answers/pdf-values.ts';
import type { Copies } from './copier.ts';
import { BindError } from './packet-order.ts';

/** A finished sheet, opened, with the parts of it that a packet is made of. */
export type SourceSheet = {
  context: PDFContext;
  catalog: PDFDict;
  /** The node above all pages, which must have no other nodes below it. */
  pagesRef: PDFRef;
  pages: PDFRef[];
  structureRef: PDFRef;
  structure: PDFDict;
  /** What each page and each annotation means in the structure tree, by its number. */
  parents: [key: number, value: PDFObject][];
  outline?: { ref: PDFRef; dict: PDFDict };
  form?: PDFDict;
  /** What was made of its fonts and streams; the same for all its copies. */
  alike: Copies;
};

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new BindError(`expected ${what}, found none`);
  return value;
}

/** The pages below a node, in order. */
function listPages(node: PDFDict): PDFRef[] {
  return itemsIn(node, 'Kids').flatMap((kid) => {
    const dict = toDict(node, kid);
    if (!dict || !(kid instanceof PDFRef)) throw new BindError('expected pages by reference');
    if (itemsIn(dict, 'Kids').length > 0) throw new BindError('expected pages on one level');
    for (const key of ['Resources', 'MediaBox']) need(refOrValue(dict, key), `a page with ${key}`);
    return [kid];
  });
}

const refOrValue = (dict: PDFDict, key: string) => itemsIn(dict, key)[0];

/** The entries of a number tree (ISO 32000-1, 7.9.7). */
function listNumbers(tree: PDFDict): [number, PDFObject][] {
  const below = itemsIn(tree, 'Kids').flatMap((kid) => {
    const dict = toDict(tree, kid);
    return dict ? listNumbers(dict) : [];
  });
  const nums = itemsIn(tree, 'Nums');
  const own = nums.flatMap((item, at): [number, PDFObject][] => {
    const value = nums[at + 1];
    return at % 2 === 0 && item instanceof PDFNumber && value ? [[item.asNumber(), value]] : [];
  });
  return [...own, ...below];
}

/** Objects that paint by a number of their own in the structure tree; our sheets have none. */
function assertNoInnerTags(context: PDFContext): void {
  for (const [, value] of context.enumerateIndirectObjects()) {
    const dict = 'dict' in value && value.dict instanceof PDFDict ? value.dict : undefined;
    if (dict && toNumber(dict, refOrValue(dict, 'StructParents')) !== undefined) {
      throw new BindError('expected tags on pages only, found some inside a drawing');
    }
  }
}

/** Opens a finished sheet. Throws `BindError` when it is not shaped as this site makes them. */
export async function openSheet(bytes: Uint8Array): Promise<SourceSheet> {
  const { context, catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  assertNoInnerTags(context);
  const pagesRef = need(refIn(catalog, 'Pages'), 'pages');
  const structureRef = need(refIn(catalog, 'StructTreeRoot'), 'a tagged file');
  const structure = need(toDict(catalog, structureRef), 'a structure tree');
  const tree = need(toDict(structure, refOrValue(structure, 'ParentTree')), 'a parent tree');
  const outlineRef = refIn(catalog, 'Outlines');
  const outline = outlineRef && toDict(catalog, outlineRef);
  return {
    context,
    catalog,
    pagesRef,
    pages: listPages(need(toDict(catalog, pagesRef), 'pages')),
    structureRef,
    structure,
    parents: listNumbers(tree),
    outline: outlineRef && outline && { ref: outlineRef, dict: outline },
    form: toDict(catalog, refOrValue(catalog, 'AcroForm')),
    alike: new Map(),
  };
}
