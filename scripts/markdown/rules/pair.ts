import type { PairField } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { readItems } from '../list-items.ts';

/** Ruled lines that fit on one page in large print, in one pair of columns and in each of several. */
const ROWS = {
  alone: { min: 1, max: 18, fallback: 5 },
  listed: { min: 1, max: 6, fallback: 2 },
};
const MOST_ITEMS = 12;
/** A longer name would not fit over its column in large print. */
const LONGEST_NAME = 40;

/** What one of the two is called: here, or in the whole folder. */
function readName({ attributes, report, partners }: FieldSource, side: 'a' | 'b'): string {
  const name = attributes.text(side)?.trim();
  if (name === undefined) return partners[side];
  if (name === '' || name.length > LONGEST_NAME) {
    const message = `${side}: expected from 1 to ${LONGEST_NAME} letters, found ${name.length}`;
    report(attributes.offset(side), message, `Write ${side}="…".`);
  }
  return name;
}

/** `:::pair[Prompt]{#id rows=5 a="…" b="…"}`, with a list inside or nothing: two columns. */
export const pairRule: FieldRule<PairField> = {
  kind: 'pair',
  form: 'container',
  toField(source) {
    const { attributes, report, inner } = source;
    const items = inner.length > 0 ? readItems(source, { each: 'row', most: MOST_ITEMS }) : [];
    const rows = attributes.whole('rows', inner.length > 0 ? ROWS.listed : ROWS.alone);
    const [a, b] = [readName(source, 'a'), readName(source, 'b')];
    if (a === b) {
      report(attributes.offset('b'), `both columns are called "${a}"`, 'Write a="…" b="…".');
    }
    const stretch = attributes.flag('stretch') || undefined;
    if (stretch && items.length > 0) {
      const message = '"stretch" cannot stand together with a list';
      report(attributes.offset('stretch'), message, 'Take it out, or the list.');
    }
    return { kind: 'pair', rows, a, b, items, stretch };
  },
};
