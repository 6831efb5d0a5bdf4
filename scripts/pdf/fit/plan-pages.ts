import { LIVE_AREA_MM } from '../../model/edition.ts';
import type { Slab } from './slab.ts';

const PX_PER_MM = 96 / 25.4;
/** Height of a page's live area. The browser lays pages out in whole pixels: what is beyond is not there. */
export const PAGE_PX = Math.floor(LIVE_AREA_MM.height * PX_PER_MM);
/** A last page that holds less than a third looks like a mistake; a little more, for eyes see words and not boxes. */
export const LEAST_LAST_PAGE = 0.35;

/** What a break costs beside the room that it leaves, in mm². A new part is the best place for one. */
const BREAK_COST = { heading: 0, block: 150, inside: 500, lead: 4000 };
/** A heading and so much text below it lead to what follows; more text stands for itself. */
const LEAD_MM = 60;
const SHORT_LAST_PAGE = 1e6;
const TOO_TALL = 1e9;
/** What a room's growth costs, as a share of the square of the room that it fills. */
const GROWTH_COST = 0.5;

/** The slabs of one page, `end` not included, and the height that they take. */
export type PlannedPage = { first: number; end: number; usedPx: number };

/** Slabs to be set on pages, and the distance of their ruled lines. */
export type Galley = { slabs: readonly Slab[]; pitchPx: number };

type Way = { cost: number; pages: PlannedPage[] };

/** Height of the slabs from `first` up to `end` on a page of their own. */
export function heightPx(slabs: readonly Slab[], first: number, end: number): number {
  const [top, bottom] = [slabs[first], slabs[end - 1]];
  return top && bottom ? bottom.bottomPx - top.topPx + top.headPx : 0;
}

/** Whether a page may end before the slab at `end` when it began at `first`. */
function mayEnd(slabs: readonly Slab[], first: number, end: number): boolean {
  const next = slabs[end];
  if (!next || next.start === 'free') return true;
  return next.start === 'flowing' && heightPx(slabs, first, end + 1) > PAGE_PX;
}

/** Whether the text that ends before a slab is a short one under a heading. */
function isLead(slabs: readonly Slab[], at: number): boolean {
  const last = slabs[at - 1];
  if (last?.kind !== 'prose') return false;
  const first = slabs.findIndex(({ block }) => block === last.block);
  const heading = slabs[first - 1];
  return heading?.kind === 'heading' && last.bottomPx - heading.topPx < LEAD_MM * PX_PER_MM;
}

/** Where a page that begins at `first` may end. When nothing fits, the least that can stand together. */
export function pageEnds(slabs: readonly Slab[], first: number): number[] {
  const ends: number[] = [];
  for (let end = first + 1; end <= slabs.length; end++) {
    if (heightPx(slabs, first, end) > PAGE_PX && ends.length > 0) break;
    if (mayEnd(slabs, first, end)) ends.push(end);
  }
  return ends;
}

function breakCost(slabs: readonly Slab[], at: number): number {
  const [before, after] = [slabs[at - 1], slabs[at]];
  if (after?.kind === 'heading') return BREAK_COST.heading;
  if (isLead(slabs, at)) return BREAK_COST.lead;
  // Running text leads to what follows: to its next sentence, or to the field that it explains.
  const isInside = before?.block === after?.block || before?.kind === 'prose';
  return isInside ? BREAK_COST.inside : BREAK_COST.block;
}

/** What a page costs: the square of the room it leaves, in mm². The last may leave as much as it will. */
function pageCost({ slabs, pitchPx }: Galley, page: PlannedPage): number {
  const isLast = page.end === slabs.length;
  const leftPx = PAGE_PX - page.usedPx;
  if (leftPx < 0) return TOO_TALL - leftPx;
  const grows = slabs.slice(page.first, page.end).some(({ stretch }) => stretch.length > 0);
  const squareOf = (px: number) => (px / PX_PER_MM) ** 2;
  if (!isLast) {
    const left = grows
      ? squareOf(leftPx % pitchPx) + GROWTH_COST * squareOf(leftPx)
      : squareOf(leftPx);
    return left + breakCost(slabs, page.end);
  }
  if (grows) return 0;
  const isShort = page.first > 0 && page.usedPx < PAGE_PX * LEAST_LAST_PAGE;
  return isShort ? SHORT_LAST_PAGE + squareOf(PAGE_PX * LEAST_LAST_PAGE - page.usedPx) : 0;
}

/** The cheapest ways to reach each slab with one page more than the ways given. */
function addPage(galley: Galley, ways: ReadonlyMap<number, Way>): Map<number, Way> {
  const longer = new Map<number, Way>();
  for (const [first, { cost, pages }] of ways) {
    for (const end of pageEnds(galley.slabs, first)) {
      const page = { first, end, usedPx: heightPx(galley.slabs, first, end) };
      const total = cost + pageCost(galley, page);
      const known = longer.get(end);
      if (!known || total < known.cost) longer.set(end, { cost: total, pages: [...pages, page] });
    }
  }
  return longer;
}

/**
 * Sets slabs on as few pages as they need, and among all ways to do so takes the one that leaves
 * the least room, squared and added up over the pages (Knuth & Plass 1981 break a paragraph into
 * lines so; first fit would fill the first pages and strand what is left).
 */
export function planPages(galley: Galley): PlannedPage[] {
  if (galley.slabs.length === 0) return [];
  let ways = new Map<number, Way>([[0, { cost: 0, pages: [] }]]);
  for (;;) {
    ways = addPage(galley, ways);
    const whole = ways.get(galley.slabs.length);
    if (whole) return whole.pages;
  }
}

/** Ruled lines that each room of a page grows by to fill it, one after the other. */
export function growthOn({ slabs, pitchPx }: Galley, page: PlannedPage): Record<string, number> {
  const ids = [...new Set(slabs.slice(page.first, page.end).flatMap(({ stretch }) => stretch))];
  const lines = Math.max(0, Math.floor((PAGE_PX - page.usedPx) / pitchPx));
  const growth: Record<string, number> = {};
  for (const [index, id] of ids.entries()) {
    const share = Math.floor(lines / ids.length) + (index < lines % ids.length ? 1 : 0);
    if (share > 0) growth[id] = share;
  }
  return growth;
}
