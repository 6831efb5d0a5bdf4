import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { newStream } from './objects.ts';
import { INK } from './typing.ts';
import { put, rounded } from './values.ts';

/** Where a quarter of a circle bends, as a share of its radius. */
const CIRCLE = 0.5523;

/** Makes appearance streams, each shape and size once. */
export type Appearances = {
  make(kind: 'text' | 'off' | 'tick' | 'dot', width: number, height: number): PDFRef;
};

function tick(width: number, height: number): string {
  const point = (x: number, y: number) => `${rounded(width * x)} ${rounded(height * y)}`;
  return `q ${INK} RG ${rounded(width * 0.13)} w 1 J 1 j ${point(0.22, 0.5)} m ${point(0.42, 0.27)} l ${point(0.8, 0.76)} l S Q`;
}

function dot(width: number, height: number): string {
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) * 0.3];
  const k = r * CIRCLE;
  const numbers = (...values: number[]) => values.map(rounded).join(' ');
  return [
    `q ${INK} rg ${numbers(x + r, y)} m`,
    `${numbers(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${numbers(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${numbers(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${numbers(x + k, y - r, x + r, y - k, x + r, y)} c f Q`,
  ].join(' ');
}

const SHAPES = { text: () => '/Tx BMC EMC', off: () => '', tick, dot };

/** Appearances for one document; shapes are drawn, so no symbol font is needed. */
export function createAppearances(context: PDFContext): Appearances {
  const made = new Map<string, PDFRef>();
  return {
    make(kind, width, height) {
      const key = `${kind} ${rounded(width)} ${rounded(height)}`;
      const known = made.get(key);
      if (known) return known;
      const body = Buffer.from(SHAPES[kind](width, height), 'latin1');
      const stream = newStream(context, body, { Type: 'XObject', Subtype: 'Form' }, false);
      put(stream.dict, 'BBox', context.obj([0, 0, rounded(width), rounded(height)]));
      put(stream.dict, 'Resources', context.obj({}));
      const ref = context.register(stream);
      made.set(key, ref);
      return ref;
    },
  };
}
