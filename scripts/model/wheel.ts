import type { WheelField } from './field.ts';

/** A word and where its middle stands. */
type Mark = { text: string; x: number; y: number };

/** A wheel as lines and numbers, all in mm from its middle; y grows downwards, as in SVG. */
export type WheelDrawing = {
  /** Half the side of the square that all of it stands in. */
  edge: number;
  /** The rim. */
  radius: number;
  /** The rings inside the rim. */
  rings: number[];
  /** Where each spoke meets the rim; the first is at the top, the others follow clockwise. */
  spokes: { x: number; y: number }[];
  /** The number of each segment, outside the rim. */
  segments: Mark[];
  /** What the rings mean, along the first spoke. */
  steps: Mark[];
};

const EDGE_MM = 50;
const RADIUS_MM = 43;
const NUMBERS_MM = 46.8;
/** How far the number of a ring stands from its spoke, and below its ring. */
const STEP_OFFSET = { x: 1, y: 0.9 };
/** With more steps than this, every second one has a ring: an eye counts no more. */
const MOST_RINGS = 6;

const round = (value: number) => Math.round(value * 100) / 100 + 0;

/** The point at a share of the full circle, clockwise from the top. */
function pointAt(share: number, radius: number): { x: number; y: number } {
  const angle = 2 * Math.PI * share;
  return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
}

/** Draws a wheel to be shaded, one step after the other from the middle to the rim. */
export function drawWheel({ items, from, to }: Pick<WheelField, 'items' | 'from' | 'to'>) {
  const count = items.length;
  const every = to - from > MOST_RINGS ? 2 : 1;
  const ringed = Array.from({ length: to - from }, (_, index) => from + 1 + index).filter(
    (step) => (to - step) % every === 0,
  );
  const radiusOf = (step: number) => round((RADIUS_MM * (step - from)) / (to - from));
  return {
    edge: EDGE_MM,
    radius: RADIUS_MM,
    rings: ringed.slice(0, -1).map(radiusOf),
    spokes: items.map((_, index) => pointAt(index / count, RADIUS_MM)),
    segments: items.map((_, index) => ({
      text: String(index + 1),
      ...pointAt((index + 0.5) / count, NUMBERS_MM),
    })),
    steps: ringed.map((step) => ({
      text: String(step),
      x: STEP_OFFSET.x,
      y: round(STEP_OFFSET.y - radiusOf(step)),
    })),
  } satisfies WheelDrawing;
}
