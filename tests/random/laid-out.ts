import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { nameIn, openObjects } from '../pdf/objects-of.ts';
import { type Annotation, withPdf } from '../pdf/open-pdf.ts';

/** A stretch of text where a reader finds it; in points from the lower left corner of its page. */
export type Text = { page: number; text: string; x: number; y: number; height: number };

/** A tag with what is painted for it and for all below it. */
export type Tag = {
  role: string;
  /** Texts of its own, not those of tags with a block of their own. */
  texts: Text[];
  /** Pages that anything in it is painted on: words or fields. */
  pages: Set<number>;
  kids: Tag[];
};

export type Widget = {
  name: string;
  state: string;
  page: number;
  rect: [number, number, number, number];
};

/** A printed sheet as two readers see it; nothing is taken over from the making of it. */
export type LaidOut = {
  /** All letters of each page, without spaces. */
  letters: string[];
  /** Every text of each page, the running foot too. */
  texts: Text[];
  widgets: Widget[];
  tags: Tag[];
  /** How many tags there are of each role. */
  counts: Record<string, number>;
};

/**
 * All letters of a text without spaces and accents: a font may draw a letter and its accent as two
 * signs, and a reader then finds a letter without a dot and an accent.
 */
export function lettersOf(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\s\p{M}]/gu, '');
  return bare.replaceAll('ı', 'i').replaceAll('ȷ', 'j');
}

/** Tags that stand in a line of words, or only group. */
const INLINE = new Set(['NonStruct', 'Span', 'Strong', 'Em', 'Link', 'Code', 'Form']);

type Reading = Pick<LaidOut, 'letters' | 'texts' | 'widgets'> & {
  byMark: Map<string, Text[]>;
  pageOfWidget: Map<string, number>;
};

async function readTexts(document: PDFDocumentProxy, number: number, into: Reading): Promise<void> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: string[] = [];
  let letters = '';
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(('id' in item && item.id) || '');
      continue;
    }
    if (item.str.trim() === '') continue;
    const [, , , , x, y] = item.transform as number[];
    const text = { page: number - 1, text: item.str, x: x ?? 0, y: y ?? 0, height: item.height };
    const mark = open.findLast((one) => one !== '') ?? '';
    into.byMark.set(mark, [...(into.byMark.get(mark) ?? []), text]);
    into.texts.push(text);
    letters += item.str;
  }
  into.letters.push(lettersOf(letters));
}

async function readWidgets(document: PDFDocumentProxy, number: number, into: Reading) {
  const page = await document.getPage(number);
  const annotations = (await page.getAnnotations()) as Annotation[];
  for (const { id, subtype, fieldName = '', buttonValue = '', radioButton, rect } of annotations) {
    into.pageOfWidget.set(id, number - 1);
    if (subtype !== 'Widget') continue;
    const state = radioButton ? buttonValue : '';
    into.widgets.push({ name: fieldName, state, page: number - 1, rect });
  }
}

function kidsOf(element: PDFDict): unknown[] {
  const kids = element.lookup(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
}

/** Puts what an element holds into the tag that it belongs to, and tags below it into its kids. */
function fill(tag: Tag, element: PDFDict, reading: Reading, counts: LaidOut['counts']): void {
  const page = element.get(PDFName.of('Pg'));
  const addMark = (on: unknown, mark: unknown) => {
    const key =
      on instanceof PDFRef && mark instanceof PDFNumber ? `p${on.objectNumber}R_mc${mark}` : '';
    for (const text of reading.byMark.get(key) ?? []) {
      tag.texts.push(text);
      tag.pages.add(text.page);
    }
  };
  for (const kid of kidsOf(element)) {
    const value = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
    if (value instanceof PDFNumber) addMark(page, value);
    if (!(value instanceof PDFDict)) continue;
    const type = nameIn(value, 'Type');
    if (type === 'MCR')
      addMark(value.get(PDFName.of('Pg')) ?? page, value.lookup(PDFName.of('MCID')));
    else if (type === 'OBJR') {
      const target = value.get(PDFName.of('Obj'));
      const at =
        target instanceof PDFRef ? reading.pageOfWidget.get(`${target.objectNumber}R`) : undefined;
      if (at !== undefined) tag.pages.add(at);
    } else addElement(tag, value, reading, counts);
  }
}

function addElement(
  above: Tag,
  element: PDFDict,
  reading: Reading,
  counts: LaidOut['counts'],
): void {
  const role = nameIn(element, 'S') ?? '';
  counts[role] = (counts[role] ?? 0) + 1;
  if (INLINE.has(role)) {
    fill(above, element, reading, counts);
    return;
  }
  const tag: Tag = { role, texts: [], pages: new Set(), kids: [] };
  above.kids.push(tag);
  fill(tag, element, reading, counts);
  for (const page of tag.pages) above.pages.add(page);
}

function readTags(document: PDFDocument, reading: Reading): Pick<LaidOut, 'tags' | 'counts'> {
  const root: Tag = { role: '', texts: [], pages: new Set(), kids: [] };
  const counts = {};
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (tree instanceof PDFDict) fill(root, tree, reading, counts);
  return { tags: root.kids, counts };
}

/** Opens a file in PDF.js, and its tags in pdf-lib. */
export async function readLaidOut(bytes: Uint8Array): Promise<LaidOut> {
  const reading: Reading = {
    letters: [],
    texts: [],
    widgets: [],
    byMark: new Map(),
    pageOfWidget: new Map(),
  };
  await withPdf(bytes, async (document) => {
    for (let number = 1; number <= document.numPages; number++) {
      await readTexts(document, number, reading);
      await readWidgets(document, number, reading);
    }
  });
  const { letters, texts, widgets } = reading;
  return { letters, texts, widgets, ...readTags(await openObjects(bytes), reading) };
}

/** Every tag in reading order. */
export function* allTags(tags: readonly Tag[]): Generator<Tag> {
  for (const tag of tags) {
    yield tag;
    yield* allTags(tag.kids);
  }
}
