import { PDFContext, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { createAppearances } from '../../scripts/pdf/appearances.ts';
import { operators } from '../../scripts/pdf/content-stream.ts';
import { numbersOf, streamBytes } from '../../scripts/pdf/objects.ts';

/** The drawing of an appearance, and the box that it is drawn in. */
function read(context: PDFContext, ref: PDFRef): { drawing: string; box: number[] } {
  const stream = context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) throw new Error('an appearance must be a stream');
  return { drawing: streamBytes(stream).toString('latin1'), box: numbersOf(stream.dict, 'BBox') };
}

/** Every point that a drawing goes through, control points of curves included. */
function pointsOf(drawing: string): [number, number][] {
  const points: [number, number][] = [];
  for (const { word, start, end } of operators(drawing)) {
    if (!/^[mlc]$/.test(word)) continue;
    const numbers = drawing
      .slice(start, end - 1)
      .trim()
      .split(/\s+/)
      .map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      points.push([numbers[at] ?? Number.NaN, numbers[at + 1] ?? Number.NaN]);
    }
  }
  return points;
}

describe('what a field looks like', () => {
  it.each(['tick', 'dot'] as const)('draws a %s that stays inside its box', (kind) => {
    const context = PDFContext.create();
    const { drawing, box } = read(context, createAppearances(context).make(kind, 14.25, 18));
    const points = pointsOf(drawing);
    expect(box).toEqual([0, 0, 14.25, 18]);
    expect(points.length).toBeGreaterThan(2);
    expect(points.filter(([x, y]) => !(x > 0 && x < 14.25 && y > 0 && y < 18))).toEqual([]);
  });

  it('draws a dot as round as the narrower side allows, in the middle', () => {
    const context = PDFContext.create();
    const { drawing } = read(context, createAppearances(context).make('dot', 30, 10));
    const xs = pointsOf(drawing).map(([x]) => x);
    const ys = pointsOf(drawing).map(([, y]) => y);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([12, 18]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([2, 8]);
  });

  it('paints nothing where a box is not ticked, and leaves room where text will be', () => {
    const context = PDFContext.create();
    const appearances = createAppearances(context);
    expect(read(context, appearances.make('off', 9, 9)).drawing).toBe('');
    expect(read(context, appearances.make('text', 9, 9)).drawing).toBe('/Tx BMC EMC');
  });

  it('is made once for each shape and size', () => {
    const context = PDFContext.create();
    const appearances = createAppearances(context);
    const first = appearances.make('tick', 9, 9);
    expect(appearances.make('tick', 9, 9.0001)).toBe(first);
    expect(appearances.make('tick', 9, 10)).not.toBe(first);
    expect(appearances.make('dot', 9, 9)).not.toBe(first);
    expect(context.enumerateIndirectObjects()).toHaveLength(3);
  });

  it('needs no font: it is drawn', () => {
    const context = PDFContext.create();
    const appearances = createAppearances(context);
    const drawings = (['tick', 'dot', 'off', 'text'] as const).map(
      (kind) => read(context, appearances.make(kind, 9, 9)).drawing,
    );
    const words = drawings.flatMap((drawing) => [...operators(drawing)].map(({ word }) => word));
    expect(words.filter((word) => /^(BT|Tf|Tj|Do)$/.test(word))).toEqual([]);
  });
});
