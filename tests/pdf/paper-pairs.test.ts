import { describe, expect, it } from 'vitest';
import type { OutlineNode, PdfReading } from './open-pdf.ts';
import { FILES, isTypedIn, open, PT_PER_MM, widgetsOf } from './real-files.ts';

const PAIRS = FILES.filter(({ paper }) => paper === 'a4');
/** How far the live area moves from A4 to Letter, in points. */
const VECTOR = { x: (22.95 - 20) * PT_PER_MM, y: (18.2 - 27) * PT_PER_MM };

/** Differences of two lists of numbers that should all be one and the same. */
function spread(one: number[], other: number[]): { least: number; most: number } {
  const differences = one.map((value, index) => (other[index] ?? Number.NaN) - value);
  return { least: Math.min(...differences), most: Math.max(...differences) };
}

const allAt = (outline: OutlineNode[]): number[][] =>
  outline.flatMap(({ at, items }) => [at, ...allAt(items)]);

describe.each(PAIRS)('$slug, $edition print, from A4 to Letter', ({ slug, edition }) => {
  const both = () => [open(slug, edition, 'a4').pdf, open(slug, edition, 'letter').pdf] as const;

  it('has every field moved by one and the same step', () => {
    const [a4, letter] = both().map((pdf) => widgetsOf(pdf).map(({ rect }) => rect));
    if (!isTypedIn(slug, edition)) {
      expect([a4, letter]).toEqual([[], []]);
      return;
    }
    for (const at of [0, 1, 2, 3] as const) {
      const { least, most } = spread(
        a4?.map((rect) => rect[at]) ?? [],
        letter?.map((rect) => rect[at]) ?? [],
      );
      const step = at % 2 === 0 ? VECTOR.x : VECTOR.y;
      expect([least, most]).toEqual([expect.closeTo(step, 2), expect.closeTo(step, 2)]);
    }
  });

  it('has every word moved by the same step, on the same page', () => {
    const [a4, letter] = both();
    expect(letter.pages.map(({ texts }) => texts.map(({ text }) => text))).toEqual(
      a4.pages.map(({ texts }) => texts.map(({ text }) => text)),
    );
    const texts = (pdf: PdfReading) => pdf.pages.flatMap((page) => page.texts);
    const across = spread(
      texts(a4).map(({ x }) => x),
      texts(letter).map(({ x }) => x),
    );
    const down = spread(
      texts(a4).map(({ y }) => y),
      texts(letter).map(({ y }) => y),
    );
    expect(across.least).toBeCloseTo(VECTOR.x, 2);
    expect(across.most).toBeCloseTo(VECTOR.x, 2);
    expect(down.least).toBeCloseTo(VECTOR.y, 2);
    expect(down.most).toBeCloseTo(VECTOR.y, 2);
  });

  it('has the places that the outline leads to moved by the same step', () => {
    const [a4, letter] = both();
    const [from, to] = [allAt(a4.outline), allAt(letter.outline)];
    const across = spread(
      from.map(([x = 0]) => x),
      to.map(([x = 0]) => x),
    );
    const down = spread(
      from.map(([, y = 0]) => y),
      to.map(([, y = 0]) => y),
    );
    expect(across.least).toBeCloseTo(VECTOR.x, 2);
    expect(across.most).toBeCloseTo(VECTOR.x, 2);
    expect(down.least).toBeCloseTo(VECTOR.y, 2);
    expect(down.most).toBeCloseTo(VECTOR.y, 2);
  });
});
