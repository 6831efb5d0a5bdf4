import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { describe, expect, it } from 'vitest';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { fieldNames } from '../../scripts/model/field-names.ts';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import { addFilters } from '../../scripts/site/filters.ts';
import { readFiles } from '../content/folders.ts';
import { ownAttributes } from '../markdown/known-attributes.ts';
import { toSheet, usePress } from './press.ts';

const own = usePress();
const GUIDE = readFileSync('content/README.md', 'utf8');
const strings = await loadDefaultStrings();

const loader = new nunjucks.FileSystemLoader('templates');
const environment = new nunjucks.Environment(loader, { throwOnUndefined: true });
addFilters(environment);

/** A section of the guide, from its heading to the next. */
function sectionOf(heading: RegExp): string {
  return GUIDE.split(/^(?=#{2,3} )/m).find((section) => heading.test(section)) ?? '';
}

const blocksOf = (section: string, language: string) =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );

/** The attributes that the tables of a section list. */
const documentedIn = (section: string) =>
  [...section.matchAll(/^\| (`[a-z]+`(?:, `[a-z]+`)*) \|/gm)]
    .flatMap((match) => (match[1] ?? '').split(', '))
    .map((word) => word.replaceAll('`', ''));

const examples = FIELD_KINDS.flatMap((kind) =>
  blocksOf(sectionOf(new RegExp(`^### .*\`${kind}\``)), 'markdown').map((body, index) => ({
    kind,
    body,
    title: `${kind}, example ${index + 1}`,
  })),
);

describe('the guide for authors', () => {
  it.each(FIELD_KINDS)('shows "%s", with every attribute that it has', (kind) => {
    const section = sectionOf(new RegExp(`^### .*\`${kind}\``));
    expect(blocksOf(section, 'markdown').length).toBeGreaterThan(0);
    expect(documentedIn(section).sort()).toEqual(ownAttributes(kind).sort());
  });

  it.each(examples)('has examples that print as they stand: $title', async ({ kind, body }) => {
    // Cards have pages of their own, behind that of the sheet.
    const pages = `{standard: ${kind === 'cards' ? 4 : 1}, large: 4}`;
    const place = await toSheet(body, { pages });
    const { fields } = place.worksheet;
    expect(fields.map((field) => field.kind)).toContain(kind);
    expect(checkSheet((await own.press.print(place, 'standard')).promised)).toEqual([]);
  });

  it.each(examples)('has examples that become a page: $title', async ({ body }) => {
    const { worksheet } = await toSheet(body);
    const source =
      '{% from "components/blocks/blocks.njk" import page %}{{ page(blocks, strings, 0) }}';
    const html = environment.renderString(source, { blocks: worksheet.blocks, strings });
    const names = worksheet.fields.flatMap(fieldNames);
    expect(names.filter((name) => !html.includes(` name="${name}"`))).toEqual([]);
  });

  it.each(examples)('names the PDF fields of its examples: $title', async ({ kind, body }) => {
    const { worksheet } = await toSheet(body);
    const [first = ''] = worksheet.fields.flatMap(fieldNames);
    expect(sectionOf(new RegExp(`^### .*\`${kind}\``))).toContain(`\`${first}\``);
  });

  it('has an example of helplines that is read without a problem', () => {
    const [text = ''] = blocksOf(sectionOf(/^### helplines\.yml/), 'yaml');
    const { library, problems } = readFiles({ 'helplines.yml': text });
    expect(problems.filter(({ file }) => file.includes('helplines'))).toEqual([]);
    expect(library.helplines.lines).toHaveLength(1);
  });
});
