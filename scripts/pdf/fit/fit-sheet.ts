import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { growthOn, type PlannedPage, planPages } from './plan-pages.ts';
import type { SheetChanges, SheetMeasure } from './slab.ts';

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

function toChanges({ pages, growth, filler, slabs }: SheetFit): SheetChanges {
  const starts = pages.slice(1).map(({ first }) => first);
  return {
    starts: starts.filter((first) => slabs[first]?.start !== 'flowing'),
    growth: Object.assign({}, ...growth),
    filler,
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

/**
 * Sets the sheet that is open in the printing browser on its pages. It is measured in the very
 * browser that prints, in print media and at the width of the page, where heights are those of the
 * print.
 */
export async function fitSheet(evaluate: Evaluate): Promise<SheetFit> {
  const script = await bundleScript();
  const call = (name: string, argument = '') =>
    evaluate(`(() => {${script}; return fit.${name}(${argument})})()`);
  const fit = toFit((await call('measure')) as SheetMeasure);
  await call('apply', JSON.stringify(toChanges(fit)));
  return fit;
}
