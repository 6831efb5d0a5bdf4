import { type Fault, toFaults } from '../dev/fault.ts';
import type { SheetPreview } from '../dev/preview.ts';
import type { Library } from '../model/library.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { BrowserError } from '../pdf/browser.ts';
import { forgetTemplates } from '../sheet/templates.ts';
import {
  fingerprintOf,
  type PreviewMeans,
  type PreviewSource,
  type PrintedPreview,
  printPreview,
  toUnprinted,
} from './print-preview.ts';
import { loadPrintTools, type PrintTools } from './print-tools.ts';
import type { StandingPrinters } from './standing-printers.ts';

/** Prints of the sheets of a library, as far as they are made. Keys are "lang/slug". */
export type PreviewPress = {
  means: Omit<PreviewMeans, 'tools'>;
  printers: StandingPrinters;
  /** Whether somebody looks at this preview; it is printed first. */
  isOpen(lang: string, slug: string): boolean;
  library?: Library;
  tools?: PrintTools;
  /** What was printed, and the fingerprint of what it was printed from. */
  printed: Map<string, PrintedPreview & { fingerprint: string }>;
  /** Fingerprints of what is to be printed, the most wanted first. */
  waiting: Map<string, string>;
  /** Why nothing can be printed. */
  fault?: Fault;
};

/** A print that was made, and whether it is of the sheet as it stands now. */
export type Made = { key: string; isCurrent: boolean; problems: SheetPreview['problems'] };

const keyOf = ({ worksheet }: PreviewSource) => `${worksheet.lang}/${worksheet.slug}`;

function listSources(library: Library | undefined): PreviewSource[] {
  if (!library) return [];
  return library.languages.flatMap((shelf) =>
    shelf.worksheets.map((worksheet) => ({ library, shelf, worksheet })),
  );
}

/** Takes the library as it stands now; gives the keys of the sheets that have to be printed for it. */
export async function takeLibrary(press: PreviewPress, library: Library): Promise<string[]> {
  press.library = library;
  press.fault = undefined;
  press.tools ??= await loadPrintTools();
  const earlier = press.waiting;
  const added = new Map<string, string>();
  const still = new Map<string, string>();
  for (const source of listSources(library)) {
    const key = keyOf(source);
    const fingerprint = fingerprintOf(source, press.tools);
    if (earlier.get(key) === fingerprint) still.set(key, fingerprint);
    else if (press.printed.get(key)?.fingerprint !== fingerprint) added.set(key, fingerprint);
  }
  // What was saved last is wanted first.
  press.waiting = new Map([...added, ...still]);
  return [...added.keys()];
}

function findWanted({ library, waiting, isOpen }: PreviewPress): PreviewSource | undefined {
  const sources = new Map(listSources(library).map((source) => [keyOf(source), source]));
  const wanted = [...waiting.keys()].flatMap((key) => sources.get(key) ?? []);
  return wanted.find(({ worksheet: { lang, slug } }) => isOpen(lang, slug)) ?? wanted[0];
}

/** Prints the sheet that is wanted most. Throws when there is no browser to print with. */
export async function printNext(press: PreviewPress): Promise<Made | undefined> {
  const source = findWanted(press);
  if (!source) return undefined;
  const key = keyOf(source);
  const fingerprint = press.waiting.get(key) ?? '';
  press.tools ??= await loadPrintTools();
  const means = { ...press.means, tools: press.tools };
  const made = await press.printers
    .take()
    .then((printers) => printPreview(source, printers, means))
    .catch((error: unknown): PrintedPreview => {
      if (error instanceof BrowserError) throw error;
      return { preview: { ...toUnprinted(source), fault: toFaults(error)[0] } };
    });
  press.printed.set(key, { ...made, fingerprint });
  const isCurrent = press.waiting.get(key) === fingerprint;
  if (isCurrent) press.waiting.delete(key);
  return { key, isCurrent, problems: made.preview.problems };
}

/** Every sheet, printed or not, in the order of the library. */
export function listPreviews(press: PreviewPress): SheetPreview[] {
  return listSources(press.library).map((source) => {
    const unprinted = toUnprinted(source);
    const preview = press.printed.get(keyOf(source))?.preview ?? unprinted;
    return { ...preview, url: unprinted.url, fault: press.fault ?? preview.fault };
  });
}

/** The files of the sheets that are printed. */
export function listOutputs(press: PreviewPress): SheetOutput[] {
  return listSources(press.library).flatMap(
    (source) => press.printed.get(keyOf(source))?.output ?? [],
  );
}

/** Makes the next prints read their templates anew. */
export function forgetPrintTemplates(press: PreviewPress): void {
  press.tools = undefined;
  forgetTemplates();
}
