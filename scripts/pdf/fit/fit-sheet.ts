import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { growthOn, type PlannedPage, planPages } from './plan-pages.ts';
import type { DocumentChanges, SheetChanges, SheetMeasure } from './slab.ts';

const ENTRY = fileURLToPath(new URL('./in-browser.ts', import.meta.url));

/** Runs an expression in the document that is to be printed and gives its value. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** How a sheet was set: what was measured, the pages planned from it, and what was changed for them. */
export type SheetFit = SheetMeasure & {
  pages: PlannedPage[];
  /** Ruled lines that each page's rooms grew by. */
  growth: Record<string, number>[];
  /** Whether an empty side was needed before sides of their own. */
  filler: boolean;
};

/** What is bound in one document, part by part. */
export type BoundPart = {
  id: string;
  /** Whether it begins on a leaf of its own where paper is printed on both sides. */
  newLeaf: boolean;
};

/** How one part of a document was set, and where it begins. */
export type PartFit = SheetFit & {
  /** Its first page in the document, from 0. */
  firstPage: number;
  /** Whether an empty page stands behind it. */
  blank: boolean;
};

/** How many pages all of a sheet comes to. */
export const pagesOf = ({ pages, filler, leafSides }: SheetFit): number =>
  pages.length + (filler ? 1 : 0) + leafSides;

/** Plans the pages of a measured sheet. Pure. */
export function toFit(measure: SheetMeasure): SheetFit {
  const pages = planPages(measure);
  const growth = pages.map((page) => growthOn(measure, page));
  // Sides of their own are cut out and printed on both sides: the first is a right-hand page.
  const filler = measure.leafSides > 0 && pages.length % 2 === 1;
  return { ...measure, pages, growth, filler };
}

/**
 * Counts the pages of parts that are bound one behind the other. A page of even number is the back
 * of a leaf: a part that begins a leaf has an empty page before it there.
 */
export function bindParts(fits: readonly SheetFit[], binding: readonly BoundPart[]): PartFit[] {
  const parts: PartFit[] = [];
  let pages = 0;
  for (const [index, fit] of fits.entries()) {
    const before = parts.at(-1);
    if (before && binding[index]?.newLeaf && pages % 2 === 1) {
      before.blank = true;
      pages++;
    }
    parts.push({ ...fit, firstPage: pages, blank: false });
    pages += pagesOf(fit);
  }
  return parts;
}

function toChanges({ pages, growth, filler, slabs }: SheetFit, blank = false): SheetChanges {
  const starts = pages.slice(1).map(({ first }) => first);
  return {
    starts: starts.filter((first) => slabs[first]?.start !== 'flowing'),
    growth: Object.assign({}, ...growth),
    filler,
    blank,
  };
}

let bundled: Promise<string> | undefined;

/** The script that measures and changes a sheet, bundled once: no import reaches it in the browser. */
function bundleScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'fit',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/** What is asked of the document that is open in the printing browser. */
async function openScript(evaluate: Evaluate) {
  const script = await bundleScript();
  const call = (name: string, argument = '') =>
    evaluate(`(() => {${script}; return fit.${name}(${argument})})()`);
  return {
    measure: async () => (await call('measure')) as SheetMeasure[],
    apply: (changes: DocumentChanges) => call('apply', JSON.stringify(changes)),
  };
}

/**
 * Sets the document that is open in the printing browser on its pages, part by part. It is measured
 * in the very browser that prints, in print media and at the width of the page, where heights are
 * those of the print. A sheet is a document of one part.
 */
export async function fitDocument(
  evaluate: Evaluate,
  binding: readonly BoundPart[],
): Promise<PartFit[]> {
  const { measure, apply } = await openScript(evaluate);
  const parts = bindParts((await measure()).map(toFit), binding);
  const numbers = parts.map(({ firstPage }, index) => [binding[index]?.id ?? '', firstPage + 1]);
  await apply({
    parts: parts.map((part) => toChanges(part, part.blank)),
    numbers: Object.fromEntries(numbers) as Record<string, number>,
  });
  return parts;
}
