import { PDFArray, type PDFDict, type PDFObject, type PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

type Stored = { stream: PDFRawStream; ref: PDFRef };

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function leadsOn(value: PDFObject): boolean {
  if (value instanceof PDFRef) return true;
  return value instanceof PDFArray && value.asArray().some(leadsOn);
}

/** What a stream says of itself; nothing where that depends on other objects of its file. */
function describe(dict: PDFDict): string | undefined {
  return dict.values().some(leadsOn) ? undefined : dict.toString();
}

/**
 * The streams of a packet. Every sheet brings the same whole font for what is typed, and the same
 * ticks: they stand in the packet once.
 */
export class StreamStore {
  readonly #stored = new Map<string, Stored[]>();

  /** The stream of the packet with the same bytes, if there is one. */
  find(stream: PDFRawStream): PDFRef | undefined {
    const key = describe(stream.dict);
    if (key === undefined) return undefined;
    const alike = this.#stored.get(key) ?? [];
    return alike.find((one) => isEqual(one.stream.contents, stream.contents))?.ref;
  }

  /** Remembers where a stream stands in the packet. */
  add(stream: PDFRawStream, ref: PDFRef): void {
    const key = describe(stream.dict);
    if (key === undefined) return;
    this.#stored.set(key, [...(this.#stored.get(key) ?? []), { stream, ref }]);
  }
}
