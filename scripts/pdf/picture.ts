import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { encode } from 'fast-png';

/** A picture of a page. */
export type PagePicture = { png: Uint8Array; widthPx: number; heightPx: number };

/** Draws pages of PDFs; close it when done. */
export type PagePainter = {
  /** The first page. */
  paint(pdf: Uint8Array): Promise<PagePicture>;
  /** The first page in its colors; `scale` in pixels to a point. */
  paintInColor(pdf: Uint8Array, scale: number): Promise<PagePicture>;
  /** Every page, in order; `scale` in pixels to a point. */
  paintAll(pdf: Uint8Array, scale?: number): Promise<PagePicture[]>;
  close(): void;
};

/** Pixels to a point: sharp enough for twice the width it is shown at on a page. */
const SCALE = 1.25;

type Bitmap = { data: Uint8Array; width: number; height: number };

function toPicture({ data, width, height }: Bitmap, channels: number): PagePicture {
  const png = encode({ width, height, data, channels, depth: 8 }, { zlib: { level: 6 } });
  return { png, widthPx: width, heightPx: height };
}

async function paintPage(page: PDFiumPage, scale: number): Promise<PagePicture> {
  const painted = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
  return toPicture({ ...painted, data: new Uint8Array(painted.data) }, 1);
}

/** The library gives four bytes a pixel, red first; the last, which is nowhere transparent, goes. */
async function paintPageInColor(page: PDFiumPage, scale: number): Promise<PagePicture> {
  const painted = await page.render({ scale, colorSpace: 'BGRA', render: 'bitmap' });
  const data = new Uint8Array(painted.data).filter((_, index) => index % 4 !== 3);
  return toPicture({ ...painted, data }, 3);
}

/** Starts PDFium, the reader that Chrome and many other viewers are built on. */
export async function openPainter(): Promise<PagePainter> {
  const library = await PDFiumLibrary.init();
  const paintPages = async (
    pdf: Uint8Array,
    count: number,
    scale = SCALE,
    paintOne = paintPage,
  ): Promise<PagePicture[]> => {
    const document = await library.loadDocument(pdf);
    try {
      const pictures: PagePicture[] = [];
      for (const page of document.pages()) {
        pictures.push(await paintOne(page, scale));
        if (pictures.length >= count) break;
      }
      return pictures;
    } finally {
      document.destroy();
    }
  };
  const paintFirst = async (
    ...asked: [pdf: Uint8Array, scale?: number, one?: typeof paintPage]
  ) => {
    const [pdf, ...how] = asked;
    const [first] = await paintPages(pdf, 1, ...how);
    if (!first) throw new Error('expected a PDF with a page, found one without');
    return first;
  };
  return {
    paint: (pdf) => paintFirst(pdf),
    paintInColor: (pdf, scale) => paintFirst(pdf, scale, paintPageInColor),
    paintAll: (pdf, scale) => paintPages(pdf, Number.POSITIVE_INFINITY, scale),
    close: () => library.destroy(),
  };
}
