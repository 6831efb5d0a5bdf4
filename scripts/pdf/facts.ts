import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { listOf, nameOf, streamBytes, textOf } from './objects.ts';
import { pageScale } from './page-scale.ts';
import { kidsOf } from './structure-kids.ts';
import { dictOf, lookUp } from './values.ts';

/** A widget as it stands in a file. */
export type WidgetFact = {
  name: string;
  state?: string;
  page: number;
  label: string;
  tagged: boolean;
};

/** What a finished file really holds. */
export type PdfFacts = {
  pages: number;
  /** How large each page is set; 1 when nothing was shrunk. */
  scales: number[];
  /** How many structure elements there are of each type. */
  tags: Record<string, number>;
  /** Every widget, page by page in the order of tabbing. */
  widgets: WidgetFact[];
  /** Which headings, counted from 0 in reading order, are painted on more than one page. */
  doubledHeadings: number[];
};

type Reading = { facts: PdfFacts; formTargets: Set<string>; headings: number };

/** The pages that an element and all below it paint on. */
function paintedPages(element: PDFDict): Set<string> {
  const page = element.get(PDFName.of('Pg'));
  const pages = new Set<string>();
  for (const kid of kidsOf(element)) {
    const value = element.context.lookup(kid);
    if (value instanceof PDFNumber && page instanceof PDFRef) pages.add(page.tag);
    if (!(value instanceof PDFDict)) continue;
    const own = value.get(PDFName.of('Pg'));
    if (nameOf(value, 'Type') === 'MCR') pages.add(own instanceof PDFRef ? own.tag : String(page));
    else for (const tag of paintedPages(value)) pages.add(tag);
  }
  return pages;
}

function readElement(element: PDFDict, reading: Reading): void {
  const type = nameOf(element, 'S');
  if (type) reading.facts.tags[type] = (reading.facts.tags[type] ?? 0) + 1;
  if (type && /^H\d$/.test(type)) {
    if (paintedPages(element).size > 1) reading.facts.doubledHeadings.push(reading.headings);
    reading.headings++;
  }
  for (const kid of kidsOf(element)) {
    const value = element.context.lookup(kid);
    if (!(value instanceof PDFDict)) continue;
    const target = value.get(PDFName.of('Obj'));
    if (nameOf(value, 'Type') !== 'OBJR') readElement(value, reading);
    else if (type === 'Form' && target instanceof PDFRef) reading.formTargets.add(target.tag);
  }
}

function toWidgetFact(ref: PDFRef, widget: PDFDict, page: number, tagged: boolean): WidgetFact {
  const parent = dictOf(widget, 'Parent');
  const appearance = dictOf(widget, 'AP');
  const states = parent && appearance ? dictOf(appearance, 'N') : undefined;
  const on = states
    ?.keys()
    .map((key) => key.decodeText())
    .find((key) => key !== 'Off');
  const name = textOf(lookUp(parent ?? widget, 'T')) ?? ref.tag;
  return {
    name,
    state: on,
    page,
    label: textOf(lookUp(widget, 'TU')) ?? '',
    tagged,
  };
}

/** Opens a finished file and reads what is in it; nothing is taken over from the making of it. */
export async function readFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const pages = document.getPages();
  const streams = pages.map(({ node }) => streamBytes(lookUp(node, 'Contents')).toString('latin1'));
  const facts: PdfFacts = {
    pages: pages.length,
    scales: streams.map(pageScale),
    tags: {},
    widgets: [],
    doubledHeadings: [],
  };
  const reading: Reading = { facts, formTargets: new Set(), headings: 0 };
  const root = dictOf(document.catalog, 'StructTreeRoot');
  for (const kid of root ? kidsOf(root) : []) {
    const element = document.context.lookup(kid);
    if (element instanceof PDFDict) readElement(element, reading);
  }
  for (const [index, { node }] of pages.entries()) {
    for (const ref of listOf(node, 'Annots')) {
      const annotation = document.context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) continue;
      if (nameOf(annotation, 'Subtype') !== 'Widget') continue;
      facts.widgets.push(toWidgetFact(ref, annotation, index, reading.formTargets.has(ref.tag)));
    }
  }
  return facts;
}
