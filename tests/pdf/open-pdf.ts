import type { PDFDocumentProxy } from 'pdfjs-dist';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a file in PDF.js, the reader of Firefox, does some work with it and closes it. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  // PDF.js takes the bytes over and leaves the caller's array empty.
  const task = pdfjs.getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** A node of the structure tree as PDF.js gives it for a page. */
export type StructureNode = {
  role?: string;
  type?: string;
  id?: string;
  children?: StructureNode[];
};

/** What a page's annotation says of itself; the keys that tests look at. */
export type Annotation = {
  id: string;
  subtype: string;
  rect: [number, number, number, number];
  url?: string;
  unsafeUrl?: string;
  contentsObj?: { str: string };
  fieldName?: string;
  fieldType?: 'Tx' | 'Btn';
  fieldValue?: unknown;
  alternativeText?: string;
  buttonValue?: string;
  checkBox?: boolean;
  radioButton?: boolean;
  doNotScroll?: boolean;
  multiLine?: boolean;
  /** 1 where what is typed stands in the middle. */
  textAlignment?: number | null;
  backgroundColor?: Uint8ClampedArray | null;
  hasAppearance?: boolean;
  defaultAppearanceData?: { fontSize: number; fontName: string };
};

/** A stretch of text and where it begins, in points from the lower left corner. */
export type PlacedText = { text: string; x: number; y: number };

/** One page as a reader sees it. */
export type PageReading = {
  view: number[];
  annotations: Annotation[];
  structure: StructureNode;
  texts: PlacedText[];
};

/** A heading of the outline with those below it. */
export type OutlineNode = { title: string; at: number[]; items: OutlineNode[] };

/** Everything that the tests ask of a file, read in one go. */
export type PdfReading = {
  pages: PageReading[];
  info: Record<string, unknown>;
  /** The XMP packet as it stands in the file. */
  xmp: string;
  /** Single values of the XMP packet, by prefixed name in lower case. */
  xmpValues: Record<string, unknown>;
  isMarked: boolean;
  showsTitle: boolean;
  outline: OutlineNode[];
  fieldNames: string[];
};

type RawOutline = { title: string; dest: unknown; items: RawOutline[] };

function toOutline(items: RawOutline[] | null): OutlineNode[] {
  return (items ?? []).map(({ title, dest, items: below }) => {
    const at = Array.isArray(dest) ? dest.filter((value) => typeof value === 'number') : [];
    return { title, at, items: toOutline(below) };
  });
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageReading> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return {
    view: page.view,
    annotations: (await page.getAnnotations()) as Annotation[],
    structure: (await page.getStructTree()) as StructureNode,
    texts: items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
        : [],
    ),
  };
}

/** Reads a file whole. */
export function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  return withPdf(bytes, async (document) => {
    const { info, metadata } = await document.getMetadata();
    const pages: PageReading[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(document, number));
    }
    const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null;
    const preferences = (await document.getViewerPreferences()) as unknown as Map<string, unknown>;
    const fields = (await document.getFieldObjects()) as unknown as Map<string, unknown> | null;
    return {
      pages,
      info: info as Record<string, unknown>,
      xmp: String(metadata?.getRaw() ?? ''),
      xmpValues: Object.fromEntries(metadata ?? []),
      isMarked: marks?.get('Marked') === true,
      showsTitle: preferences?.get('DisplayDocTitle') === true,
      outline: toOutline((await document.getOutline()) as RawOutline[] | null),
      fieldNames: [...(fields?.keys() ?? [])],
    };
  });
}

/** Every node of a structure tree in reading order, each with the roles it stands in. */
export function* structureNodes(
  node: StructureNode,
  above: string[] = [],
): Generator<{ node: StructureNode; above: string[] }> {
  yield { node, above };
  const roles = node.role ? [...above, node.role] : above;
  for (const child of node.children ?? []) yield* structureNodes(child, roles);
}

/** The annotations that the structure tree of a page leads to, in reading order. */
export function annotationsInReadingOrder({ structure }: PageReading): string[] {
  return [...structureNodes(structure)].flatMap(({ node }) =>
    node.type === 'annotation' && node.id ? [node.id.replace('pdfjs_internal_id_', '')] : [],
  );
}

/** All letters of a text in their order, without spaces: readers disagree about those. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** All letters of a file in their order. */
export function lettersIn({ pages }: PdfReading): string {
  return lettersOf(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
}
