import { describe, expect, it } from 'vitest';
import { drawTimeline } from '../../scripts/model/timeline.ts';

/** A timeline with so many points with words, and so many without. */
function timeline(written: number, own: number) {
  const items = Array.from({ length: written }, (_, at) => {
    return { id: `item-${at}`, label: `Item ${at}`, html: `Item <em>${at}</em>` };
  });
  return drawTimeline({ id: 'night', items, own });
}

/** A height in em as a number. */
const ems = (height: string) => Number(/^([\d.]+)em$/.exec(height)?.[1] ?? Number.NaN);

describe('a timeline', () => {
  it('has the points with words first, then those of the reader, counted through', () => {
    const { points } = timeline(1, 2);
    expect(points.map(({ number, name, label, html }) => [number, name, label, html])).toEqual([
      [1, 'night-item-0', 'Item 0', 'Item <em>0</em>'],
      [2, 'night-point1', undefined, undefined],
      [3, 'night-point2', undefined, undefined],
    ]);
  });

  it('begins at its first circle, goes through to its last row, and ends there with an arrow', () => {
    const { points } = timeline(0, 3);
    expect(points.map(({ stretches }) => stretches.map(({ from }) => from === '0'))).toEqual([
      [false],
      [true, false],
      [true, false],
    ]);
    expect(points.map(({ stretches }) => stretches.at(-1)?.to)).toEqual(['100%', '100%', '100%']);
    expect(points.map(({ last }) => last)).toEqual([false, false, true]);
  });

  it('never crosses a circle, and touches each', () => {
    const { circle, points } = timeline(0, 2);
    const [above, below] = points[1]?.stretches ?? [];
    expect(ems(above?.to ?? '')).toBeCloseTo(circle.middle - circle.radius, 2);
    expect(ems(below?.from ?? '')).toBeCloseTo(circle.middle + circle.radius, 2);
  });

  it('has circles of 7 mm at 12 pt', () => {
    const { circle } = timeline(0, 2);
    const em = (12 / 72) * 25.4;
    expect(2 * circle.radius * em).toBeCloseTo(7, 1);
  });
});
