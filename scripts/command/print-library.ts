import type { Browser } from 'puppeteer';
import { sha256 } from '../manifest/to-manifest.ts';
import type { Worksheet } from '../model/document.ts';
import { EDITIONS, type Edition, type PaperName } from '../model/edition.ts';
import { fileStem, type LanguageShelf, type Library } from '../model/library.ts';
import type { SheetFile, SheetOutput } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import { budgetOf, editionsOf, inEdition } from '../model/short-version.ts';
import { checkSheet } from '../pdf/check-sheet.ts';
import { readFacts } from '../pdf/facts.ts';
import { type FieldFont, loadFieldFont } from '../pdf/field-font.ts';
import { sheetWidgets } from '../pdf/fields/to-widgets.ts';
import { finish } from '../pdf/finish.ts';
import { openPainter } from '../pdf/picture.ts';
import { openSheetPrinter, printAll, type SheetPrinter } from '../pdf/print-sheet.ts';
import { renderSheet } from '../sheet/render-sheet.ts';
import { findMissingGlyphs } from '../sheet/repertoire.ts';
import { loadSheetStyles, type SheetStyles } from '../sheet/stylesheet.ts';
import type { Scratch } from './publish.ts';

/** What printing all sheets of a library needs. */
export type PrintInput = {
  library: Library;
  /** Sheets taken over from an earlier build, which are not printed. */
  kept: readonly SheetOutput[];
  browser: Browser;
  scratch: Scratch;
  /** Sheets in print at once. */
  jobs: number;
  /** What the PDFs name as their maker. */
  creator: string;
  /** Date of the PDFs, ISO. */
  date: string;
};

type Job = { shelf: LanguageShelf; worksheet: Worksheet; edition: Edition };
type Tools = { styles: SheetStyles; font: FieldFont };
type Printed = Job & { files: { file: SheetFile; bytes: Uint8Array }[]; problems: Problem[] };

/** "pdf/en/sheet-16-a4-large.pdf": a file in a downloads folder tells nothing. */
function pdfPath({ shelf, worksheet, edition }: Job, paper: PaperName): string {
  return `pdf/${shelf.lang}/${fileStem(shelf, worksheet)}-${paper}${edition.suffix}.pdf`;
}

async function printJob(
  job: Job,
  print: SheetPrinter,
  input: PrintInput,
  tools: Tools,
): Promise<Printed> {
  const { shelf, edition } = job;
  const { library } = input;
  const worksheet = inEdition(job.worksheet, edition.name);
  const sheet = renderSheet({
    worksheet,
    edition: edition.name,
    library,
    shelf,
    styles: tools.styles,
  });
  const { bytes: printed, dom } = await print(sheet.html);
  const { creator, date } = input;
  const finished = await finish(printed, {
    metadata: { title: sheet.title, lang: sheet.lang, date, creator },
    widgets: sheetWidgets(worksheet, shelf.strings),
    font: tools.font,
    edition: edition.name,
    linkWords: dom.linkWords,
  });
  const promised = {
    file: worksheet.file,
    edition: edition.name,
    budget: budgetOf(worksheet, edition.name),
    budgetAt: worksheet.positions[`/pages/${edition.name}`] ?? { line: 1, column: 1 },
    blocks: sheet.blocks,
    headings: sheet.headings,
    fields: worksheet.fields,
  };
  const files: Printed['files'] = [];
  const problems: Problem[] = findMissingGlyphs(worksheet, tools.styles, sheet.words);
  for (const { paper, bytes } of finished.files) {
    const facts = await readFacts(bytes);
    problems.push(...checkSheet({ ...promised, dom, facts, marks: finished.marks }));
    const path = pdfPath(job, paper);
    await input.scratch.write(path, bytes);
    const { pages } = facts;
    const size = { pages, bytes: bytes.length, sha256: sha256(bytes) };
    files.push({ file: { path, paper, edition: edition.name, ...size }, bytes });
  }
  return { ...job, files, problems };
}

/** Puts the editions of each sheet together and draws the picture of its first page. */
async function toOutputs(printed: readonly Printed[], scratch: Scratch): Promise<SheetOutput[]> {
  const painter = await openPainter();
  try {
    const outputs: SheetOutput[] = [];
    for (const first of printed.filter(({ edition }) => edition === EDITIONS[0])) {
      const { shelf, worksheet } = first;
      const same = printed.filter(
        (other) => other.shelf === shelf && other.worksheet === worksheet,
      );
      const source = first.files[0];
      if (!source) continue;
      const { png, widthPx, heightPx } = await painter.paint(source.bytes);
      const path = `pdf/${shelf.lang}/${fileStem(shelf, worksheet)}.png`;
      await scratch.write(path, png);
      const files = same.flatMap(({ files: all }) => all.map(({ file }) => file));
      outputs.push({
        lang: shelf.lang,
        slug: worksheet.slug,
        files,
        picture: { path, widthPx, heightPx },
      });
    }
    return outputs;
  } finally {
    painter.close();
  }
}

/**
 * Prints every sheet of the library in every edition, on every paper, into the scratch folder, and
 * reads each file back. Problems are what the files do not keep of what the sheets promise.
 */
export async function printLibrary(
  input: PrintInput,
): Promise<{ outputs: SheetOutput[]; problems: Problem[] }> {
  const tools: Tools = { styles: await loadSheetStyles(), font: await loadFieldFont() };
  const isKept = ({ lang, slug }: Worksheet) =>
    input.kept.some((output) => output.lang === lang && output.slug === slug);
  const sheets = input.library.languages.flatMap((shelf) =>
    shelf.worksheets
      .filter((worksheet) => !isKept(worksheet))
      .map((worksheet) => ({ shelf, worksheet })),
  );
  const jobs = sheets.flatMap((sheet) =>
    editionsOf(sheet.worksheet).map((edition): Job => ({ ...sheet, edition })),
  );
  const printers = await Promise.all(
    Array.from({ length: Math.max(1, Math.min(input.jobs, jobs.length)) }, () =>
      openSheetPrinter(input.browser),
    ),
  );
  const printed = await printAll(printers, jobs, (job, print) =>
    printJob(job, print, input, tools),
  );
  const problems = printed.flatMap((job) => job.problems);
  return { outputs: problems.length > 0 ? [] : await toOutputs(printed, input.scratch), problems };
}
