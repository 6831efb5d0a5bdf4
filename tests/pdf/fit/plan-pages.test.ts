import { describe, expect, it } from 'vitest';
import { type Galley, growthOn, PAGE_PX, planPages } from '../../../scripts/pdf/fit/plan-pages.ts';
import { galleyOf, PX_PER_MM } from './galley.ts';

/** How many slabs stand on each page. */
const counts = (galley: Galley) => planPages(galley).map(({ first, end }) => end - first);
const usedMm = (galley: Galley) =>
  planPages(galley).map(({ usedPx }) => Math.round(usedPx / PX_PER_MM));

describe('the pages of a sheet', () => {
  it('are one when all fits on one', () => {
    expect(counts(galleyOf(60, 100, 80))).toEqual([3]);
  });

  it('are none when there is nothing', () => {
    expect(planPages(galleyOf())).toEqual([]);
  });

  it('are as few as first fit would need', () => {
    expect(counts(galleyOf(100, 100, 100, 100, 100))).toEqual([2, 2, 1]);
  });

  it('leave their room evenly, where first fit would strand a page in the middle', () => {
    // First fit: 240, then 60 alone before the tall one: 183² of room. Here: 180 and 120.
    const galley = galleyOf(60, 120, { mm: 60 }, { mm: 60 }, 200, 100);
    expect(counts(galley)).toEqual([2, 2, 1, 1]);
  });

  it('do not count the space above what begins them', () => {
    expect(counts(galleyOf(100, 140, { mm: 242, gapMm: 20 }))).toEqual([2, 1]);
  });

  it('begin at a heading rather than a little later', () => {
    const galley = galleyOf(60, 170, { mm: 4, kind: 'heading' }, 4, 150);
    expect(counts(galley)).toEqual([2, 3]);
  });

  it('end between two blocks rather than inside one, when it costs little room', () => {
    const rows = [1, 2, 3].map(() => ({ mm: 10, block: 'rows' }));
    expect(counts(galleyOf(60, 165, ...rows, 120))).toEqual([2, 4]);
    expect(counts(galleyOf(60, 130, ...rows, 120))).toEqual([5, 1]);
  });
});

describe('running text', () => {
  it('under a heading is not left alone with it, unless there is much of it', () => {
    const part = (mm: number) =>
      galleyOf(60, 130, { mm: 8, kind: 'heading' }, { mm, kind: 'prose', start: 'bound' }, 200);
    expect(counts(part(20))).toEqual([2, 3]);
    expect(
      counts(
        galleyOf(
          60,
          100,
          { mm: 8, kind: 'heading' },
          { mm: 60, kind: 'prose', start: 'bound' },
          200,
        ),
      ),
    ).toEqual([4, 1]);
  });

  it('is rather not parted from what it leads to', () => {
    const sentence = { mm: 12, kind: 'prose' } as const;
    expect(counts(galleyOf(60, 165, sentence, sentence, 200))).toEqual([2, 3]);
    expect(counts(galleyOf(60, 165, { mm: 12 }, { mm: 12 }, 200))).toEqual([3, 2]);
  });
});

describe('the last page', () => {
  it('takes a block from the page before when it would be nearly empty', () => {
    expect(usedMm(galleyOf(100, 80, 66, 20))).toEqual([180, 86]);
    expect(usedMm(galleyOf(100, 80, 60, 20))).toEqual([100, 160]);
  });

  it('may be half empty', () => {
    expect(usedMm(galleyOf(120, 120, 90))).toEqual([240, 90]);
  });
});

describe('what belongs together', () => {
  it('stays together', () => {
    const galley = galleyOf(60, 170, { mm: 10, kind: 'heading' }, { mm: 40, start: 'bound' }, 60);
    expect(counts(galley)).toEqual([2, 3]);
  });

  it('is set alone when it is taller than a page, and the rest as if it were not', () => {
    const galley = galleyOf(60, { mm: 10 }, { mm: 250, start: 'bound' }, 100);
    expect(counts(galley)).toEqual([1, 2, 1]);
    expect(planPages(galley)[1]?.usedPx).toBeGreaterThan(PAGE_PX);
  });
});

describe('a long paragraph', () => {
  const lines = Array.from({ length: 10 }, (_, at) => ({
    mm: 6,
    block: 'p',
    start: at === 0 ? ('free' as const) : ('flowing' as const),
  }));

  it('is cut only where its next line does not fit, as the browser cuts it', () => {
    const [first] = planPages(galleyOf(200, ...lines, 200));
    // 43 mm are left: seven lines of 6 mm.
    expect(first).toMatchObject({ first: 0, end: 8 });
  });

  it('goes to the next page whole when that leaves less room over all', () => {
    expect(counts(galleyOf(238, ...lines, 100))).toEqual([1, 11]);
  });
});

describe('a table that goes on', () => {
  it('has its head again above it, and room for that', () => {
    const row = { mm: 60, block: 'table', headPx: 20 * PX_PER_MM };
    const rows = Array.from({ length: 7 }, () => row);
    // 3 rows and a head are 200 mm; four would be 260.
    expect(counts(galleyOf({ ...row, headPx: 0 }, ...rows))).toEqual([3, 3, 2]);
  });
});

describe('room that may grow', () => {
  const grow = (galley: Galley) => planPages(galley).map((page) => growthOn(galley, page));

  it('fills its page in whole ruled lines', () => {
    expect(grow(galleyOf(100, { mm: 50, stretch: ['a'] }))).toEqual([{ a: 10 }]);
    expect(grow(galleyOf(100, { mm: 53, stretch: ['a'] }))).toEqual([{ a: 9 }]);
  });

  it('is shared between the rooms of a page', () => {
    const two = galleyOf({ mm: 80, stretch: ['a'] }, { mm: 80, stretch: ['b'] });
    expect(grow(two)).toEqual([{ a: 5, b: 4 }]);
  });

  it('does not grow where there is no room for a line', () => {
    expect(grow(galleyOf(100, { mm: 140, stretch: ['a'] }))).toEqual([{}]);
  });

  it('makes a last page full that would be nearly empty', () => {
    const galley = galleyOf(100, 130, { mm: 30, stretch: ['a'] });
    expect(usedMm(galley)).toEqual([230, 30]);
    expect(grow(galley)).toEqual([{}, { a: 23 }]);
  });
});
