import type { LadderField } from './diagram.ts';

/** One step: what its fields are called, and what is printed at it. */
export type LadderStep = {
  /** Name of the box to tick. */
  done: string;
  /** Name of the line for own words, where nothing is printed. */
  words?: string;
  /** Counted from the bottom, from 1. */
  number: number;
  label?: string;
  html?: string;
};

/** A ladder as bars: what lies across is in percent of its width, heights are in mm or percent. */
export type LadderDrawing = {
  /** The two sides. */
  rails: { x: number; width: number }[];
  /** What all rungs have: a bar that a pencil can shade. */
  rung: { x: number; width: number; height: number };
  /** Where the middle of each rung is below the top, the lowest step first, and what is beside it. */
  rungs: string[];
  steps: LadderStep[];
};

const RAIL = 11;
const RUNG_MM = 4.4;

/** The steps of a ladder, from the bottom up. */
export function ladderSteps({ id, items, own }: Pick<LadderField, 'id' | 'items' | 'own'>) {
  const written = items.map(({ id: item, label, html }) => ({
    done: `${id}-${item}-done`,
    label,
    html,
  }));
  const free = Array.from({ length: own }, (_, index) => {
    const words = `${id}-own${index + 1}`;
    return { done: `${words}-done`, words };
  });
  const all: Omit<LadderStep, 'number'>[] = [...written, ...free];
  return all.map((step, index): LadderStep => ({ ...step, number: index + 1 }));
}

/** Draws a ladder with a rung in the middle of each of so many rows of one height. */
export function drawLadder(field: Pick<LadderField, 'id' | 'items' | 'own'>): LadderDrawing {
  const steps = ladderSteps(field);
  const count = steps.length;
  const middle = (step: number) => Math.round((10000 * (count - step - 0.5)) / count) / 100;
  return {
    rails: [0, 100 - RAIL].map((x) => ({ x, width: RAIL })),
    rung: { x: RAIL, width: 100 - 2 * RAIL, height: RUNG_MM },
    rungs: steps.map((_, step) => `${middle(step)}%`),
    steps,
  };
}
