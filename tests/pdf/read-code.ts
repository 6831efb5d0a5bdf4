import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

/** A page as gray pixels, 0 for black. */
export type GrayPage = { data: Uint8Array; width: number; height: number };

/** A page of a file as a printer or a scanner of so many dots per inch has it. */
export async function renderPage(bytes: Uint8Array, at: number, dpi: number): Promise<GrayPage> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    const scale = dpi / 72;
    const page = document.getPage(at);
    return await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** The same as an old photocopier has it: black or white, and nothing between. */
export function toPhotocopy({ data, width, height }: GrayPage): GrayPage {
  return { data: data.map((value) => (value < 128 ? 0 : 255)), width, height };
}

/** The words of the one QR code on a page, as the camera of a phone would find them. */
export function readCode({ data, width, height }: GrayPage): string | undefined {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [index, value] of data.entries()) rgba.fill(value, index * 4, index * 4 + 3);
  return jsqr.default(rgba, width, height)?.data || undefined;
}
