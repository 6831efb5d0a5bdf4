import { type EditionName, LIVE_AREA_MM } from '../model/edition.ts';
import type { Field } from '../model/field.ts';
import type { Position, Problem } from '../model/problem.ts';
import type { DomFacts } from './dom-facts.ts';
import type { PdfFacts } from './facts.ts';
import { PT_PER_MM } from './papers.ts';
import type { Mark } from './passes/read-destinations.ts';

const MM_PER_PX = 25.4 / 96;
/** Scales closer to 1 than this are the same: matrices are written with few digits. */
const SCALE_TOLERANCE = 0.002;

/** One printed edition, with all that it is held against. */
export type PrintedEdition = {
  file: string;
  edition: EditionName;
  /** Page budget from the front matter, and where that stands. */
  budget: number;
  budgetAt: Position;
  /** Blocks by the ids in the HTML, in reading order, from the head to the end. */
  blocks: readonly (Position & { id: string })[];
  /** Where each heading stands, the title first. */
  headings: readonly Position[];
  fields: readonly Field[];
  dom: DomFacts;
  facts: PdfFacts;
  marks: ReadonlyMap<string, Mark>;
};

type Found = { at: Position; message: string; hint?: string };

/** Height in mm by which a sheet is too long, were its last pages put back onto the budget. */
function spillMm(print: PrintedEdition, first: { id: string; index: number }): number {
  const { marks, budget, dom, blocks } = print;
  const end = marks.get('end-end');
  const before = marks.get(`${blocks[first.index - 1]?.id}-end`);
  if (!end) return 0;
  const beyondMm = (end.page - budget) * LIVE_AREA_MM.height + end.topPt / PT_PER_MM;
  // A block that goes on over the page has used up the room before it.
  if ((marks.get(first.id)?.page ?? budget) < budget) return beyondMm;
  const usedMm = (before?.page === budget - 1 ? before.topPt : 0) / PT_PER_MM;
  const gapMm = (dom.gapsPx[first.id] ?? 0) * MM_PER_PX;
  return beyondMm + gapMm - (LIVE_AREA_MM.height - usedMm);
}

function findOverflow(print: PrintedEdition): Found[] {
  const { facts, budget, blocks, marks, edition, budgetAt } = print;
  if (facts.pages <= budget) return [];
  const pageOf = (mark: string) => marks.get(mark)?.page ?? 0;
  const index = blocks.findIndex(({ id }) => pageOf(`${id}-end`) >= budget);
  const block = blocks[index];
  const what = `the ${edition} edition has ${facts.pages} pages, its budget is ${budget}`;
  const hint = `Shorten the sheet, or raise "${edition}" under pages to ${facts.pages}.`;
  if (!block) return [{ at: budgetAt, message: what, hint }];
  const spill = spillMm(print, { id: block.id, index }).toFixed(1);
  const at = block.id === 'end' ? budgetAt : block;
  const from = block.id === 'end' ? 'the closing lines do not fit' : 'from here on it does not fit';
  return [{ at, message: `${what}: ${from}, ${spill} mm too much`, hint }];
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
  const cut = findCutFields(print);
  const found = [
    ...findOverflow(print),
    ...findShrinking(print),
    ...cut,
    ...findDoubledHeadings(print),
    ...(cut.length > 0 ? [] : findLosses(print)),
  ];
  return found.map(({ at: { line, column }, message, hint }) => ({
    file: print.file,
    line,
    column,
    message,
    hint,
  }));
}
