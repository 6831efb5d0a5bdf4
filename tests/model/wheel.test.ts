import { describe, expect, it } from 'vitest';
import { drawWheel } from '../../scripts/model/wheel.ts';

/** A wheel with so many segments. */
function wheel(count: number, from = 0, to = 10) {
  const items = Array.from({ length: count }, (_, at) => {
    return { id: `item-${at}`, label: `Item ${at}`, html: `Item ${at}` };
  });
  return drawWheel({ items, from, to });
}

const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);

describe('a wheel', () => {
  it('has its first spoke at the top, and the others clockwise at one distance', () => {
    const { spokes, radius } = wheel(4);
    expect(spokes).toEqual([
      { x: 0, y: -radius },
      { x: radius, y: 0 },
      { x: 0, y: radius },
      { x: -radius, y: 0 },
    ]);
  });

  it('has a ring for every second step, with its number', () => {
    const { rings, steps, radius } = wheel(8);
    expect(rings).toEqual([2, 4, 6, 8].map((step) => expect.closeTo((radius * step) / 10, 2)));
    expect(steps.map(({ text }) => text)).toEqual(['2', '4', '6', '8', '10']);
  });

  it('has a ring for every step where there are few', () => {
    const { rings, steps } = wheel(8, 1, 5);
    expect(rings).toHaveLength(3);
    expect(steps.map(({ text }) => text)).toEqual(['2', '3', '4', '5']);
  });

  it.each([3, 8, 12])(
    'has the numbers of %d segments outside its rim and inside its square',
    (count) => {
      const { segments, radius, edge } = wheel(count);
      expect(segments.map(({ text }) => text)).toEqual(
        Array.from({ length: count }, (_, at) => String(at + 1)),
      );
      for (const mark of segments) {
        expect(distance(mark)).toBeGreaterThan(radius + 3);
        expect(Math.max(Math.abs(mark.x), Math.abs(mark.y))).toBeLessThan(edge - 3);
      }
    },
  );

  it('is written with few digits', () => {
    expect(JSON.stringify(wheel(7))).not.toMatch(/\.\d{3}|-0[,}]/);
  });
});
