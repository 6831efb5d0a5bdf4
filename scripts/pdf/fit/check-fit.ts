import { pagesOf, type SheetFit } from './fit-sheet.ts';
import { heightPx, LEAST_LAST_PAGE, PAGE_PX, pageEnds } from './plan-pages.ts';
import type { Slab } from './slab.ts';

const MM_PER_PX = 25.4 / 96;

/** What a sheet's pages do not keep: the block concerned, and how much it is in mm. */
export type FitFault =
  /** It does not fit the pages it may have; the block is the first that goes beyond them. */
  | { kind: 'over-budget'; block: string; pages: number; spillMm: number }
  /** The sides that are pages of their own leave no page for what flows. */
  | { kind: 'sides-over-budget'; pages: number; sides: number }
  /** What belongs together is taller than a page. */
  | { kind: 'too-tall'; block: string; spillMm: number }
  /** The last page is nearly empty; with so much less the sheet would do without it. */
  | { kind: 'short-last-page'; block: string; share: number; spillMm: number };

/** The slab farthest on at which one of the first pages after `budget - 1` others can begin. */
function farthestStart(slabs: readonly Slab[], budget: number): number {
  let starts = new Set([0]);
  let farthest = 0;
  for (let page = 1; page < budget; page++) {
    starts = new Set([...starts].flatMap((first) => pageEnds(slabs, first)));
    farthest = Math.max(farthest, ...[...starts].filter((start) => start < slabs.length));
  }
  return farthest;
}

/** By how much a sheet is too long for so many pages, and the block that goes beyond the last of them. */
function spillBeyond(slabs: readonly Slab[], budget: number): { block: string; spillMm: number } {
  const first = farthestStart(slabs, budget);
  const beyond = slabs.findIndex(
    (_, at) => at >= first && heightPx(slabs, first, at + 1) > PAGE_PX,
  );
  const spillPx = heightPx(slabs, first, slabs.length) - PAGE_PX;
  return { block: slabs[beyond]?.block ?? '', spillMm: spillPx * MM_PER_PX };
}

/** How many pages what flows may have: an even number before sides of their own, or an empty one goes with it. */
function flowingBudget({ leafSides }: SheetFit, budget: number): number {
  const left = budget - leafSides;
  return leafSides > 0 ? left - (left % 2) : left;
}

function findOverBudget(fit: SheetFit, budget: number): FitFault[] {
  const pages = pagesOf(fit);
  if (pages <= budget) return [];
  const room = flowingBudget(fit, budget);
  if (room < 1) return [{ kind: 'sides-over-budget', pages, sides: pages - fit.pages.length }];
  return [{ kind: 'over-budget', pages, ...spillBeyond(fit.slabs, room) }];
}

function findTooTall({ slabs, pages }: SheetFit): FitFault[] {
  return pages
    .filter(({ usedPx }) => usedPx > PAGE_PX)
    .map(({ first, usedPx }) => ({
      kind: 'too-tall',
      block: slabs[first]?.block ?? '',
      spillMm: (usedPx - PAGE_PX) * MM_PER_PX,
    }));
}

function findShortLastPage(fit: SheetFit): FitFault[] {
  const { slabs, pages, growth } = fit;
  const last = pages.at(-1);
  const grown = Object.keys(growth.at(-1) ?? {}).length > 0;
  if (!last || pages.length < 2 || grown || last.usedPx >= PAGE_PX * LEAST_LAST_PAGE) return [];
  const { spillMm } = spillBeyond(slabs, pages.length - 1);
  const share = last.usedPx / PAGE_PX;
  return [{ kind: 'short-last-page', block: slabs[last.first]?.block ?? '', share, spillMm }];
}

/** Holds the pages of a sheet against its budget and the rules of the page. */
export function checkFit(fit: SheetFit, budget: number): FitFault[] {
  const tall = findTooTall(fit);
  if (tall.length > 0) return tall;
  const over = findOverBudget(fit, budget);
  return over.length > 0 ? over : findShortLastPage(fit);
}

/** Ruled lines that could be added to each page without its breaking elsewhere; pages from 1. */
export function roomToSpare({
  pages,
  growth,
  pitchPx,
}: SheetFit): { page: number; lines: number }[] {
  return pages
    .map(({ usedPx }, index) => {
      const grown = Object.values(growth[index] ?? {}).reduce((sum, lines) => sum + lines, 0);
      const lines = Math.floor((PAGE_PX - usedPx) / pitchPx) - grown;
      return { page: index + 1, lines };
    })
    .filter(({ lines }) => lines > 0);
}
