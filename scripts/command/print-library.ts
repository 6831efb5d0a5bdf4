import { sha256 } from '../manifest/to-manifest.ts';
import type { Worksheet } from '../model/document.ts';
import { EDITIONS, type Edition, type PaperName } from '../model/edition.ts';
import { budgetOf, budgetPosition, editionsOf, inEdition } from '../model/editions-of.ts';
import { type LanguageShelf, type Library, printStem } from '../model/library.ts';
import { isOutputOf, type Outputs, type SheetFile, type SheetOutput } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import { checkSheet } from '../pdf/check-sheet.ts';
import { readFacts } from '../pdf/facts.ts';
import { sheetWidgets } from '../pdf/fields/to-widgets.ts';
import { finish } from '../pdf/finish.ts';
import { tellSpareRoom } from '../pdf/fit/tell-spare-room.ts';
import { openPainter, type PagePainter } from '../pdf/picture.ts';
import {
  openPrinter,
  type Printer,
  printAll,
  type SheetPrinter,
  toSheetPrinter,
} from '../pdf/print-sheet.ts';
import { renderSheet } from '../sheet/render-sheet.ts';
import { findMissingGlyphs } from '../sheet/repertoire.ts';
import { printPackets } from './print-packets.ts';
import {
  drawSharePicture,
  loadPrintTools,
  type PrintInput,
  type PrintTools,
  paintFirstPage,
} from './print-tools.ts';
import type { Scratch } from './publish.ts';

/** One print: a sheet in one edition. */
export type PrintJob = { shelf: LanguageShelf; worksheet: Worksheet; edition: Edition };
/** What all prints of a library have in common. */
export type PrintContext = Pick<PrintInput, 'library' | 'creator' | 'date'> & {
  scratch: Pick<Scratch, 'write'>;
};
/** A print with its files, one for each paper, and what they do not keep of the sheet. */
export type PrintedJob = PrintJob & {
  files: { file: SheetFile; bytes: Uint8Array }[];
  problems: Problem[];
  /** How much room is left; no problem. */
  spareRoom?: Problem;
};

/** The prints that a sheet comes in. */
export function toPrintJobs(shelf: LanguageShelf, worksheet: Worksheet): PrintJob[] {
  return editionsOf(worksheet).map((edition) => ({ shelf, worksheet, edition }));
}

/** "pdf/en/sheet-16-a4-large.pdf": a file in a downloads folder tells nothing. */
function pdfPath({ shelf, worksheet, edition }: PrintJob, paper: PaperName): string {
  return `${printStem(shelf, worksheet)}-${paper}${edition.suffix}.pdf`;
}

/** Prints a sheet in one edition and reads every file back. */
export async function printJob(
  job: PrintJob,
  print: SheetPrinter,
  input: PrintContext,
  tools: PrintTools,
): Promise<PrintedJob> {
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
  const { bytes: printed, dom, fit } = await print(sheet.html);
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
    budgetAt: budgetPosition(worksheet, edition.name),
    blocks: sheet.blocks,
    headings: sheet.headings,
    fields: worksheet.fields,
  };
  const files: PrintedJob['files'] = [];
  const problems: Problem[] = findMissingGlyphs(worksheet, tools.styles, sheet.words);
  for (const { paper, bytes } of finished.files) {
    const facts = await readFacts(bytes);
    problems.push(...checkSheet({ ...promised, dom, fit, facts, marks: finished.marks }));
    const path = pdfPath(job, paper);
    await input.scratch.write(path, bytes);
    const { pages } = facts;
    const size = { pages, bytes: bytes.length, sha256: sha256(bytes) };
    files.push({ file: { path, paper, edition: edition.name, ...size }, bytes });
  }
  // On a filled-in example nobody needs more lines.
  const spareRoom = edition.name === 'example' ? undefined : tellSpareRoom({ ...promised, fit });
  return { ...job, files, problems, spareRoom };
}

/** Puts the editions of one sheet together and draws the picture of its first page. */
export async function toOutput(
  printed: readonly PrintedJob[],
  painter: PagePainter,
  scratch: Pick<Scratch, 'write'>,
): Promise<SheetOutput | undefined> {
  const first = printed.find(({ edition }) => edition === EDITIONS[0]);
  const source = first?.files[0];
  if (!first || !source) return undefined;
  const { shelf, worksheet } = first;
  return {
    lang: worksheet.lang,
    slug: worksheet.slug,
    specimen: worksheet.specimen,
    files: printed.flatMap(({ files }) => files.map(({ file }) => file)),
    picture: await paintFirstPage(source.bytes, printStem(shelf, worksheet), painter, scratch),
  };
}

async function toOutputs(
  printed: readonly PrintedJob[],
  painter: PagePainter,
  scratch: Scratch,
): Promise<SheetOutput[]> {
  const outputs: SheetOutput[] = [];
  for (const same of Map.groupBy(printed, ({ worksheet }) => worksheet).values()) {
    const output = await toOutput(same, painter, scratch);
    if (output) outputs.push(output);
  }
  return outputs;
}

/** What came of printing a library; of sheets with problems there is no output. */
export type PrintedLibrary = Outputs & {
  problems: Problem[];
  /** Where a sheet has room left, in the shape of problems. */
  spareRooms: Problem[];
};

/** Every print of a library but of the sheets that are kept. */
function listJobs({ languages }: Library, kept: readonly SheetOutput[]): PrintJob[] {
  return languages.flatMap((shelf) =>
    shelf.worksheets
      .filter((worksheet) => !kept.some((output) => isOutputOf(output, worksheet)))
      .flatMap((worksheet) => toPrintJobs(shelf, worksheet)),
  );
}

/** Prints every sheet in every edition, on every paper. */
function printSheets(
  { library, kept, ...input }: PrintInput,
  printers: readonly Printer[],
  tools: PrintTools,
): Promise<PrintedJob[]> {
  const specimen = library.specimen?.library;
  // The specimen first: its sheets are the longest, and none should be waited for at the end.
  const jobs = [...(specimen ? [specimen] : []), library].flatMap((from) =>
    listJobs(from, kept.sheets).map((job) => ({ job, from })),
  );
  return printAll(printers, jobs, ({ job, from }, print) =>
    printJob(job, toSheetPrinter(print), { ...input, library: from }, tools),
  );
}

/**
 * Prints all of the library into the scratch folder, and reads each file back: the sheets, and when
 * they are sound the packets that bind them. Problems are what the files do not keep of what the
 * texts promise.
 */
export async function printLibrary(input: PrintInput): Promise<PrintedLibrary> {
  const { library, scratch } = input;
  const tools = await loadPrintTools();
  const printers = await Promise.all(
    Array.from({ length: input.jobs }, () => openPrinter(input.browser)),
  );
  const printed = await printSheets(input, printers, tools);
  const faults = printed.flatMap((job) => job.problems);
  // The specimen is the program's own: nobody will add lines to it.
  const written = printed.filter(({ shelf }) => library.languages.includes(shelf));
  const spareRooms = written.flatMap(({ spareRoom }) => spareRoom ?? []);
  if (faults.length > 0) return { sheets: [], packets: [], problems: faults, spareRooms };
  const painter = await openPainter();
  try {
    const { packets, problems } = input.binds
      ? await printPackets(input, printers, tools, painter)
      : { packets: [], problems: [] };
    const sheets = problems.length > 0 ? [] : await toOutputs(printed, painter, scratch);
    await drawSharePicture(input, tools, painter);
    return { sheets, packets, problems, spareRooms };
  } finally {
    painter.close();
  }
}
