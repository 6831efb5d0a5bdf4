import { describe, expect, it } from 'vitest';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { withInnerFields } from '../../scripts/model/field-names.ts';
import { hasShortVersion } from '../../scripts/model/short-version.ts';
import { ownAttributes } from '../markdown/known-attributes.ts';
import { directivesOf, loadSpecimen } from './specimen.ts';

const sheets = (await loadSpecimen()).map(({ worksheet }) => worksheet);
const open = sheets.filter((sheet) => !sheet.private);
const closed = sheets.filter((sheet) => sheet.private);
const written = open.flatMap(directivesOf);

/** Words that are signed hold other fields, and cards are used: neither is answered. */
const NEVER_ANSWERED = ['agreement', 'cards'];

/** A private sheet is signed by nobody. */
const NEVER_PRIVATE = ['agreement'];
const PRIVATE_KINDS = FIELD_KINDS.filter((kind) => !NEVER_PRIVATE.includes(kind));

const attributesOf = (kind: string) =>
  written
    .filter(({ name }) => name === kind)
    .map(({ attributes }) => attributes.map(({ name }) => name));

describe('the specimen', () => {
  it.each(FIELD_KINDS)('shows "%s" more than once', (kind) => {
    const fields = open.flatMap((sheet) => sheet.fields.flatMap(withInnerFields));
    expect(fields.filter((field) => field.kind === kind).length).toBeGreaterThan(1);
  });

  it.each(FIELD_KINDS)('shows "%s" with each attribute that it knows, and without', (kind) => {
    const each = attributesOf(kind);
    // Two pages of a two-minute version have no room for every kind.
    const known = ['hint', ...ownAttributes(kind)];
    expect(known.filter((name) => !each.some((names) => names.includes(name)))).toEqual([]);
    expect(known.filter((name) => !each.some((names) => !names.includes(name)))).toEqual([]);
  });

  it.each(FIELD_KINDS.filter((kind) => !NEVER_ANSWERED.includes(kind)))(
    'shows "%s" filled in',
    (kind) => {
      const answered = open.flatMap(({ fields, example }) =>
        fields.flatMap(withInnerFields).filter(({ id }) => example?.answers[id] !== undefined),
      );
      expect(answered.map((field) => field.kind)).toContain(kind);
    },
  );

  it.each(PRIVATE_KINDS)('shows "%s" on a private sheet', (kind) => {
    expect(closed.flatMap(({ fields }) => fields.map((field) => field.kind))).toContain(kind);
  });

  it('has two-minute versions, a line for the name, and headings of every level', () => {
    expect(sheets.filter((sheet) => !hasShortVersion(sheet))).toEqual([]);
    expect(open.some(({ nameLine }) => nameLine)).toBe(true);
    const levels = open.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])),
    );
    expect([...new Set(levels)].sort()).toEqual([2, 3, 4]);
  });

  it('is read field by field as it is written: no field is missed by this test', () => {
    const read = open.flatMap((sheet) => sheet.fields.flatMap(withInnerFields));
    const ids = new Set(read.map(({ id }) => id));
    expect(new Set(written.map(({ id }) => id?.value))).toEqual(ids);
  });
});
