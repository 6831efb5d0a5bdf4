import { ParseSpeeds, type PDFDict, PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { inspectMarkedContent, type MarkedContent } from './content-stream.ts';
import { PdfShapeError, streamBytes } from './objects.ts';

/** A page while it is being finished. */
export type PageDraft = {
  ref: PDFRef;
  dict: PDFDict;
  contents: PDFRef;
  /** The content stream, one character a byte. */
  stream: string;
  /** What each marked-content sequence paints. */
  marked: Map<number, MarkedContent>;
  /** Sequences that are decoration, and become artifacts. */
  demoted: Set<number>;
};

/** A field's place as the browser printed it: a link annotation that becomes a widget. */
export type FieldPlace = {
  ref: PDFRef;
  annotation: PDFDict;
  /** Index of its page. */
  page: number;
  /** Name in the PDF. */
  name: string;
  /** The state of its group that a radio button stands for. */
  state?: string;
};

/** One loaded document on its way to being finished; the passes change it in place. */
export type Draft = {
  document: PDFDocument;
  pages: PageDraft[];
  /** Field places by their annotation's reference. */
  places: Map<string, FieldPlace>;
  /** Position of each annotation in the structure tree, by its reference. */
  order: Map<string, number>;
};

/** Loads what the browser printed. */
export async function loadDraft(bytes: Uint8Array): Promise<Draft> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const pages = document.getPages().map((page): PageDraft => {
    const { node, ref } = page;
    const contents = node.get(node.context.obj('Contents'));
    if (!contents || !('objectNumber' in contents)) {
      throw new PdfShapeError('Expected one content stream a page, as Chromium writes it');
    }
    const stream = streamBytes(node.context.lookup(contents)).toString('latin1');
    const marked = inspectMarkedContent(stream);
    return { ref, dict: node, contents: contents as PDFRef, stream, marked, demoted: new Set() };
  });
  return { document, pages, places: new Map(), order: new Map() };
}
