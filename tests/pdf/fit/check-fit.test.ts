import { describe, expect, it } from 'vitest';
import { checkFit, roomToSpare } from '../../../scripts/pdf/fit/check-fit.ts';
import { toFit } from '../../../scripts/pdf/fit/fit-sheet.ts';
import { PAGE_PX } from '../../../scripts/pdf/fit/plan-pages.ts';
import { galleyOf, type Piece, PX_PER_MM } from './galley.ts';

/** Height of a page as the browser has it: whole pixels of 243 mm. */
const PAGE_MM = PAGE_PX / PX_PER_MM;

const fitOf = (...pieces: (number | Piece)[]) => toFit({ ...galleyOf(...pieces), leafSides: 0 });
const faultsOf = (budget: number, ...pieces: (number | Piece)[]) =>
  checkFit(fitOf(...pieces), budget).map((fault) => ({
    ...fault,
    ...('spillMm' in fault && { spillMm: Math.round(fault.spillMm * 10) / 10 }),
  }));

describe('a sheet within its budget', () => {
  it('has no fault', () => {
    expect(faultsOf(1, 60, 100, 80)).toEqual([]);
    expect(faultsOf(2, 60, 180, 100)).toEqual([]);
    expect(faultsOf(3, 60, 180, 100)).toEqual([]);
  });
});

describe('a sheet over its budget', () => {
  it('is told at the block that goes beyond the last page, and by how much all is too long', () => {
    expect(faultsOf(1, 60, 100, { mm: PAGE_MM - 160 + 6, block: 'x' }, 8)).toEqual([
      { kind: 'over-budget', pages: 2, block: 'x', spillMm: 14 },
    ]);
  });

  it('fits when so much is taken away, and not with a millimetre less', () => {
    const last = PAGE_MM - 160 + 14;
    expect(faultsOf(1, 60, 100, last - 14)).toEqual([]);
    expect(faultsOf(1, 60, 100, last - 13)[0]).toMatchObject({ spillMm: 1 });
  });

  it('counts only what no other way of breaking would find room for', () => {
    // The pages before the last are as full as they can be: 240, 240; then 100 + 150.
    const [fault] = faultsOf(3, 120, 120, 120, 120, 100, 150);
    expect(fault).toMatchObject({ kind: 'over-budget', pages: 4, block: 'b5' });
    expect(fault?.spillMm).toBeCloseTo(250 - PAGE_MM, 1);
  });

  it('leaves the sides of their own their pages, and the empty one before them', () => {
    const fit = toFit({ ...galleyOf(200, 100), leafSides: 2 });
    expect(checkFit(fit, 4)).toEqual([]);
    expect(checkFit(fit, 3)).toEqual([{ kind: 'sides-over-budget', pages: 4, sides: 2 }]);
    const long = toFit({ ...galleyOf(200, 200, 200), leafSides: 2 });
    expect(checkFit(long, 5)).toMatchObject([{ kind: 'over-budget', pages: 6, block: 'b2' }]);
    const single = toFit({ ...galleyOf(200), leafSides: 2 });
    expect(single.filler).toBe(true);
    expect(checkFit(single, 4)).toEqual([]);
    expect(checkFit(single, 3)).toEqual([{ kind: 'sides-over-budget', pages: 4, sides: 3 }]);
  });
});

describe('what is taller than a page', () => {
  it('is told by how much, whatever the budget', () => {
    expect(faultsOf(9, 60, { mm: PAGE_MM + 7, block: 'tall' }, 100)).toEqual([
      { kind: 'too-tall', block: 'tall', spillMm: 7 },
    ]);
  });
});

describe('a last page that is nearly empty', () => {
  it('is told when no block can join it, and what to take away to do without it', () => {
    expect(faultsOf(2, 30, { mm: 200 }, { mm: 50, block: 'last' })).toMatchObject([
      { kind: 'short-last-page', block: 'last', spillMm: Math.round((280 - PAGE_MM) * 10) / 10 },
    ]);
  });

  it('is no fault when its room grows, nor on a sheet of one page', () => {
    expect(faultsOf(2, 30, 200, { mm: 50, stretch: ['a'] })).toEqual([]);
    expect(faultsOf(1, 30)).toEqual([]);
  });
});

describe('room to spare', () => {
  it('is told in ruled lines for each page, less what has grown', () => {
    expect(roomToSpare(fitOf(200))).toEqual([{ page: 1, lines: 4 }]);
    expect(roomToSpare(fitOf(230, 200))).toEqual([
      { page: 1, lines: 1 },
      { page: 2, lines: 4 },
    ]);
    expect(roomToSpare(fitOf({ mm: 150, stretch: ['a'] }))).toEqual([]);
  });
});
