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
import { lookUp } from '../../../scripts/pdf/values.ts';

/** The value under a key, not followed when it is a reference. */
export function entryIn(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.get(PDFName.of(key));
}

/** The reference under a key, when there is one. */
export function refIn(dict: PDFDict, key: string): PDFRef | undefined {
  const value = entryIn(dict, key);
  return value instanceof PDFRef ? value : undefined;
}

/** The items of the array under a key, not followed; a single value stands for a list of one. */
export function itemsIn(dict: PDFDict, key: string): PDFObject[] {
  const value = lookUp(dict, key);
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
  return toWords(lookUp(dict, key));
}

/** Bytes or codes as the digits of a hexadecimal string. */
export function hexOf(codes: Iterable<number>): string {
  return Array.from(codes, (code) => code.toString(16).padStart(2, '0')).join('');
}
