import { existsSync, readdirSync, readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { describe, expect, it } from 'vitest';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { FIELD_KINDS, type Field } from '../../scripts/model/field.ts';
import { fieldNames, withInnerFields } from '../../scripts/model/field-names.ts';
import { addFilters } from '../../scripts/site/filters.ts';

type Example = { title: string; arguments: unknown[] };

const FOLDER = 'templates/components';
const strings = await loadDefaultStrings();
const names = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}/${name}/${name}.njk`));

const loader = new nunjucks.FileSystemLoader('templates');
const environment = new nunjucks.Environment(loader, { throwOnUndefined: true });
addFilters(environment);

function readExamples(name: string): Example[] {
  return JSON.parse(readFileSync(`${FOLDER}/${name}/${name}.examples.json`, 'utf8')) as Example[];
}

function render(name: string, example: Example): string {
  const given = example.arguments.map((one) => (one === '$strings' ? strings : one));
  const call = given.map((_, index) => `given[${index}]`).join(', ');
  const source = `{% from "components/${name}/${name}.njk" import page %}{{ page(${call}) }}`;
  return environment.renderString(source, { given });
}

function listMatches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Controls that no label, no enclosing label and no aria-label speaks for. */
function listUnlabeled(html: string): string[] {
  const labels = listMatches(html, /<label[^>]* for="([^"]+)"/g);
  const outsideLabels = html.replace(/<label(?![^>]* for=)[\s\S]*?<\/label>/g, '');
  return [...outsideLabels.matchAll(/<(?:input|textarea|select)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('aria-label='))
    .filter((tag) => !labels.includes(/ id="([^"]+)"/.exec(tag)?.[1] ?? ''));
}

const cases = names.flatMap((name) =>
  readExamples(name).map((example) => ({
    name,
    title: example.title,
    given: example.arguments[0],
    html: render(name, example),
  })),
);

describe('a component of the site', () => {
  it('has examples, and a style sheet unless it only strings others together', () => {
    const bare = names.filter((name) => !existsSync(`${FOLDER}/${name}/${name}.css`));
    expect(bare).toEqual(['blocks']);
    expect(names.filter((name) => readExamples(name).length === 0)).toEqual([]);
  });

  it('exists for every kind of field', () => {
    expect(FIELD_KINDS.filter((kind) => !names.includes(kind))).toEqual([]);
  });

  it('is part of the one style sheet', () => {
    const site = readFileSync('templates/styles/site.css', 'utf8');
    const styled = readdirSync(FOLDER).filter((name) =>
      existsSync(`${FOLDER}/${name}/${name}.css`),
    );
    expect(styled.filter((name) => !site.includes(`"../components/${name}/${name}.css"`))).toEqual(
      [],
    );
  });

  it.each(cases.filter(({ name }) => FIELD_KINDS.some((kind) => kind === name)))(
    '$name: $title (no control has an id that another field could have)',
    ({ given, html }) => {
      // A library has each name once. An underscore stands in no name.
      const names = withInnerFields(given as Field).flatMap(fieldNames);
      const ids = listMatches(html, / id="f_([^"]+)"/g).filter((id) => !id.includes('_'));
      expect(ids.filter((id) => !names.includes(id))).toEqual([]);
    },
  );

  it.each(cases)('$name: $title', ({ html }) => {
    expect(html).not.toMatch(/undefined|\[object|NaN/);
    expect(html).not.toMatch(/ style="| on[a-z]+="|<script/);
  });

  it.each(cases)(
    '$name: $title (every control has a label, every id is one of its kind)',
    ({ html }) => {
      expect(listUnlabeled(html)).toEqual([]);
      const ids = listMatches(html, / id="([^"]+)"/g);
      expect(ids).toEqual([...new Set(ids)]);
      const described = listMatches(html, / aria-describedby="([^"]+)"/g);
      expect(described.filter((id) => id !== 'page_typing' && !ids.includes(id))).toEqual([]);
    },
  );
});
