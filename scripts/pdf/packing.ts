import { deflateSync } from 'node:zlib';
import { PDFFlateStream } from '@cantoo/pdf-lib';

type Packable = { encode: boolean; getUnencodedContents(): Uint8Array };

const packed = new WeakMap<PDFFlateStream, Uint8Array>();

/**
 * The library packs its tables of objects by JavaScript, which takes five times as long as Node does
 * it (seen in @cantoo/pdf-lib 2.11.1). A table is written once, so it is packed once.
 */
export function packByNode(): void {
  const contentsOf = (stream: PDFFlateStream) => {
    const known = packed.get(stream);
    if (known) return known;
    const { encode } = stream as unknown as Packable;
    const plain = stream.getUnencodedContents();
    const contents = encode ? new Uint8Array(deflateSync(plain)) : plain;
    packed.set(stream, contents);
    return contents;
  };
  PDFFlateStream.prototype.getContents = function getContents() {
    return contentsOf(this);
  };
  PDFFlateStream.prototype.getContentsSize = function getContentsSize() {
    return contentsOf(this).length;
  };
}
