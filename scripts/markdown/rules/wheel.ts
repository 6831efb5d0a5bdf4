import type { WheelField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';
import { readItems } from '../list-items.ts';

/** Fewer segments are no wheel; in more there is no room for a pencil. */
const SEGMENTS = { least: 3, most: 12 };
/** Steps between the middle and the rim that can be told apart. */
const STEPS = { least: 2, most: 10 };

/** `:::wheel[Prompt]{#id from=0 to=10}` with a list inside: segments to shade, and their numbers. */
export const wheelRule: FieldRule<WheelField> = {
  kind: 'wheel',
  form: 'container',
  toField(source) {
    const { attributes, report } = source;
    const from = attributes.whole('from', { min: 0, max: 98, fallback: 0 });
    const to = attributes.whole('to', { min: 1, max: 100, fallback: 10 });
    const steps = to - from;
    if (steps < STEPS.least || steps > STEPS.most) {
      const message = `expected from ${STEPS.least} to ${STEPS.most} steps, found ${Math.max(steps, 0)} (from=${from} to=${to})`;
      report(attributes.offset('to'), message, 'Write from=0 to=10.');
    }
    return { kind: 'wheel', from, to, items: readItems(source, { each: 'segment', ...SEGMENTS }) };
  },
};
