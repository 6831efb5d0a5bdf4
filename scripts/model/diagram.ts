import type { FieldBase, FieldItem } from './field-base.ts';

/** Points along a line from top to bottom, each with a circle to shade and room for when and what. */
export type TimelineField = FieldBase & {
  kind: 'timeline';
  /** The points that have words; they come first. */
  items: FieldItem[];
  /** How many more points have none. */
  own: number;
  /** Ruled lines of each point. */
  rows: number;
};

/** Steps on a ladder, the first at the bottom, each with a box to tick when it is done. */
export type LadderField = FieldBase & {
  kind: 'ladder';
  /** The steps that have words, lowest first. */
  items: FieldItem[];
  /** How many more steps, above them, have a line for own words. */
  own: number;
};

/** Steps of which each leads to the next and the last to the first, with lines for each. */
export type CycleField = FieldBase & {
  kind: 'cycle';
  /** The steps, clockwise from the top. */
  items: FieldItem[];
  /** Ruled lines of each step. */
  rows: number;
};
