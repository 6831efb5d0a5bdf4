import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** The value under a key, not followed when it is a reference. */
export function entryIn(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.get(PDFName.of(key));
}

/** What stands under a key, references followed. */
export function valueIn(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.context.lookup(entryIn(dict, key));
}

/** The reference under a key, when there is one. */
export function refIn(dict: PDFDict, key: string): PDFRef | undefined {
  const value = entryIn(dict, key);
  return value instanceof PDFRef ? value : undefined;
}

/** The items of the array under a key, not followed; a single value stands for a list of one. */
export function itemsIn(dict: PDFDict, key: string): PDFObject[] {
  const value = valueIn(dict, key);
  if (value instanceof PDFArray) return value.asArray();
  const own = entryIn(dict, key);
  return own && value ? [own] : [];
}

/** A reference or a direct value as a dictionary, when it is one. */
export function toDict(owner: PDFDict, value: PDFObject | undefined): PDFDict | undefined {
  const found = owner.context.lookup(value);
  return found instanceof PDFDict ? found : undefined;
}

/** A number, or none. */
export function toNumber(owner: PDFDict, value: PDFObject | undefined): number | undefined {
  const found = owner.context.lookup(value);
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

/** A text string or a name as words; nothing where it is neither. */
export function toWords(value: PDFObject | undefined): string | undefined {
  const isText =
    value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName;
  return isText ? value.decodeText() : undefined;
}

/** The number under a key, 0 where there is none. */
export function numberIn(dict: PDFDict, key: string): number {
  return toNumber(dict, entryIn(dict, key)) ?? 0;
}

/** The text or the name under a key; nothing where there is neither. */
export function wordsIn(dict: PDFDict, key: string): string | undefined {
  return toWords(valueIn(dict, key));
}

/** The dictionary under a key, when there is one. */
export function dictIn(dict: PDFDict, key: string): PDFDict | undefined {
  return toDict(dict, entryIn(dict, key));
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

/** Bytes or codes as the digits of a hexadecimal string. */
export function hexOf(codes: Iterable<number>): string {
  return Array.from(codes, (code) => code.toString(16).padStart(2, '0')).join('');
}
