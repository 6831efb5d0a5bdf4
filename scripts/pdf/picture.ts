import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

/** A picture of a page. */
export type PagePicture = { png: Uint8Array; widthPx: number; heightPx: number };

/** Draws first pages of PDFs; close it when done. */
export type PagePainter = { paint(pdf: Uint8Array): Promise<PagePicture>; close(): void };

/** Pixels to a point: sharp enough for twice the width it is shown at on a page. */
const SCALE = 1.25;

/** Starts PDFium, the reader that Chrome and many other viewers are built on. */
export async function openPainter(): Promise<PagePainter> {
  const library = await PDFiumLibrary.init();
  return {
    async paint(pdf) {
      const document = await library.loadDocument(pdf);
      try {
        const { data, width, height } = await document.getPage(0).render({
          scale: SCALE,
          colorSpace: 'Gray',
          render: 'bitmap',
        });
        const png = encode(
          { width, height, data: new Uint8Array(data), channels: 1, depth: 8 },
          { zlib: { level: 9 } },
        );
        return { png, widthPx: width, heightPx: height };
      } finally {
        document.destroy();
      }
    },
    close: () => library.destroy(),
  };
}
