import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

/** A picture of a page. */
export type PagePicture = { png: Uint8Array; widthPx: number; heightPx: number };

/** Draws pages of PDFs; close it when done. */
export type PagePainter = {
  /** The first page. */
  paint(pdf: Uint8Array): Promise<PagePicture>;
  /** Every page, in order; `scale` in pixels to a point. */
  paintAll(pdf: Uint8Array, scale?: number): Promise<PagePicture[]>;
  close(): void;
};

/** Pixels to a point: sharp enough for twice the width it is shown at on a page. */
const SCALE = 1.25;

async function paintPage(page: PDFiumPage, scale: number): Promise<PagePicture> {
  const { data, width, height } = await page.render({
    scale,
    colorSpace: 'Gray',
    render: 'bitmap',
  });
  const png = encode(
    { width, height, data: new Uint8Array(data), channels: 1, depth: 8 },
    { zlib: { level: 6 } },
  );
  return { png, widthPx: width, heightPx: height };
}

/** Starts PDFium, the reader that Chrome and many other viewers are built on. */
export async function openPainter(): Promise<PagePainter> {
  const library = await PDFiumLibrary.init();
  const paintPages = async (pdf: Uint8Array, count: number, scale = SCALE) => {
    const document = await library.loadDocument(pdf);
    try {
      const pictures: PagePicture[] = [];
      for (const page of document.pages()) {
        pictures.push(await paintPage(page, scale));
        if (pictures.length >= count) break;
      }
      return pictures;
    } finally {
      document.destroy();
    }
  };
  return {
    async paint(pdf) {
      const [first] = await paintPages(pdf, 1);
      if (!first) throw new Error('expected a PDF with a page, found one without');
      return first;
    },
    paintAll: (pdf, scale) => paintPages(pdf, Number.POSITIVE_INFINITY, scale),
    close: () => library.destroy(),
  };
}
