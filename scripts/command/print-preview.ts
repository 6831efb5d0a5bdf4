import { createHash } from 'node:crypto';
import type { EditionPreview, SheetPreview } from '../dev/preview.ts';
import type { Worksheet } from '../model/document.ts';
import { inEdition } from '../model/editions-of.ts';
import {
  documentPath,
  editionDate,
  fileStem,
  type LanguageShelf,
  type Library,
} from '../model/library.ts';
import type { SheetOutput } from '../model/manifest.ts';
import type { PagePainter } from '../pdf/picture.ts';
import { printAll, type SheetPrinter } from '../pdf/print-sheet.ts';
import { renderSheet } from '../sheet/render-sheet.ts';
import { type PrintedJob, printJob, toOutput, toPrintJobs } from './print-library.ts';
import type { PrintTools } from './print-tools.ts';
import { withoutRepeats } from './report.ts';

/** A sheet with its shelf and its library. */
export type PreviewSource = { library: Library; shelf: LanguageShelf; worksheet: Worksheet };

/** What a preview is printed with. */
export type PreviewMeans = {
  tools: PrintTools;
  painter: PagePainter;
  creator: string;
  /** Writes a file of the site: a PDF, or the picture of its first page. */
  write(file: string, bytes: Uint8Array | string): Promise<void>;
  /** Writes the picture of a page. */
  writePicture(file: string, bytes: Uint8Array): Promise<void>;
};

/** What printing a sheet gave to look at, and to link to from the site. */
export type PrintedPreview = { preview: SheetPreview; output?: SheetOutput };

function hash(...parts: (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 16);
}

const dateOf = ({ site }: Library) => editionDate(site, process.env['SOURCE_DATE_EPOCH']);

/** A sheet of which there is no print. */
export function toUnprinted({ library, worksheet }: PreviewSource): SheetPreview {
  const { lang, slug, title } = worksheet;
  const url = documentPath(library.site, worksheet);
  return { lang, slug, title, url, editions: [], problems: [] };
}

/** What stands for all that a sheet's prints are made of: their very HTML, and the places in the source. */
export function fingerprintOf(source: PreviewSource, tools: PrintTools): string {
  const { library, shelf, worksheet } = source;
  try {
    const pages = toPrintJobs(shelf, worksheet).map(({ edition: { name: edition } }) => {
      const { styles } = tools;
      const shown = inEdition(worksheet, edition);
      return renderSheet({ worksheet: shown, edition, library, shelf, styles }).html;
    });
    const name = fileStem(shelf, worksheet);
    return hash(dateOf(library), name, JSON.stringify(worksheet), ...pages);
  } catch (error) {
    // A template that fails is told when the sheet is printed.
    return hash(JSON.stringify(worksheet), String(error));
  }
}

/** Pictures of every page of a print, from its file for the first paper. */
async function toEdition(
  { shelf, worksheet, edition, files }: PrintedJob,
  { painter, writePicture }: PreviewMeans,
): Promise<EditionPreview> {
  const [first] = files;
  const pages: EditionPreview['pages'] = [];
  for (const { png, widthPx, heightPx } of first ? await painter.paintAll(first.bytes) : []) {
    const file = `${shelf.lang}/${worksheet.slug}-${edition.name}-${pages.length + 1}.png`;
    await writePicture(file, png);
    pages.push({ file, stamp: hash(png), widthPx, heightPx });
  }
  const papers = files.map(({ file: { path, paper } }) => ({ path, paper }));
  return { edition: edition.name, pages, files: papers };
}

/** Prints a sheet in every edition and draws each page. */
export async function printPreview(
  source: PreviewSource,
  printers: readonly SheetPrinter[],
  means: PreviewMeans,
): Promise<PrintedPreview> {
  const { library, shelf, worksheet } = source;
  const { tools, painter, creator, write } = means;
  const context = { library, creator, date: dateOf(library), scratch: { write } };
  const printed = await printAll(printers, toPrintJobs(shelf, worksheet), (job, print) =>
    printJob(job, print, context, tools),
  );
  const output = await toOutput(printed, painter, { write });
  const editions: EditionPreview[] = [];
  for (const job of printed) editions.push(await toEdition(job, means));
  // Both papers break at the same places, and so have the same problems.
  const problems = withoutRepeats(printed.flatMap((job) => job.problems));
  return { preview: { ...toUnprinted(source), editions, problems }, output };
}
