import { describe, expect, it } from 'vitest';
import { drawLadder } from '../../scripts/model/ladder.ts';

/** A ladder with so many steps with words, and so many without. */
function ladder(written: number, own: number) {
  const items = Array.from({ length: written }, (_, at) => {
    return { id: `item-${at}`, label: `Item ${at}`, html: `Item ${at}` };
  });
  return drawLadder({ id: 'night', items, own });
}

describe('a ladder', () => {
  it('has its first step at the bottom, and a rung in the middle of each row', () => {
    expect(ladder(0, 4).rungs).toEqual(['87.5%', '62.5%', '37.5%', '12.5%']);
  });

  it('has the steps of the reader above those with words, counted through', () => {
    const { steps } = ladder(1, 1);
    expect(steps.map(({ number, done, words, label }) => [number, done, words, label])).toEqual([
      [1, 'night-item-0-done', undefined, 'Item 0'],
      [2, 'night-own1-done', 'night-own1', undefined],
    ]);
  });

  it.each([2, 7, 10])('has %d rungs at one distance, from side to side', (count) => {
    const { rungs, rung, rails } = ladder(count, 0);
    const heights = rungs.map((height) => Number.parseFloat(height));
    const gaps = heights.slice(1).map((height, at) => (heights[at] ?? 0) - height);
    for (const gap of gaps) expect(gap).toBeCloseTo(100 / count, 1);
    const [left, right] = rails;
    expect([rung.x, rung.x + rung.width]).toEqual([left?.width, right?.x]);
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBe(100);
  });
});
