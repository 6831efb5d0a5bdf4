import type { TimelineField } from '../../model/diagram.ts';
import type { FieldRule } from '../field-rule.ts';
import { readListedAndOwn } from '../listed-and-own.ts';

/** One point is no line; more than a dozen have no room to be told apart. */
const POINTS = { least: 2, most: 12, fallback: 6 };

/** `:::timeline[Prompt]{#id points=6 rows=2}`, with a list inside or nothing: points along a line. */
export const timelineRule: FieldRule<TimelineField> = {
  kind: 'timeline',
  form: 'container',
  toField(source) {
    const rows = source.attributes.whole('rows', { min: 1, max: 4, fallback: 2 });
    const points = readListedAndOwn(source, {
      ...POINTS,
      each: 'point',
      attribute: 'points',
      stem: 'point',
      endings: ['when'],
    });
    return { kind: 'timeline', ...points, rows };
  },
};
