import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { type Reading, readLibrary } from '../../scripts/content/library.ts';
import { loadDefaultStrings, loadReading } from '../../scripts/content/load.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import type { EditionName } from '../../scripts/model/edition.ts';
import { budgetOf, budgetPosition, inEdition } from '../../scripts/model/editions-of.ts';
import type { LanguageShelf, Library } from '../../scripts/model/library.ts';
import { launchBrowser } from '../../scripts/pdf/browser.ts';
import { checkSheet, type PrintedEdition } from '../../scripts/pdf/check-sheet.ts';
import { readFacts } from '../../scripts/pdf/facts.ts';
import { type FieldFont, loadFieldFont } from '../../scripts/pdf/field-font.ts';
import { sheetWidgets } from '../../scripts/pdf/fields/to-widgets.ts';
import { type FinishedSheet, finish } from '../../scripts/pdf/finish.ts';
import { openSheetPrinter, type SheetPrinter } from '../../scripts/pdf/print-sheet.ts';
import { renderSheet, type SheetHtml } from '../../scripts/sheet/render-sheet.ts';
import { loadSheetStyles, type SheetStyles } from '../../scripts/sheet/stylesheet.ts';
import { BETTER_SLEEP, PROJECT_ROOT } from '../build/run-build.ts';

/** A sheet in its language and its library. */
export type SheetPlace = { library: Library; shelf: LanguageShelf; worksheet: Worksheet };

/** What came of a sheet at each station between Markdown and file. */
export type Print = {
  sheet: SheetHtml;
  /** What the browser wrote. */
  raw: Uint8Array;
  finished: FinishedSheet;
  /** The A4 file. */
  bytes: Uint8Array;
  /** All that the file is held against. */
  promised: PrintedEdition;
};

/** A browser with a page to print on, and what every sheet needs. */
export type Press = {
  browser: Browser;
  printer: SheetPrinter;
  styles: SheetStyles;
  font: FieldFont;
  /** On its own page, or on another one of the browser, where several print at once. */
  print(place: SheetPlace, edition: EditionName, printer?: SheetPrinter): Promise<Print>;
};

export function findSheet(library: Library, slug: string): SheetPlace {
  for (const shelf of library.languages) {
    const worksheet = shelf.worksheets.find((candidate) => candidate.slug === slug);
    if (worksheet) return { library, shelf, worksheet };
  }
  throw new Error(`there is no worksheet "${slug}" in this library`);
}

/** A sheet of the content about sleep. */
export async function loadSleepSheet(slug: string): Promise<SheetPlace> {
  const { library } = await loadReading(path.join(PROJECT_ROOT, BETTER_SLEEP));
  return findSheet(library, slug);
}

/** What the front matter of a made-up sheet may say otherwise; values as YAML. */
export type FrontMatter = Partial<Record<'title' | 'pages' | 'number' | 'steps', string>>;

/** The text of a sheet with nothing in its head that takes much room. Its body begins on line 12. */
export function sheetText(body: string, front: FrontMatter = {}): string {
  const { title = 'A sheet', number = '7', pages = '{standard: 1, large: 1}' } = front;
  const { steps = '[Write.]' } = front;
  return `---
title: ${title}
number: ${number}
who: alone
minutes: 5
pages: ${pages}
purpose: A sheet for a test.
steps: ${steps}
caution: None.
evidence: {strength: practice, sources: []}
---
${body}
`;
}

/** Reads a made-up content folder with one sheet in it, problems and all. */
export async function readSheetText(text: string): Promise<Reading> {
  const sources = [
    { path: 'site.yml', file: 'site.yml', text: 'name: A test' },
    { path: 'en/worksheets/a-sheet.md', file: 'a-sheet.md', text },
  ];
  return readLibrary(sources, await loadDefaultStrings(), '.');
}

/** A made-up sheet that must be without problems. */
export async function toSheet(body: string, front: FrontMatter = {}): Promise<SheetPlace> {
  const { library, problems } = await readSheetText(sheetText(body, front));
  const [problem] = problems;
  if (problem) throw new Error(`line ${problem.line}: ${problem.message}`);
  return findSheet(library, 'a-sheet');
}

/** The same sheet on a site that lives at an address; made-up sites have none. */
export function withAddress(place: SheetPlace, url: string): SheetPlace {
  const site = { ...place.library.site, url };
  return { ...place, library: { ...place.library, site } };
}

/** What a finished sheet has to say about itself, as the command that prints has it. */
async function hold(
  place: SheetPlace,
  edition: EditionName,
  made: Pick<Print, 'sheet' | 'finished'> & Pick<PrintedEdition, 'dom' | 'fit'>,
): Promise<Pick<Print, 'bytes' | 'promised'>> {
  const { worksheet } = place;
  const bytes = made.finished.files[0]?.bytes ?? new Uint8Array();
  const promised: PrintedEdition = {
    file: worksheet.file,
    edition,
    budget: budgetOf(worksheet, edition),
    budgetAt: budgetPosition(worksheet, edition),
    blocks: made.sheet.blocks,
    headings: made.sheet.headings,
    fields: worksheet.fields,
    dom: made.dom,
    fit: made.fit,
    facts: await readFacts(bytes),
    marks: made.finished.marks,
  };
  return { bytes, promised };
}

async function openPress(): Promise<Press> {
  const [browser, styles, font] = await Promise.all([
    launchBrowser({ sandbox: false }),
    loadSheetStyles(),
    loadFieldFont(),
  ]);
  const printer = await openSheetPrinter(browser);
  return {
    browser,
    printer,
    styles,
    font,
    async print(place, edition, on = printer) {
      const { library, shelf } = place;
      const worksheet = inEdition(place.worksheet, edition);
      const sheet = renderSheet({ worksheet, edition, library, shelf, styles });
      const { bytes: raw, dom, fit } = await on(sheet.html);
      const finished = await finish(raw, {
        metadata: {
          title: sheet.title,
          lang: sheet.lang,
          date: '2026-11-01',
          creator: 'a test',
        },
        widgets: sheetWidgets(worksheet, shelf.strings),
        font,
        edition,
        linkWords: dom.linkWords,
      });
      return {
        sheet,
        raw,
        finished,
        ...(await hold({ ...place, worksheet }, edition, { sheet, finished, dom, fit })),
      };
    },
  };
}

/** Starts a real browser for the tests of a file, and ends it after them. */
export function usePress(): { readonly press: Press } {
  let open: Press | undefined;
  beforeAll(async () => {
    open = await openPress();
  });
  afterAll(() => open?.browser.close());
  return {
    get press() {
      if (!open) throw new Error('the press is open while tests run, not before');
      return open;
    },
  };
}

/** The problems of a print as an author would read them. */
export function problemsOf({ promised }: Print): string[] {
  return checkSheet(promised).map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

/** A file of the repository. */
export function readProjectFile(file: string): Promise<Buffer> {
  return readFile(path.join(PROJECT_ROOT, file));
}
