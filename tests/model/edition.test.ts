import { describe, expect, it } from 'vitest';
import { EDITIONS, LIVE_AREA_MM, PAPERS } from '../../scripts/model/edition.ts';

/** What is left of a paper inside its margins, in mm; the live area stands in the middle. */
const areas = PAPERS.map(({ width, height, marginLeft, marginTop }) => ({
  width: width - 2 * marginLeft,
  height: height - 2 * marginTop,
}));

describe('the two papers', () => {
  it('are A4 and Letter, in the order of the files', () => {
    expect(PAPERS.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['a4', 210, 297],
      ['letter', 215.9, 279.4],
    ]);
  });

  it('share one area of 170 by 243 mm, so that both break at the same place', () => {
    expect(LIVE_AREA_MM).toEqual({ width: 170, height: 243 });
    for (const { width, height } of areas) {
      expect(width).toBeCloseTo(170, 9);
      expect(height).toBeCloseTo(243, 9);
    }
  });

  it('have margins of 20 and 27 mm, and of 22.95 and 18.2 mm', () => {
    const [a4, letter] = PAPERS.map(({ marginLeft, marginTop }) => [marginLeft, marginTop]);
    expect(a4).toEqual([20, 27]);
    expect(letter?.[0]).toBeCloseTo(22.95, 9);
    expect(letter?.[1]).toBeCloseTo(18.2, 9);
  });
});

describe('the editions', () => {
  it('are standard, large, short and example, told apart in the name of the file', () => {
    expect(EDITIONS).toEqual([
      { name: 'standard', suffix: '' },
      { name: 'large', suffix: '-large' },
      { name: 'short', suffix: '-short' },
      { name: 'example', suffix: '-example' },
    ]);
  });
});
