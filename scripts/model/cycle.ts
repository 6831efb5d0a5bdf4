import type { CycleField } from './diagram.ts';

/** A point of the drawing. */
type Point = { x: number; y: number };

/** A ring of circles with arrows between them, all in mm from its middle; y grows downwards, as in SVG. */
export type CycleDrawing = {
  /** How far it goes to each side and upwards, and downwards: an odd number leaves room there. */
  edge: number;
  foot: number;
  /** Radius of the ring on which the circles stand, and of each circle. */
  ring: number;
  circle: number;
  /** The first is at the top, the others follow clockwise. */
  circles: (Point & { text: string })[];
  /** From each circle to the next: an arc of the ring, and the two barbs at its end. */
  arrows: { from: Point; to: Point; barbs: [Point, Point] }[];
};

const EDGE_MM = 35;
const RING_MM = 27;
const CIRCLE_MM = 7;
/** Room between a circle and the ends of its arrows. */
const GAP_MM = 1.6;
const BARB = { length: 3, angle: 0.5 };

const round = (value: number) => Math.round(value * 100) / 100 + 0;

/** The point of the ring at an angle, clockwise from the top. */
function onRing(angle: number, radius = RING_MM): Point {
  return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
}

/** The end of a barb that leaves the point of an arrow backwards, to one side. */
function barbEnd(tip: Point, heading: number): Point {
  const { length } = BARB;
  return {
    x: round(tip.x - length * Math.cos(heading)),
    y: round(tip.y - length * Math.sin(heading)),
  };
}

/** Draws a cycle clockwise from the top. */
export function drawCycle({ items }: Pick<CycleField, 'items'>): CycleDrawing {
  const turn = (2 * Math.PI) / items.length;
  // Half of the angle under which a circle and the room around it are seen along the ring.
  const clear = 2 * Math.asin((CIRCLE_MM + GAP_MM) / (2 * RING_MM));
  // The barbs follow the arc: its direction a little before its end.
  const lag = BARB.length / 2 / RING_MM;
  const circles = items.map((_, index) => ({ text: String(index + 1), ...onRing(index * turn) }));
  const lowest = Math.max(RING_MM, ...circles.map(({ y }) => y + CIRCLE_MM));
  return {
    edge: EDGE_MM,
    foot: round(lowest + EDGE_MM - RING_MM - CIRCLE_MM),
    ring: RING_MM,
    circle: CIRCLE_MM,
    circles,
    arrows: items.map((_, index) => {
      const end = (index + 1) * turn - clear;
      const to = onRing(end);
      const heading = end - lag;
      return {
        from: onRing(index * turn + clear),
        to,
        barbs: [barbEnd(to, heading - BARB.angle), barbEnd(to, heading + BARB.angle)],
      };
    }),
  };
}
