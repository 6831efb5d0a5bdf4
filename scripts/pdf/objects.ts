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

rememberNames();

/** A PDF that is not shaped as the browser writes it; the message says what was expected. */
export class PdfShapeError extends Error {
  override name = 'PdfShapeError';
}

/** The value under a key with references followed. */
export function lookUp(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.context.lookup(dict.get(PDFName.of(key)));
}

/** The dictionary under a key, when there is one. */
export function dictOf(dict: PDFDict, key: string): PDFDict | undefined {
  const value = lookUp(dict, key);
  return value instanceof PDFDict ? value : undefined;
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

/** Sets a key, or removes it when there is no value. */
export function put(dict: PDFDict, key: string, value: PDFObject | undefined): void {
  if (value === undefined) dict.delete(PDFName.of(key));
  else dict.set(PDFName.of(key), value);
}

/** A text string: plain where it is ASCII, UTF-16 otherwise (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PDFString | PDFHexString {
  if (!/^[\x20-\x7e]*$/.test(text)) return PDFHexString.fromText(text);
  return PDFString.of(text.replace(/[\\()]/g, '\\$&'));
}

/** A coordinate with no more digits than a printer can use. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
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
