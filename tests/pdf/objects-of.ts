import {
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** The raw objects of a file, for what no reader tells: fonts, streams, dictionaries. */
export async function openObjects(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** Every dictionary that is an object of its own, streams' dictionaries included. */
export function listDicts(document: PDFDocument): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, value]) => {
    if (value instanceof PDFDict) return [value];
    return value instanceof PDFRawStream ? [value.dict] : [];
  });
}

/** The name under a key, or nothing. */
export function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** The whole number under a key, or nothing. */
export function numberIn(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The annotations of a page in the order of the file, by the ids that PDF.js gives them: "47R". */
export function annotationIdsOf({ node }: PDFPage): string[] {
  const refs = node.Annots()?.asArray() ?? [];
  return refs.flatMap((ref) => (ref instanceof PDFRef ? [`${ref.objectNumber}R`] : []));
}
