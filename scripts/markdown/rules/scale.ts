import type { ScaleField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';

/** Steps stay at least 9 mm apart in the 170 mm live area in every edition up to this many. */
const MOST_STEPS = 11;

/** `::scale[Prompt]{#id from=0 to=10 low="…" high="…"}`: one step is chosen. */
export const scaleRule: FieldRule<ScaleField> = {
  kind: 'scale',
  form: 'leaf',
  toField({ attributes, report }) {
    const from = attributes.whole('from', { min: 0, max: 99, fallback: 0 });
    const to = attributes.whole('to', { min: 1, max: 100, fallback: 10 });
    const steps = to - from + 1;
    if (steps < 2 || steps > MOST_STEPS) {
      const message = `expected from 2 to ${MOST_STEPS} steps, found ${Math.max(steps, 0)} (from=${from} to=${to})`;
      report(attributes.offset('to'), message, 'Write from=0 to=10.');
    }
    return { kind: 'scale', from, to, low: attributes.text('low'), high: attributes.text('high') };
  },
};
