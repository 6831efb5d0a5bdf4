import type { EditionName } from '../model/edition.ts';
import type { Field } from '../model/field.ts';
import type { Position } from '../model/problem.ts';
import type { DomFacts } from './dom-facts.ts';
import type { PdfFacts } from './facts.ts';

/** Scales closer to 1 than this are the same: matrices are written with few digits. */
const SCALE_TOLERANCE = 0.002;

/** What the page was that was printed, and what is in the file: both must say the same. */
export type PrintFacts = {
  edition: EditionName;
  /** Where a fault without a place of its own is told. */
  budgetAt: Position;
  /** Blocks by the ids in the HTML, in reading order. */
  blocks: readonly (Position & { id: string })[];
  /** Where each heading stands, the title first. */
  headings: readonly Position[];
  fields: readonly Field[];
  dom: DomFacts;
  facts: PdfFacts;
};

/** A fault, and where it stands in the source. */
export type Found = { at: Position; message: string; hint?: string };

/** What the browser shrank, or what is wider than the page and would make it. */
export function findShrinking({ facts, dom, blocks, budgetAt }: PrintFacts): Found[] {
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
export function findCutFields({ facts, fields, budgetAt, edition }: PrintFacts): Found[] {
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

/** Headings that are painted on two pages. */
export function findDoubledHeadings({ facts, budgetAt, headings }: PrintFacts): Found[] {
  return facts.doubledHeadings.map((heading) => ({
    at: headings[heading] ?? budgetAt,
    message: 'a heading is painted on two pages',
    hint: 'This is a fault of the print stylesheet: headings need space above them inside.',
  }));
}

/** Tags and fields of the file must be those of the page it was printed from. */
export function findLosses({ facts, dom, budgetAt }: PrintFacts): Found[] {
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
