import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { listOf, nameOf, PdfShapeError, textOf } from '../objects.ts';
import { kidsOf, setKids } from '../structure-kids.ts';
import { dictOf, lookUp, put, textString } from '../values.ts';

/** Structure types of PDF 2.0 that Chromium writes, and what PDF 1.7 readers take them for. */
const ROLE_MAP = { Strong: 'Span', Em: 'Span', Aside: 'Div' };
/** Types that stay even when nothing is in them: a table without its empty cells is no table. */
const KEPT_EMPTY = new Set(['TD', 'TH', 'Document']);

type Walk = {
  draft: Draft;
  pageIndex: Map<string, number>;
  /** New element ids by the browser's own, which grow with all it did before. */
  ids: Map<string, string>;
  /** Elements that have an id, in the order of the tree. */
  identified: [string, PDFRef][];
};

function stableId(walk: Walk, id: string): string {
  const known = walk.ids.get(id) ?? `e${String(walk.ids.size + 1).padStart(4, '0')}`;
  walk.ids.set(id, known);
  return known;
}

/** A marked-content sequence: kept, or given up as decoration when it paints nothing but paths. */
function keepsContent(
  walk: Walk,
  element: PDFDict,
  kid: PDFNumber | PDFDict,
  type: string,
): boolean {
  const ownPage = element.get(PDFName.of('Pg'));
  const page = kid instanceof PDFDict ? (kid.get(PDFName.of('Pg')) ?? ownPage) : ownPage;
  const id = kid instanceof PDFDict ? lookUp(kid, 'MCID') : kid;
  const index = page instanceof PDFRef ? walk.pageIndex.get(page.tag) : undefined;
  const draft = index === undefined ? undefined : walk.draft.pages[index];
  if (!draft || !(id instanceof PDFNumber) || draft.demoted.has(id.asNumber())) return false;
  const content = draft.marked.get(id.asNumber());
  const speaks = content && (content.texts > 0 || content.objects > 0 || type === 'Figure');
  if (!speaks) draft.demoted.add(id.asNumber());
  return Boolean(speaks);
}

function isObjectReference(value: PDFObject | undefined): value is PDFDict {
  return value instanceof PDFDict && nameOf(value, 'Type') === 'OBJR';
}

/** Goes through the kids of an element; gives those that stay, and whether one is a field. */
function visitKids(
  walk: Walk,
  element: PDFDict,
  type: string,
): { kids: PDFObject[]; isField: boolean } {
  const { context } = walk.draft.document;
  let isField = false;
  const kids = kidsOf(element).filter((kid) => {
    const value = context.lookup(kid);
    if (isObjectReference(value)) {
      const target = value.get(PDFName.of('Obj'));
      if (!(target instanceof PDFRef)) return false;
      walk.draft.order.set(target.tag, walk.draft.order.size);
      isField ||= walk.draft.places.has(target.tag);
      return true;
    }
    const isSequence =
      value instanceof PDFNumber || (value instanceof PDFDict && nameOf(value, 'Type') === 'MCR');
    if (isSequence) return keepsContent(walk, element, value, type);
    return kid instanceof PDFRef && visitElement(walk, kid);
  });
  return { kids, isField };
}

/** A list item holds a label and a body, and nothing else (ISO 32000-1, 14.8.4.3.3). */
function wrapListBody(walk: Walk, item: PDFRef, element: PDFDict, kids: PDFObject[]): PDFObject[] {
  const { context } = walk.draft.document;
  const isPart = (kid: PDFObject) => {
    const value = context.lookup(kid);
    return value instanceof PDFDict && ['Lbl', 'LBody'].includes(nameOf(value, 'S') ?? '');
  };
  const rest = kids.filter((kid) => !isPart(kid));
  if (rest.length === 0) return kids;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item });
  put(body, 'Pg', element.get(PDFName.of('Pg')));
  setKids(body, rest);
  const ref = context.register(body);
  for (const kid of rest) {
    const value = context.lookup(kid);
    if (value instanceof PDFDict && value.has(PDFName.of('S'))) put(value, 'P', ref);
  }
  return [...kids.filter(isPart), ref];
}

function renumberHeaders(walk: Walk, element: PDFDict): void {
  const { context } = walk.draft.document;
  for (const item of listOf(element, 'A')) {
    const attributes = context.lookup(item);
    if (!(attributes instanceof PDFDict)) continue;
    const headers = listOf(attributes, 'Headers');
    if (headers.length === 0) continue;
    const renamed = headers.map((header) => textString(stableId(walk, textOf(header) ?? '')));
    put(attributes, 'Headers', context.obj(renamed));
  }
}

function identify(walk: Walk, ref: PDFRef, element: PDFDict): void {
  const id = textOf(lookUp(element, 'ID'));
  if (id === undefined) return;
  const stable = stableId(walk, id);
  put(element, 'ID', textString(stable));
  walk.identified.push([stable, ref]);
}

/** Tidies one element and all below it; says whether it stays in the tree. */
function visitElement(walk: Walk, ref: PDFRef): boolean {
  const { context } = walk.draft.document;
  const element = context.lookup(ref);
  if (!(element instanceof PDFDict)) return false;
  const type = nameOf(element, 'S') ?? '';
  const { kids: found, isField } = visitKids(walk, element, type);
  let kids = found;
  if (isField) {
    // One Form element holds exactly one widget (PDF/UA-1, 7.18.4); print-only attributes go.
    kids = kids.filter((kid) => isObjectReference(context.lookup(kid)));
    put(element, 'S', PDFName.of('Form'));
    put(element, 'A', undefined);
  }
  if (type === 'LI') kids = wrapListBody(walk, ref, element, kids);
  const hasAlternative = element.has(PDFName.of('Alt')) || element.has(PDFName.of('ActualText'));
  if (type === 'Figure' && !hasAlternative) put(element, 'S', PDFName.of('Div'));
  setKids(element, kids);
  if (kids.length === 0 && !KEPT_EMPTY.has(type)) return false;
  identify(walk, ref, element);
  renumberHeaders(walk, element);
  return true;
}

/**
 * Tidies the structure tree in place: decoration out, fields as Form, list bodies, figures without
 * a description as plain groups, empty elements out, and ids that do not depend on the browser.
 */
export function tidyStructure(draft: Draft): void {
  const { catalog, context } = draft.document;
  const root = dictOf(catalog, 'StructTreeRoot');
  if (!root) throw new PdfShapeError('Expected a tagged PDF, found no structure tree');
  const pageIndex = new Map(draft.pages.map(({ ref }, index) => [ref.tag, index]));
  const walk: Walk = { draft, pageIndex, ids: new Map(), identified: [] };
  for (const kid of kidsOf(root)) if (kid instanceof PDFRef) visitElement(walk, kid);
  put(root, 'RoleMap', context.obj(ROLE_MAP));
  const names = walk.identified
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, ref]) => [textString(id), ref]);
  put(root, 'IDTree', names.length > 0 ? context.obj({ Names: names }) : undefined);
}
