import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { put, textString } from '../../../scripts/pdf/values.ts';
import { entryIn, itemsIn, toDict, toNumber, toWords } from '../pdf-answers/pdf-values.ts';
import { type Binding, newPart } from './binding.ts';
import { Copier } from './copier.ts';
import { closeOutlineItem, linkOutline, listOutline, newOutlineItem } from './outline.ts';
import { BindError } from './packet-order.ts';
import type { SourceSheet } from './source-sheet.ts';

/** One copy of a sheet in a packet. */
export type SheetPart = {
  /** What its ids and the names of its fields begin with: "s16a". */
  id: string;
  /** "Sleep diary · Copy 1 of 2". */
  title: string;
};

/** A copy that stands in the packet: its pages and its part of the structure tree. */
export type BoundSheet = { pages: PDFRef[]; first: PDFRef; part: PDFRef };

type Task = {
  binding: Binding;
  source: SourceSheet;
  copier: Copier;
  part: SheetPart;
  /** Its element in the structure tree. */
  element: { ref: PDFRef; dict: PDFDict };
};

function copyDict({ binding, copier }: Task, ref: PDFRef): { ref: PDFRef; dict: PDFDict } {
  const copied = copier.copyRef(ref);
  return { ref: copied, dict: binding.context.lookup(copied, PDFDict) };
}

/** Moves a number of the structure tree to those of this copy. */
function renumber({ binding }: Task, dict: PDFDict, key: string): void {
  const number = toNumber(dict, entryIn(dict, key));
  if (number !== undefined) put(dict, key, PDFNumber.of(number + binding.nextParent));
}

/** Links inside the sheet lead to the places of this copy. */
function renameDestination({ part, source }: Task, owner: PDFDict, key: string): void {
  const name = toWords(owner.context.lookup(entryIn(owner, key)));
  const places = toDict(source.catalog, entryIn(source.catalog, 'Dests'));
  if (name !== undefined && places?.has(PDFName.of(name))) {
    put(owner, key, PDFName.of(`${part.id}-${name}`));
  }
}

/** Copies the pages with their annotations. Gives the new pages. */
function bindPages(task: Task): PDFRef[] {
  const { source, binding } = task;
  return source.pages.map((page) => {
    const { ref, dict } = copyDict(task, page);
    renumber(task, dict, 'StructParents');
    for (const item of itemsIn(dict, 'Annots')) {
      const annotation = toDict(dict, item);
      if (!annotation) continue;
      renumber(task, annotation, 'StructParent');
      renameDestination(task, annotation, 'Dest');
      const action = toDict(annotation, entryIn(annotation, 'A'));
      if (action) renameDestination(task, action, 'D');
    }
    binding.pages.push(ref);
    return ref;
  });
}

function renameHeaders(part: SheetPart, element: PDFDict): void {
  for (const item of itemsIn(element, 'A')) {
    const attributes = toDict(element, item);
    const headers = attributes?.lookup(PDFName.of('Headers'));
    if (!attributes || !(headers instanceof PDFArray)) continue;
    const renamed = headers.asArray().map((id) => textString(`${part.id}-${toWords(id) ?? ''}`));
    put(attributes, 'Headers', attributes.context.obj(renamed));
  }
}

/** Gives the elements ids that no other part has. */
function renameIds({ binding, part }: Task, start: readonly PDFObject[]): void {
  const waiting = [...start];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const element = binding.context.lookup(next);
    if (!(next instanceof PDFRef) || !(element instanceof PDFDict)) continue;
    if (!element.has(PDFName.of('S'))) continue;
    const id = toWords(entryIn(element, 'ID'));
    if (id !== undefined) {
      put(element, 'ID', textString(`${part.id}-${id}`));
      binding.ids.push([`${part.id}-${id}`, next]);
    }
    renameHeaders(part, element);
    waiting.push(...itemsIn(element, 'K'));
  }
}

/** The top of a sheet's own tags; the part takes its place. */
function listTops({ structure }: SourceSheet): { ref: PDFRef; dict: PDFDict }[] {
  return itemsIn(structure, 'K').map((ref) => {
    const dict = toDict(structure, ref);
    if (!dict || !(ref instanceof PDFRef) || toWords(entryIn(dict, 'S')) !== 'Document') {
      throw new BindError('expected a Document at the top of the tags');
    }
    return { ref, dict };
  });
}

/** Copies the tags: what was below the document of the sheet stands below a part of the packet. */
function bindStructure(task: Task): void {
  const { source, binding, copier, element } = task;
  const kids = listTops(source).flatMap(({ dict }) =>
    itemsIn(dict, 'K').map((kid) => copier.copy(kid)),
  );
  put(element.dict, 'K', binding.context.obj(kids));
  renameIds(task, kids);
  const roles = toDict(source.structure, entryIn(source.structure, 'RoleMap'));
  for (const [key, value] of roles?.entries() ?? []) binding.roles.set(key, value);
  for (const [key, value] of source.parents) {
    binding.parents.push([key + binding.nextParent, copier.copy(value)]);
  }
  const last = source.parents.reduce((most, [key]) => Math.max(most, key), -1);
  binding.nextParent += last + 1;
}

/** One entry of the outline by the name of the copy, with the lower headings below it. */
function bindOutline(task: Task, firstPage: PDFRef): void {
  const { source, binding, copier, part } = task;
  const { outline } = source;
  if (outline) copier.replace(outline.ref, binding.outlineRef);
  const items = outline ? listOutline(outline.dict).map((ref) => copyDict(task, ref)) : [];
  const [only, ...more] = items;
  const isHead = only !== undefined && more.length === 0;
  const item = isHead ? only : newOutlineItem(binding.context, part.title, firstPage);
  put(item.dict, 'Title', textString(part.title));
  if (!isHead) linkOutline(item.dict, item.ref, items);
  closeOutlineItem(item);
  binding.outline.push(item);
}

/** Fields keep all but their name, which then begins with that of the part. */
function bindFields(task: Task): void {
  const { source, binding, part } = task;
  const { form } = source;
  if (!form) return;
  for (const item of itemsIn(form, 'Fields')) {
    if (!(item instanceof PDFRef)) throw new BindError('expected fields by reference');
    const { ref, dict } = copyDict(task, item);
    const name = toWords(entryIn(dict, 'T'));
    if (name === undefined) throw new BindError('expected a field with a name');
    put(dict, 'T', textString(`${part.id}-${name}`));
    binding.fields.push(ref);
  }
  bindFonts(task, form);
}

function fontFile(binding: Binding, font: PDFObject | undefined): PDFObject | undefined {
  const dict = binding.context.lookup(font);
  const description = dict instanceof PDFDict && toDict(dict, entryIn(dict, 'FontDescriptor'));
  return description ? entryIn(description, 'FontFile2') : undefined;
}

/** The fonts that answers are typed in: the same in all sheets, so the first sheet's stay. */
function bindFonts({ binding, copier }: Task, form: PDFDict): void {
  binding.look ??= entryIn(form, 'DA');
  const resources = toDict(form, entryIn(form, 'DR'));
  const fonts = resources && toDict(resources, entryIn(resources, 'Font'));
  for (const [key, value] of fonts?.entries() ?? []) {
    const known = binding.fonts.get(key);
    const copied = copier.copy(value);
    if (!known) binding.fonts.set(key, copied);
    else if (fontFile(binding, known) !== fontFile(binding, copied)) {
      throw new BindError('expected all sheets to have the same font to type in');
    }
  }
}

/** Places that links inside the sheet lead to, by the names of this copy. */
function bindDestinations({ source, binding, copier, part }: Task): void {
  const places = toDict(source.catalog, entryIn(source.catalog, 'Dests'));
  for (const [key, value] of places?.entries() ?? []) {
    const name = PDFName.of(`${part.id}-${key.decodeText()}`);
    binding.destinations.set(name, copier.copy(value));
  }
}

/** Puts one copy of a sheet at the end of the packet: pages, tags, outline, fields and links. */
export function bindSheet(binding: Binding, source: SourceSheet, part: SheetPart): BoundSheet {
  const { alike, context: from } = source;
  const copier = new Copier({ from, into: binding.context, alike, streams: binding.streams });
  copier.replace(source.pagesRef, binding.pagesRef);
  copier.replace(source.structureRef, binding.structureRef);
  const element = newPart(binding, part.title);
  for (const { ref } of listTops(source)) copier.replace(ref, element.ref);
  const task: Task = { binding, source, copier, part, element };
  const pages = bindPages(task);
  const [first] = pages;
  if (!first) throw new BindError('expected at least one page');
  bindOutline(task, first);
  bindFields(task);
  bindDestinations(task);
  // Last, for it moves on the numbers that the pages of this copy were given.
  bindStructure(task);
  return { pages, first, part: element.ref };
}
