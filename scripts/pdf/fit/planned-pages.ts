import type { SheetFit } from './fit-sheet.ts';

/** The pages that a block begins and ends on by the plan, from 0. */
export function plannedPages(
  { slabs, pages }: SheetFit,
  block: string,
): [first: number, last: number] {
  const pageOf = (at: number) => pages.findIndex(({ first, end }) => at >= first && at < end);
  const isIn = (slab: { block: string }) => slab.block === block;
  return [pageOf(slabs.findIndex(isIn)), pageOf(slabs.findLastIndex(isIn))];
}
