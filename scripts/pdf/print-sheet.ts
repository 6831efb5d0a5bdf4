import type { Browser, Page } from 'puppeteer';
import { LIVE_AREA_MM } from '../model/edition.ts';
import { type DomFacts, readDom } from './dom-facts.ts';
import { type BoundPart, fitDocument, type PartFit, type SheetFit } from './fit/fit-sheet.ts';

/** CSS pixels in a millimetre. */
const PX_PER_MM = 96 / 25.4;
/** A sheet that takes longer than this to print never ends. */
const TIMEOUT_MS = 60_000;

/** What the browser made of a sheet's HTML, and how it was set on its pages. */
export type PrintedSheet = { bytes: Uint8Array; dom: DomFacts; fit: SheetFit };

/** The same of a packet, part by part. */
export type PrintedPacket = Omit<PrintedSheet, 'fit'> & { fits: PartFit[] };

/** Prints documents one after the other on a page that is used again and again. */
export type Printer = (html: string, parts: readonly BoundPart[]) => Promise<PrintedPacket>;

/** Prints sheets one after the other. */
export type SheetPrinter = (html: string) => Promise<PrintedSheet>;

/**
 * Loads every font of the sheet: the feet of pages are set while printing, too late for one to be
 * loaded that no word above them has asked for. Runs in the browser.
 */
async function loadFonts(): Promise<void> {
  // A font that cannot be had is none of the sheets' own; what is missing is told by its glyphs.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.emulateMediaType('print');
  await page.setViewport({ width: Math.round(LIVE_AREA_MM.width * PX_PER_MM), height: 900 });
  return page;
}

/**
 * Opens a page and gives a printer that works on it. The page runs no script and reaches neither
 * network nor disk; with the document's own policy and fonts inside it, nothing can be asked for.
 */
export async function openPrinter(browser: Browser): Promise<Printer> {
  const page = await openPage(browser);
  return async (html, parts) => {
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS });
    await page.evaluate(loadFonts);
    const fits = await fitDocument((expression) => page.evaluate(expression), parts);
    const dom = await page.evaluate(readDom);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: TIMEOUT_MS,
    });
    return { bytes, dom, fits };
  };
}

/** Prints a single page that is no sheet: nothing is measured on it, and nothing fitted. */
export async function printBare(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await openPage(browser);
  try {
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS });
    await page.evaluate(loadFonts);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: TIMEOUT_MS });
  } finally {
    await page.close();
  }
}

/** A sheet is bound with nothing. */
const ALONE: BoundPart[] = [{ id: 'sheet', newLeaf: true }];

/** A printer for sheets that works on the page of another. */
export function toSheetPrinter(print: Printer): SheetPrinter {
  return async (html) => {
    const { fits, ...printed } = await print(html, ALONE);
    const [fit] = fits;
    if (!fit) throw new Error('the browser measured no sheet');
    return { ...printed, fit };
  };
}

/** Opens a page to print sheets on. */
export async function openSheetPrinter(browser: Browser): Promise<SheetPrinter> {
  return toSheetPrinter(await openPrinter(browser));
}

/**
 * Does all jobs on a few printers at once and gives the results in the order of the jobs, whatever
 * the order they were done in.
 */
export async function printAll<Job, Result, Print>(
  printers: readonly Print[],
  jobs: readonly Job[],
  work: (job: Job, print: Print) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = jobs.entries();
  const drain = async (print: Print) => {
    for (const [index, job] of waiting) results.set(index, await work(job, print));
  };
  await Promise.all(printers.map(drain));
  return jobs.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
