import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { ROOT, textOf } from './source-tree.ts';

/** Everything that a kind of field has, by its one word. */
const placesOf = (kind: string) => [
  `scripts/markdown/rules/${kind}.ts`,
  `scripts/pdf/fields/${kind}.ts`,
  `templates/components/${kind}/${kind}.njk`,
  `templates/components/${kind}/${kind}.css`,
  `templates/components/${kind}/${kind}.examples.json`,
  `templates/components/${kind}/${kind}.sheet.njk`,
  `templates/components/${kind}/${kind}.sheet.css`,
  `tests/fixtures/markdown/${kind}.txt`,
];

const GUIDE = 'content/README.md';

describe.each(FIELD_KINDS)('the field kind "%s"', (kind) => {
  it('has all its places', () => {
    expect(placesOf(kind).filter((place) => !existsSync(`${ROOT}${place}`))).toEqual([]);
  });

  it('has a section of its own in the guide for authors', () => {
    expect(existsSync(`${ROOT}${GUIDE}`), `${GUIDE} is not there`).toBe(true);
    const headings = textOf(GUIDE).match(/^#{2,} .*$/gm) ?? [];
    expect(headings.filter((heading) => heading.includes(`\`${kind}\``))).toHaveLength(1);
  });
});
