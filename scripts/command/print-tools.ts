import type { Browser } from 'puppeteer';
import type { Library } from '../model/library.ts';
import type { Outputs, SheetPicture } from '../model/manifest.ts';
import { SHARE_PICTURE } from '../model/share.ts';
import { type FieldFont, loadFieldFont } from '../pdf/field-font.ts';
import type { PagePainter } from '../pdf/picture.ts';
import { printBare } from '../pdf/print-sheet.ts';
import { renderSharePicture } from '../sheet/render-share-picture.ts';
import { loadSheetStyles, type SheetStyles } from '../sheet/stylesheet.ts';
import type { Scratch } from './publish.ts';

/** What printing all sheets of a library needs. */
export type PrintInput = {
  library: Library;
  /** Taken over from an earlier build, and not printed. */
  kept: Outputs;
  browser: Browser;
  scratch: Scratch;
  /** Sheets in print at once. */
  jobs: number;
  /** What the PDFs name as their maker. */
  creator: string;
  /** Whether packets are bound too. */
  binds: boolean;
  /** Date of the PDFs, ISO. */
  date: string;
};

/** What every print needs and none changes. */
export type PrintTools = { styles: SheetStyles; font: FieldFont };
/** Loads what every print needs, from the templates as they stand. */
export async function loadPrintTools(): Promise<PrintTools> {
  return { styles: await loadSheetStyles(), font: await loadFieldFont() };
}

/** Pixels of a picture to a point of print. */
const PX_PER_POINT = 96 / 72;

/** Draws the picture that goes with links to the site, where links to it can be shared. */
export async function drawSharePicture(
  { library, browser, scratch }: PrintInput,
  { styles }: PrintTools,
  painter: PagePainter,
): Promise<void> {
  if (!library.site.url) return;
  const printed = await printBare(browser, renderSharePicture(library, styles));
  const { png } = await painter.paintInColor(printed, PX_PER_POINT);
  await scratch.write(SHARE_PICTURE.path, png);
}

/** Draws the picture of a file's first page, and writes it beside the file. */
export async function paintFirstPage(
  source: Uint8Array,
  stem: string,
  painter: PagePainter,
  scratch: Pick<Scratch, 'write'>,
): Promise<SheetPicture> {
  const { png, widthPx, heightPx } = await painter.paint(source);
  const path = `${stem}.png`;
  await scratch.write(path, png);
  return { path, widthPx, heightPx };
}
