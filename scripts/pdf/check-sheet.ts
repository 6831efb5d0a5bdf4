import type { EditionName } from '../model/edition.ts';
import type { Field } from '../model/field.ts';
import type { Position, Problem } from '../model/problem.ts';
import type { DomFacts } from './dom-facts.ts';
import type { PdfFacts } from './facts.ts';
import { checkFit, type FitFault } from './fit/check-fit.ts';
import { pagesOf, type SheetFit } from './fit/fit-sheet.ts';
import { LEAST_LAST_PAGE } from './fit/plan-pages.ts';
import type { Mark } from './passes/read-destinations.ts';

/** Scales closer to 1 than this are the same: matrices are written with few digits. */
const SCALE_TOLERANCE = 0.002;

/** One printed edition, with all that it is held against. */
export type PrintedEdition = {
  file: string;
  edition: EditionName;
  /** Page budget from the front matter, and where that stands. */
  budget: number;
  budgetAt: Position;
  /** Blocks by the ids in the HTML, in reading order, from the head to the end and the leaves of cards. */
  blocks: readonly (Position & { id: string })[];
  /** Where each heading stands, the title first. */
  headings: readonly Position[];
  fields: readonly Field[];
  dom: DomFacts;
  fit: SheetFit;
  facts: PdfFacts;
  marks: ReadonlyMap<string, Mark>;
};

type Found = { at: Position; message: string; hint?: string };

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

/** The pages that a block begins and ends on by the plan, from 0. */
function plannedPages({ slabs, pages }: SheetFit, block: string): [first: number, last: number] {
  const pageOf = (at: number) => pages.findIndex(({ first, end }) => at >= first && at < end);
  const isIn = (slab: { block: string }) => slab.block === block;
  return [pageOf(slabs.findIndex(isIn)), pageOf(slabs.findLastIndex(isIn))];
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

function findShrinking({ facts, dom, blocks, budgetAt }: PrintedEdition): Found[] {
  const shrunk = facts.scales.filter((scale) => Math.abs(scale - 1) > SCALE_TOLERANCE);
  const wide = blocks.filter(({ id }) => dom.tooWide.includes(id));
  const hint = 'Shorten a long word, or make a blank narrower.';
  if (wide.length > 0)
    return wide.map((at) => ({ at, message: 'something here is wider than the page', hint }));
  if (shrunk.length === 0) return [];
  const percent = Math.round(Math.min(...shrunk) * 100);
  return [{ at: budgetAt, message: `the browser shrank the sheet to ${percent} %`, hint }];
}

function ownerOf(fields: readonly Field[], name: string): Field | undefined {
  return fields.find(({ id }) => name === id) ?? fields.find(({ id }) => name.startsWith(`${id}-`));
}

/** A place that a page break cuts gives two widgets of one name. */
function findCutFields({ facts, fields, budgetAt, edition }: PrintedEdition): Found[] {
  const seen = new Map<string, number>();
  const cut = new Set<string>();
  for (const { name, state, page } of facts.widgets) {
    const key = `${name}?${state ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined && before !== page) cut.add(name);
    seen.set(key, page);
  }
  return [...cut].map((name) => ({
    at: ownerOf(fields, name) ?? budgetAt,
    message: `the field "${name}" lies over a page break in the ${edition} edition`,
    hint: 'Give it fewer rows.',
  }));
}

function findDoubledHeadings({ facts, budgetAt, headings }: PrintedEdition): Found[] {
  return facts.doubledHeadings.map((heading) => ({
    at: headings[heading] ?? budgetAt,
    message: 'a heading is painted on two pages',
    hint: 'This is a fault of the print stylesheet: headings need space above them inside.',
  }));
}

/** Tags and fields of the file must be those of the page it was printed from. */
function findLosses({ facts, dom, budgetAt }: PrintedEdition): Found[] {
  const tags = Object.entries(dom.tags)
    .filter(([tag, count]) => (facts.tags[tag] ?? 0) !== count)
    .map(([tag, count]) => `${count} ${tag} on the page, ${facts.tags[tag] ?? 0} in the PDF`);
  const inPdf = facts.widgets.map(({ name, state }) =>
    state === undefined ? name : `${name}?${state}`,
  );
  const missing = dom.places.filter((place) => !inPdf.includes(place));
  const extra = inPdf.filter((place) => !dom.places.includes(place));
  const untagged = facts.widgets.filter(({ tagged }) => !tagged).map(({ name }) => name);
  const unlabeled = facts.widgets.filter(({ label }) => label === '').map(({ name }) => name);
  const outOfOrder =
    missing.length + extra.length === 0 && inPdf.join('\n') !== dom.places.join('\n');
  const faults: [string, string[]][] = [
    ['tags were lost', tags],
    ['fields were lost', missing],
    ['fields came from nowhere', extra],
    ['fields are not tagged', untagged],
    ['fields have no label', unlabeled],
    ['fields are out of reading order', outOfOrder ? inPdf : []],
  ];
  return faults
    .filter(([, which]) => which.length > 0)
    .map(([what, which]) => ({ at: budgetAt, message: `${what} in the PDF: ${which.join('; ')}` }));
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
