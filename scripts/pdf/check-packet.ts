import type { EditionName } from '../model/edition.ts';
import type { Position, Problem } from '../model/problem.ts';
import { findCutFields, findDoubledHeadings, findLosses, findShrinking } from './check-print.ts';
import type { DomFacts } from './dom-facts.ts';
import type { PdfFacts } from './facts.ts';
import { checkFit } from './fit/check-fit.ts';
import { type PartFit, pagesOf } from './fit/fit-sheet.ts';
import { plannedPages } from './fit/planned-pages.ts';
import type { Mark } from './passes/read-destinations.ts';

/** One part of a packet as it was rendered. */
export type PacketPartFacts = {
  id: string;
  title: string;
  /** The file it was written in. */
  file: string;
  blocks: readonly (Position & { id: string })[];
  headings: readonly Position[];
  /** The pages that a sheet may have; a text has as many as it needs. */
  budget?: number;
};

/** A printed packet, with all that it is held against. */
export type PrintedPacketFacts = {
  /** The file of the packet's own text. */
  file: string;
  edition: EditionName;
  parts: readonly PacketPartFacts[];
  fits: readonly PartFit[];
  dom: DomFacts;
  facts: PdfFacts;
  marks: ReadonlyMap<string, Mark>;
};

const TOP: Position = { line: 1, column: 1 };
const OURS = 'This is a fault of the program: please report it.';

type Told = Position & { file: string; message: string; hint?: string };

/** What belongs together and is taller than a page; sheets tell it themselves, texts have only this. */
function findTooTall({ parts, fits, edition }: PrintedPacketFacts): Told[] {
  return parts.flatMap(({ file, blocks }, index) => {
    const fit = fits[index];
    const faults = fit ? checkFit(fit, Number.POSITIVE_INFINITY) : [];
    return faults
      .filter(({ kind }) => kind === 'too-tall')
      .map((fault): Told => {
        const block = blocks.find(({ id }) => 'block' in fault && id === fault.block);
        const { line, column } = block ?? TOP;
        const spill = 'spillMm' in fault ? fault.spillMm.toFixed(1) : '';
        const message = `what belongs together here is taller than a page of the ${edition} edition: ${spill} mm too much`;
        return { file, line, column, message, hint: 'Shorten it, or part it in two.' };
      });
  });
}

/**
 * Sheets that take more pages than they may, though alone they do not: another line names the sheet
 * that comes next. Told apart from the rest: the packet is whole, but somebody could do better.
 */
export function findLongSheets({
  parts,
  fits,
  edition,
}: Pick<PrintedPacketFacts, 'parts' | 'fits' | 'edition'>): Problem[] {
  return parts.flatMap(({ file, title, budget }, index) => {
    const fit = fits[index];
    const pages = fit ? pagesOf(fit) : 0;
    if (budget === undefined || pages <= budget) return [];
    const message = `in this packet the ${edition} edition of "${title}" has ${pages} pages, its budget is ${budget}`;
    return [{ file, ...TOP, message, hint: 'Shorten it by a line, or raise its budget.' }];
  });
}

/** Each block of each part must stand on the page that was counted for it. */
function findMovedParts({ file, parts, fits, facts, marks }: PrintedPacketFacts): Told[] {
  const last = fits.at(-1);
  const pages = last ? last.firstPage + pagesOf(last) : 0;
  const moved = parts.filter(({ blocks }, index) => {
    const fit = fits[index];
    if (!fit) return true;
    return blocks.some(({ id }) => {
      if (!fit.slabs.some(({ block }) => block === id)) return false;
      const planned = plannedPages(fit, id).map((page) => page + fit.firstPage);
      return marks.get(id)?.page !== planned[0] || marks.get(`${id}-end`)?.page !== planned[1];
    });
  });
  const told = moved.map(({ title }) => `"${title}" was not broken into pages as planned`);
  if (facts.pages !== pages) told.push(`expected ${pages} pages, found ${facts.pages}`);
  return told.map((message) => ({ file, ...TOP, message, hint: OURS }));
}

/** The number that stands in the contents is that of the page its link leads to. */
function findWrongNumbers({ file, parts, fits, marks }: PrintedPacketFacts): Told[] {
  return parts.flatMap(({ id, title }, index) => {
    const target = marks.get(id);
    const counted = fits[index]?.firstPage;
    if (!target || target.page === counted) return [];
    const message = `the contents name page ${(counted ?? 0) + 1} for "${title}", it begins on ${target.page + 1}`;
    return [{ file, ...TOP, message, hint: OURS }];
  });
}

/** Holds what was read back from a finished packet against its parts; a breach is a problem. */
export function checkPacket(print: PrintedPacketFacts): Problem[] {
  const { file, parts } = print;
  const shared = {
    ...print,
    budgetAt: TOP,
    blocks: parts.flatMap(({ blocks }) => blocks),
    headings: parts.flatMap(({ headings }) => headings),
    fields: [],
  };
  const tall = findTooTall(print);
  if (tall.length > 0) return tall;
  const found = [
    ...findShrinking(shared),
    ...findCutFields(shared),
    ...findDoubledHeadings(shared),
    ...findLosses(shared),
  ];
  return [
    ...found.map(({ at: { line, column }, ...rest }) => ({ file, line, column, ...rest })),
    ...findMovedParts(print),
    ...findWrongNumbers(print),
  ];
}
