import type { CycleField } from '../../model/diagram.ts';
import type { FieldRule } from '../field-rule.ts';
import { readItems } from '../list-items.ts';

/** Two steps go to and fro; more than six have no room on the ring for a pencil. */
const STEPS = { least: 3, most: 6 };
/** Two lines beside the ring. */
const LONGEST_STEP = 80;
/** Ruled lines of all steps together that fit on one page with their words. */
const MOST_LINES = 16;

/** `:::cycle[Prompt]{#id rows=2}` with a list inside: steps of which the last leads to the first. */
export const cycleRule: FieldRule<CycleField> = {
  kind: 'cycle',
  form: 'container',
  toField(source) {
    const { attributes, report } = source;
    const rows = attributes.whole('rows', { min: 1, max: 4, fallback: 2 });
    const items = readItems(source, { each: 'step', longest: LONGEST_STEP, ...STEPS });
    if (items.length <= STEPS.most && items.length * rows > MOST_LINES) {
      const message = `a cycle has at most ${MOST_LINES} ruled lines in all, found ${items.length * rows} (${items.length} steps, rows=${rows})`;
      const hint = `Write rows=${Math.floor(MOST_LINES / items.length)}.`;
      report(attributes.offset('rows'), message, hint);
    }
    return { kind: 'cycle', items, rows };
  },
};
