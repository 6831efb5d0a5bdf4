import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { rememberNames } from './quick-names.ts';
import { lookUp, put } from './values.ts';

rememberNames();

/** A PDF that is not shaped as the browser writes it; the message says what was expected. */
export class PdfShapeError extends Error {
  override name = 'PdfShapeError';
}

/** The array under a key as a list; empty when there is none. */
export function listOf(dict: PDFDict, key: string): PDFObject[] {
  const value = lookUp(dict, key);
  return value instanceof PDFArray ? value.asArray() : [];
}

/** The name under a key without its slash. */
export function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = lookUp(dict, key);
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** A text string, however it is written. */
export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined;
}

/** The numbers of an array, references followed. */
export function numbersOf(dict: PDFDict, key: string): number[] {
  return listOf(dict, key).map((item) => {
    const value = dict.context.lookup(item);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
}

/** A stream's bytes, inflated. */
export function streamBytes(stream: PDFObject | undefined): Buffer {
  if (!(stream instanceof PDFRawStream)) throw new PdfShapeError('Expected a stream, found none');
  const filter = nameOf(stream.dict, 'Filter');
  if (filter === 'FlateDecode') return inflateSync(stream.contents);
  if (filter === undefined) return Buffer.from(stream.contents);
  throw new PdfShapeError(`Expected a Flate stream, found ${filter}`);
}

/** A new stream; deflated unless it has to be found by programs that read no PDF (XMP). */
export function newStream(
  context: PDFContext,
  bytes: Uint8Array,
  keys: Record<string, string | number> = {},
  deflated = true,
): PDFRawStream {
  const contents = deflated ? deflateSync(bytes, { level: 6 }) : bytes;
  const dict = context.obj(deflated ? { ...keys, Filter: 'FlateDecode' } : keys);
  put(dict, 'Length', PDFNumber.of(contents.length));
  return PDFRawStream.of(dict, new Uint8Array(contents));
}

/** Every object that a value leads to, itself included, each once. */
export function* reachable(context: PDFContext, start: PDFObject | undefined): Generator<PDFRef> {
  const seen = new Set<string>();
  const waiting: (PDFObject | undefined)[] = [start];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (item instanceof PDFRef) {
      if (seen.has(item.tag)) continue;
      seen.add(item.tag);
      yield item;
      waiting.push(context.lookup(item));
    } else if (item instanceof PDFDict) waiting.push(...item.values());
    else if (item instanceof PDFArray) waiting.push(...item.asArray());
    else if (item instanceof PDFRawStream) waiting.push(item.dict);
  }
}
