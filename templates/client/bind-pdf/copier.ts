import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { entryIn, toWords } from '../pdf-answers/pdf-values.ts';
import type { StreamStore } from './stream-store.ts';

/** What objects of one file became in the packet: the new reference by the old one. */
export type Copies = Map<string, PDFRef>;

/** Types that are the same in every copy of a sheet, with all that they lead to. */
const ALIKE = new Set(['Font', 'FontDescriptor', 'ExtGState']);

function isAlike(value: PDFObject | undefined): boolean {
  if (value instanceof PDFRawStream) return true;
  return value instanceof PDFDict && ALIKE.has(toWords(entryIn(value, 'Type')) ?? '');
}

/** Where objects come from and where they go. */
type Route = {
  from: PDFContext;
  into: PDFContext;
  /** What all copies of the sheet have in common: its fonts and all that is painted. */
  alike: Copies;
  streams: StreamStore;
};

/**
 * Copies objects of a finished file into the packet with all that they lead to, each once. What a
 * reader changes or points at is copied for every copy of a sheet, what is only painted once.
 */
export class Copier {
  readonly #route: Route;
  readonly #own: Copies = new Map();
  readonly #waiting: { value: PDFObject; ref: PDFRef; copies: Copies }[] = [];

  constructor(route: Route) {
    this.#route = route;
  }

  /** Lets an object of the packet stand for one of the file, which is then not copied. */
  replace(ref: PDFRef, by: PDFRef): void {
    this.#own.set(ref.tag, by);
  }

  /** The copy of a value; references lead to copies. */
  copy(value: PDFObject): PDFObject {
    const copied = this.#copyValue(value, this.#own);
    // One by one, not each inside the one that led to it: the tags of a sheet are a deep chain.
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.#route.into.assign(next.ref, this.#copyValue(next.value, next.copies));
    }
    return copied;
  }

  /** The copy of an object that stands by itself. */
  copyRef(ref: PDFRef): PDFRef {
    const copied = this.copy(ref);
    if (!(copied instanceof PDFRef)) throw new TypeError(`expected an object at ${ref.tag}`);
    return copied;
  }

  #copyValue(value: PDFObject, copies: Copies): PDFObject {
    if (value instanceof PDFRef) return this.#findCopy(value, copies);
    if (value instanceof PDFRawStream) {
      return PDFRawStream.of(this.#copyDict(value.dict, copies), value.contents);
    }
    if (value instanceof PDFDict) return this.#copyDict(value, copies);
    if (!(value instanceof PDFArray)) return value;
    const items = PDFArray.withContext(this.#route.into);
    for (const item of value.asArray()) items.push(this.#copyValue(item, copies));
    return items;
  }

  #copyDict(dict: PDFDict, copies: Copies): PDFDict {
    const copied = PDFDict.withContext(this.#route.into);
    for (const [key, value] of dict.entries()) copied.set(key, this.#copyValue(value, copies));
    return copied;
  }

  #findCopy(ref: PDFRef, asked: Copies): PDFObject {
    const { from, into, alike, streams } = this.#route;
    const value = from.lookup(ref);
    if (value === undefined) return PDFNull;
    const copies = isAlike(value) ? alike : asked;
    const known = this.#own.get(ref.tag) ?? copies.get(ref.tag);
    if (known) return known;
    const kept = value instanceof PDFRawStream ? streams.find(value) : undefined;
    const copy = kept ?? into.nextRef();
    copies.set(ref.tag, copy);
    if (!kept) this.#waiting.push({ value, ref: copy, copies });
    if (!kept && value instanceof PDFRawStream) streams.add(value, copy);
    return copy;
  }
}
