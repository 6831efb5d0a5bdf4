import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { put, textString } from '../../../scripts/pdf/values.ts';
import { linkOutline, type OutlineItem } from './outline.ts';
import { StreamStore } from './stream-store.ts';

/** A packet while it is being bound. */
export type Binding = {
  document: PDFDocument;
  context: PDFContext;
  pagesRef: PDFRef;
  structureRef: PDFRef;
  /** The one Document element, above all parts. */
  topRef: PDFRef;
  outlineRef: PDFRef;
  streams: StreamStore;
  pages: PDFRef[];
  parts: PDFRef[];
  /** What each page and each annotation means in the structure tree, by its number. */
  parents: [key: number, value: PDFObject][];
  /** The first number that is still free there. */
  nextParent: number;
  ids: [id: string, element: PDFRef][];
  roles: PDFDict;
  outline: OutlineItem[];
  destinations: PDFDict;
  fields: PDFRef[];
  /** The fonts that answers are typed in, by their name in the form. */
  fonts: PDFDict;
  /** How answers look where a field does not say it. */
  look?: PDFObject;
};

/** An empty packet. */
export async function openBinding(): Promise<Binding> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const pagesRef = document.catalog.get(context.obj('Pages'));
  if (!(pagesRef instanceof PDFRef)) throw new TypeError('expected a new document to have pages');
  return {
    document,
    context,
    pagesRef,
    structureRef: context.nextRef(),
    topRef: context.nextRef(),
    outlineRef: context.nextRef(),
    streams: new StreamStore(),
    pages: [],
    parts: [],
    parents: [],
    nextParent: 0,
    ids: [],
    roles: PDFDict.withContext(context),
    outline: [],
    destinations: PDFDict.withContext(context),
    fields: [],
    fonts: PDFDict.withContext(context),
  };
}

/** A structure element; its kids are set when they are there. */
export function newElement(
  binding: Binding,
  role: string,
  parent: PDFRef,
): { ref: PDFRef; dict: PDFDict } {
  const dict = binding.context.obj({ Type: 'StructElem', S: role });
  put(dict, 'P', parent);
  return { ref: binding.context.register(dict), dict };
}

/** A part of the packet, which is one copy of a sheet or one of the pages before the sheets. */
export function newPart(binding: Binding, title: string): { ref: PDFRef; dict: PDFDict } {
  const part = newElement(binding, 'Part', binding.topRef);
  put(part.dict, 'T', textString(title));
  binding.parts.push(part.ref);
  return part;
}

function closeStructure(binding: Binding, lang: string): void {
  const { context, structureRef, topRef, parents, ids } = binding;
  const top = context.obj({ Type: 'StructElem', S: 'Document' });
  put(top, 'P', structureRef);
  put(top, 'Lang', textString(lang));
  put(top, 'K', context.obj(binding.parts));
  context.assign(topRef, top);
  const root = context.obj({ Type: 'StructTreeRoot' });
  put(root, 'K', context.obj([topRef]));
  put(root, 'RoleMap', binding.roles);
  const inOrder = [...parents].sort(([a], [b]) => a - b);
  const nums = inOrder.flatMap(([key, value]) => [PDFNumber.of(key), value]);
  put(root, 'ParentTree', context.register(context.obj({ Nums: nums })));
  put(root, 'ParentTreeNextKey', PDFNumber.of(binding.nextParent));
  const names = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  const tree = names.flatMap(([id, ref]) => [textString(id), ref]);
  if (tree.length > 0) put(root, 'IDTree', context.register(context.obj({ Names: tree })));
  context.assign(structureRef, root);
}

function closeForm({ context, document, fields, fonts, look }: Binding): void {
  if (fields.length === 0) return;
  const form = PDFDict.withContext(context);
  put(form, 'Fields', context.obj(fields));
  put(form, 'DR', context.obj({ Font: fonts }));
  put(form, 'DA', look);
  put(document.catalog, 'AcroForm', context.register(form));
}

/** Puts what was gathered into the catalog: pages, tags, outline, fields. */
export function closeBinding(binding: Binding, lang: string): void {
  const { context, document, pages, outline, outlineRef } = binding;
  const { catalog } = document;
  const tree = context.lookup(binding.pagesRef, PDFDict);
  put(tree, 'Kids', context.obj(pages));
  put(tree, 'Count', PDFNumber.of(pages.length));
  closeStructure(binding, lang);
  put(catalog, 'StructTreeRoot', binding.structureRef);
  const entries = context.obj({ Type: 'Outlines', Count: outline.length });
  linkOutline(entries, outlineRef, outline);
  context.assign(outlineRef, entries);
  put(catalog, 'Outlines', outlineRef);
  if (binding.destinations.keys().length > 0) put(catalog, 'Dests', binding.destinations);
  closeForm(binding);
}
