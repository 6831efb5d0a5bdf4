import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

/** The value under a key with references followed. */
export function lookUp(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.context.lookup(dict.get(PDFName.of(key)));
}

/** The dictionary under a key, when there is one. */
export function dictOf(dict: PDFDict, key: string): PDFDict | undefined {
  const value = lookUp(dict, key);
  return value instanceof PDFDict ? value : undefined;
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
