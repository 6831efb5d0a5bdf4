import type { Position, Problem } from '../model/problem.ts';
import {
  type Found,
  findCutFields,
  findDoubledHeadings,
  findLosses,
  findShrinking,
  type PrintFacts,
} from './check-print.ts';
import { checkFit, type FitFault } from './fit/check-fit.ts';
import { pagesOf, type SheetFit } from './fit/fit-sheet.ts';
import { LEAST_LAST_PAGE } from './fit/plan-pages.ts';
import { plannedPages } from './fit/planned-pages.ts';
import type { Mark } from './passes/read-destinations.ts';

/** One printed edition of a sheet, with all that it is held against. */
export type PrintedEdition = PrintFacts & {
  file: string;
  /** Page budget from the front matter; where it stands is where a fault without a place is told. */
  budget: number;
  budgetAt: Position;
  fit: SheetFit;
  marks: ReadonlyMap<string, Mark>;
};

/** What is too long, and the pages it would need. */
function tellOverBudget(print: PrintedEdition, pages: number, rest: string) {
  const { edition, budget } = print;
  const message = `the ${edition} edition has ${pages} pages, its budget is ${budget}: ${rest}`;
  return { message, hint: `Shorten the sheet, or raise "${edition}" under pages to ${pages}.` };
}

function tellFault(fault: FitFault, print: PrintedEdition): Found {
  const { edition, blocks, budgetAt } = print;
  if (fault.kind === 'sides-over-budget') {
    const at = blocks.find(({ id }) => id.startsWith('leaf-')) ?? budgetAt;
    return { at, ...tellOverBudget(print, fault.pages, `the cards take ${fault.sides}`) };
  }
  const block = blocks.find(({ id }) => id === fault.block);
  const isEnd = fault.block === 'end' || !block;
  const at = isEnd ? budgetAt : block;
  const spill = `${fault.spillMm.toFixed(1)} mm`;
  switch (fault.kind) {
    case 'over-budget': {
      const from = isEnd ? 'the closing lines do not fit' : 'from here on it does not fit';
      return { at, ...tellOverBudget(print, fault.pages, `${from}, ${spill} too much`) };
    }
    case 'too-tall': {
      const message = `what belongs together here is taller than a page of the ${edition} edition: ${spill} too much`;
      return { at, message, hint: 'Give it fewer rows, fewer words or less height.' };
    }
    case 'short-last-page': {
      const percent = Math.round(fault.share * 100);
      const what = isEnd ? 'holds the closing lines alone' : 'begins here';
      const message = `the last page of the ${edition} edition ${what} and is ${percent} % full, expected at least ${LEAST_LAST_PAGE * 100} %`;
      const less = `Take ${spill} away so that it fits on one page less`;
      const hint = isEnd ? `${less}.` : `${less}, or let a field on it grow with "stretch".`;
      return { at, message, hint };
    }
  }
}

/** Nobody writes on a filled-in example, so it may end anywhere on its last page. */
function findFitFaults(print: PrintedEdition): Found[] {
  return checkFit(print.fit, print.budget)
    .filter(({ kind }) => kind !== 'short-last-page' || print.edition !== 'example')
    .map((fault) => tellFault(fault, print));
}

/** The browser must have broken the sheet where it was planned: else what was measured was not what was printed. */
function findMovedBlocks(print: PrintedEdition): Found[] {
  const { fit, marks, facts, blocks, budgetAt, edition } = print;
  const printed = blocks.filter(({ id }) => fit.slabs.some(({ block }) => block === id));
  const moved = printed.find(({ id }) => {
    const [first, last] = plannedPages(fit, id);
    return marks.get(id)?.page !== first || marks.get(`${id}-end`)?.page !== last;
  });
  if (!moved && facts.pages === pagesOf(fit)) return [];
  const message = `the ${edition} edition was not broken into pages as planned`;
  return [
    { at: moved ?? budgetAt, message, hint: 'This is a fault of the program: please report it.' },
  ];
}

/** Holds what was read back from a finished file against its sheet; a breach is a problem. */
export function checkSheet(print: PrintedEdition): Problem[] {
  const faults = findFitFaults(print);
  const shrinking = findShrinking(print);
  const cut = faults.length > 0 ? [] : findCutFields(print);
  const found = [
    ...faults,
    ...shrinking,
    ...(faults.length + shrinking.length > 0 ? [] : findMovedBlocks(print)),
    ...cut,
    // What is cut by force is painted on both of its pages; the first thing to mend is its height.
    ...(faults.length > 0 ? [] : findDoubledHeadings(print)),
    ...(cut.length + faults.length > 0 ? [] : findLosses(print)),
  ];
  return found.map(({ at: { line, column }, message, hint }) => ({
    file: print.file,
    line,
    column,
    message,
    hint,
  }));
}
