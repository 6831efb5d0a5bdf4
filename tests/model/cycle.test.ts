import { describe, expect, it } from 'vitest';
import { drawCycle } from '../../scripts/model/cycle.ts';

/** A cycle with so many steps. */
function cycle(count: number) {
  const items = Array.from({ length: count }, (_, at) => {
    return { id: `item-${at}`, label: `Item ${at}`, html: `Item ${at}` };
  });
  return drawCycle({ items });
}

type Point = { x: number; y: number };
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const CENTER = { x: 0, y: 0 };

/** How far round the ring a point is, clockwise from the top, in parts of the whole. */
const turnOf = ({ x, y }: Point) => (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;

describe.each([3, 4, 5, 6])('a cycle of %d steps', (count) => {
  const { circles, arrows, ring, circle, edge, foot } = cycle(count);

  it('has its first circle at the top, the others clockwise at one distance, all numbered', () => {
    expect(circles.map(({ text }) => text)).toEqual(
      Array.from({ length: count }, (_, at) => String(at + 1)),
    );
    circles.forEach((place, at) => {
      expect(distance(place, CENTER)).toBeCloseTo(ring, 1);
      expect(turnOf(place)).toBeCloseTo(at / count, 2);
    });
  });

  it('has an arrow from each to the next, and from the last to the first, which touch no circle', () => {
    expect(arrows).toHaveLength(count);
    arrows.forEach(({ from, to, barbs }, at) => {
      const [start, end] = [circles[at] ?? CENTER, circles[(at + 1) % count] ?? CENTER];
      expect(distance(from, start)).toBeCloseTo(circle + 1.6, 1);
      expect(distance(to, end)).toBeCloseTo(circle + 1.6, 1);
      for (const place of [from, to, ...barbs]) {
        const nearest = Math.min(...circles.map((one) => distance(one, place)));
        expect(nearest).toBeGreaterThan(circle + 1);
      }
    });
  });

  it('has barbs that lie behind the tip, one inside the ring and one outside', () => {
    for (const { to, barbs } of arrows) {
      const [first, second] = barbs.map((barb) => distance(barb, CENTER));
      expect(Math.min(first ?? 0, second ?? 0)).toBeLessThan(ring - 0.8);
      expect(Math.max(first ?? 0, second ?? 0)).toBeGreaterThan(ring + 0.8);
      for (const barb of barbs) {
        const behind = (turnOf(to) - turnOf(barb) + 1) % 1;
        expect(behind).toBeGreaterThan(0);
        expect(behind).toBeLessThan(0.05);
      }
    }
  });

  it('leaves room for a pencil between two circles', () => {
    const [first, second] = circles;
    expect(distance(first ?? CENTER, second ?? CENTER) - 2 * circle).toBeGreaterThan(10);
  });

  it('stands inside its frame', () => {
    for (const { x, y } of circles) {
      expect(Math.abs(x) + circle).toBeLessThan(edge);
      expect(circle - y).toBeLessThan(edge);
      expect(y + circle).toBeLessThan(foot);
    }
    expect(foot).toBeGreaterThan(ring);
    expect(foot).toBeLessThanOrEqual(edge);
  });

  it('is written with few digits', () => {
    expect(JSON.stringify(cycle(count))).not.toMatch(/\.\d{3}|-0[,}]/);
  });
});
