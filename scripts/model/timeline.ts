import type { TimelineField } from './diagram.ts';

/** A stretch of the line, from one height to another; heights are in em or in parts of the whole. */
export type Stretch = { from: string; to: string };

/** One point: what its fields are called, what is printed at it, and its part of the line. */
export type TimelinePoint = {
  /** Name of the field for what happened; that for when ends in "-when". */
  name: string;
  /** Counted from 1, with the points that have words. */
  number: number;
  /** Words that are printed; a point of the reader's own has none. */
  label?: string;
  html?: string;
  /** The line above the circle and below it; none where it has not begun. */
  stretches: Stretch[];
  /** Whether the line ends here, with an arrow: time goes on. */
  last: boolean;
};

/** A timeline as circles on a line, in em. */
export type TimelineDrawing = {
  /** Of every point: where its middle is below the top of its row, and its radius. */
  circle: { middle: number; radius: number };
  points: TimelinePoint[];
};

/** At 12 pt 7 mm wide, which a pencil shades in a few strokes. */
const CIRCLE = { middle: 1.4, radius: 0.83 };

const round = (value: number) => Math.round(value * 100) / 100;

const ABOVE: Stretch = { from: '0', to: `${round(CIRCLE.middle - CIRCLE.radius)}em` };
const BELOW: Stretch = { from: `${round(CIRCLE.middle + CIRCLE.radius)}em`, to: '100%' };

/** The points of a timeline, from top to bottom. */
export function timelinePoints(
  field: Pick<TimelineField, 'id' | 'items' | 'own'>,
): TimelinePoint[] {
  const { id, items, own } = field;
  const written = items.map(({ id: item, label, html }) => ({
    name: `${id}-${item}`,
    label,
    html,
  }));
  const free = Array.from({ length: own }, (_, index) => ({ name: `${id}-point${index + 1}` }));
  const all: Pick<TimelinePoint, 'name' | 'label' | 'html'>[] = [...written, ...free];
  return all.map((point, index) => ({
    ...point,
    number: index + 1,
    stretches: index === 0 ? [BELOW] : [ABOVE, BELOW],
    last: index === all.length - 1,
  }));
}

/** Draws a timeline. The line never crosses a circle, for circles are shaded. */
export function drawTimeline(field: Pick<TimelineField, 'id' | 'items' | 'own'>): TimelineDrawing {
  return { circle: CIRCLE, points: timelinePoints(field) };
}
