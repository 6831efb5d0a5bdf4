import type { TrackerField } from '../../model/field.ts';
import { trackerDays } from '../../model/weekdays.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { readItems } from '../list-items.ts';

/** Rows of one grid that fit on a page in large print. */
const MOST_ROWS = 10;
const MOST_OWN = 5;

const ownIds = Array.from({ length: MOST_OWN }, (_, index) => `own${index + 1}`);

/** The written rows; there may be none when there are rows for own words. */
function readRows(source: FieldSource, own: number) {
  if (source.inner.length === 0 && own > 0) return [];
  return readItems(source, { each: 'row', reserved: ownIds, most: MOST_ROWS - own });
}

/** `:::tracker[Prompt]{#id days=7 weeks=4 own=2}` with a list inside: boxes to tick, day by day. */
export const trackerRule: FieldRule<TrackerField> = {
  kind: 'tracker',
  form: 'container',
  toField(source) {
    const { attributes, lang } = source;
    const days = attributes.whole('days', { min: 2, max: 14, fallback: 7 });
    const weeks = attributes.whole('weeks', { min: 1, max: 8, fallback: 1 });
    const own = attributes.whole('own', { min: 1, max: MOST_OWN, fallback: 0 });
    const items = readRows(source, own);
    return { kind: 'tracker', days: trackerDays(days, lang), weeks, own, items };
  },
};
