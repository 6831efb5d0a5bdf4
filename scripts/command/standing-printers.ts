import type { Browser } from 'puppeteer';
import { openSheetPrinter, type SheetPrinter } from '../pdf/print-sheet.ts';

/** A browser that stays open between prints. */
export type StandingPrinters = {
  /** Its pages; the browser is started when it is first needed, and again when it has ended. */
  take(): Promise<readonly SheetPrinter[]>;
  close(): Promise<void>;
};

/** Keeps as many pages to print on as `count` says. */
export function createStandingPrinters(
  launch: () => Promise<Browser>,
  count: number,
): StandingPrinters {
  type Open = { browser: Browser; printers: SheetPrinter[] };
  let open: Promise<Open> | undefined;
  const start = async (): Promise<Open> => {
    const browser = await launch();
    browser.once('disconnected', () => {
      open = undefined;
    });
    const printers = Array.from({ length: count }, () => openSheetPrinter(browser));
    return { browser, printers: await Promise.all(printers) };
  };
  return {
    async take() {
      open ??= start();
      try {
        return (await open).printers;
      } catch (error) {
        open = undefined;
        throw error;
      }
    },
    async close() {
      const opened = await open?.catch(() => undefined);
      await opened?.browser.close();
    },
  };
}
