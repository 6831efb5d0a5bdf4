import { describe, expect, it } from 'vitest';
import { drawQrCode } from '../../scripts/sheet/qr-code.ts';

/** The dark modules that a path paints, as "x,y". */
function modulesOf(path: string): Set<string> {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.map(Number));
  expect(runs.map(([, x, y, long]) => `M${x} ${y}h${long}v1h-${long}z`).join('')).toBe(path);
  return new Set(
    runs.flatMap(([, x = 0, y = 0, long = 0]) =>
      Array.from({ length: long }, (_, step) => `${x + step},${y}`),
    ),
  );
}

const ADDRESS = 'https://sleep.example/worksheets/sleep-diary/';

describe('the QR code of an address', () => {
  it('is drawn as one path, run by run, with four white modules around', () => {
    const { width, height, path } = drawQrCode(ADDRESS, 'standard');
    const modules = [...modulesOf(path)].map((module) => module.split(',').map(Number));
    const xs = modules.map(([x = 0]) => x);
    const ys = modules.map(([, y = 0]) => y);
    expect([Math.min(...xs), Math.min(...ys)]).toEqual([4, 4]);
    // At the right the margin of the page is the white edge.
    expect([Math.max(...xs) + 1, Math.max(...ys) + 1]).toEqual([width, height - 4]);
  });

  it('has three finders, in three of its corners', () => {
    const { width, height, path } = drawQrCode(ADDRESS, 'standard');
    const modules = modulesOf(path);
    const isFinder = (left: number, top: number) =>
      [0, 1, 2, 3, 4, 5, 6].every((step) => modules.has(`${left + step},${top}`)) &&
      !modules.has(`${left + 1},${top + 1}`) &&
      modules.has(`${left + 3},${top + 3}`);
    const [right, bottom] = [width - 7, height - 11];
    expect([isFinder(4, 4), isFinder(right, 4), isFinder(4, bottom)]).toEqual([true, true, true]);
    expect(isFinder(right, bottom)).toBe(false);
  });

  it('says in its format that a seventh of it may be lost: error correction M', () => {
    const modules = modulesOf(drawQrCode(ADDRESS, 'standard').path);
    // The first two bits of the format stand left of the top left finder's foot (ISO/IEC 18004, 7.9).
    const bits = [0, 1].map((x) => (modules.has(`${4 + x},${4 + 8}`) ? 1 : 0));
    const mask = [1, 0];
    expect(bits.map((bit, index) => bit ^ (mask[index] ?? 0))).toEqual([0, 0]);
  });

  it('grows with the address, so that no module is too small for a photocopy', () => {
    const short = drawQrCode('https://a.example/', 'standard');
    const long = drawQrCode(`https://a.example/${'long-'.repeat(30)}`, 'standard');
    expect(short.heightMm).toBeGreaterThanOrEqual(18);
    expect(long.heightMm / long.height).toBeGreaterThanOrEqual(0.55);
    expect(long.heightMm).toBeGreaterThan(short.heightMm);
  });

  it('is larger in large print', () => {
    expect(drawQrCode('https://a.example/', 'large').heightMm).toBeGreaterThanOrEqual(24);
  });

  it('is the same every time', () => {
    expect(drawQrCode(ADDRESS, 'standard')).toEqual(drawQrCode(ADDRESS, 'standard'));
  });
});
