import { describe, expect, it } from 'vitest';
import { article, problemsOf, readFiles, worksheet } from './folders.ts';

const PAGE = '---\ntitle: A page\n---\n';
const sheet = (number: number, edits: Record<string, string> = {}, body?: string) =>
  worksheet({ ...edits, 'number: 1': `number: ${number}` }, body);

describe('a link to another text', () => {
  const linkTo = (address: string, more: Record<string, string> = {}) =>
    problemsOf({ 'en/worksheets/a.md': worksheet({}, `One.\n\nSee [it](${address}).\n`), ...more });

  it('may lead to a sheet, an article or a page', () => {
    const files = {
      'en/worksheets/a.md': sheet(1, {}, '[b](b) [c](c) [d](d) [a](a)\n'),
      'en/worksheets/b.md': sheet(2),
      'en/guide/c.md': article({}, '[a](a)\n'),
      'en/pages/d.md': `${PAGE}[a](a)\n`,
    };
    expect(problemsOf(files)).toBe('');
  });

  it('is refused when there is no such text, with the nearest one', () => {
    expect(linkTo('wnid-down', { 'en/worksheets/wind-down.md': sheet(2) })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "wnid-down" to link to
          Did you mean "wind-down"?"
    `);
  });

  it('is refused when the text is there in another language only', () => {
    expect(linkTo('night', { 'es/guide/night.md': article() })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "night" to link to
          Known here: a."
    `);
  });

  it('may lead to a part of a text', () => {
    expect(linkTo('night#the-dark', { 'en/guide/night.md': article({}, '## The dark\n') })).toBe(
      '',
    );
  });

  it('is refused when the text has no such part, with the nearest one', () => {
    const files = { 'en/guide/night.md': article({}, '## The dark\n\n### Stars\n') };
    expect(linkTo('night#the-drak', files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: "night" has no heading "#the-drak"
          Did you mean "the-dark"?"
    `);
  });

  it('is refused when it leads to a part of its own text that is not there', () => {
    expect(linkTo('#nowhere')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: "a" has no heading "#nowhere"
          Known here: none."
    `);
  });

  it('is not refused because the other text has a problem of its own', () => {
    const body = '## The dark\n\n::lnes[Why?]\n';
    const files = { 'en/worksheets/night.md': sheet(2, { 'minutes: 20': 'minutes: many' }, body) };
    const problems = linkTo('night#the-dark', files);
    expect(problems).toMatchInlineSnapshot(`
      "content/en/worksheets/night.md:5:10: minutes: expected a whole number, found "many"
          How many minutes it takes.
      content/en/worksheets/night.md:18:1: unknown directive "lnes"
          Did you mean "lines"?"
    `);
  });

  it('is not refused because the front matter of the other text cannot be read', () => {
    const files = {
      'en/guide/night.md': article({ 'number: 1': 'number: 1: 2' }, '## The dark\n'),
    };
    expect(linkTo('night#the-dark', files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:3:9: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('is refused when it leads to a draft, for nobody could follow it', () => {
    const files = { 'en/guide/night.md': article({ 'number: 1': 'number: 1\ndraft: true' }) };
    expect(linkTo('night', files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "night" to link to
          Known here: a."
    `);
  });
});

describe('a draft', () => {
  const draft = (edits: Record<string, string>, body?: string) => ({
    'en/worksheets/a.md': sheet(1),
    'en/worksheets/b.md': sheet(2, { 'minutes: 20': 'minutes: 20\ndraft: true', ...edits }, body),
  });

  it('is kept out of the library', () => {
    const { library } = readFiles(draft({}));
    expect(library.languages[0]?.worksheets.map(({ slug }) => slug)).toEqual(['a']);
  });

  it('may be as unfinished as it likes', () => {
    expect(problemsOf(draft({ 'who: alone': '' }, '::lnes[Why?] [x](nowhere)\n'))).toBe('');
  });

  it('leaves its number to others', () => {
    const files = { ...draft({}), 'en/worksheets/c.md': sheet(2) };
    expect(problemsOf(files)).toBe('');
  });

  it('is no draft when that is not said with true', () => {
    const files = { 'en/worksheets/a.md': worksheet({ 'minutes: 20': 'minutes: 20\ndraft: yes' }) };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:8: draft: expected true or false, found "yes"
          true keeps the sheet out of every build."
    `);
  });

  it('does not make a folder of nothing else whole', () => {
    const files = {
      'en/worksheets/a.md': worksheet({ 'minutes: 20': 'minutes: 20\ndraft: true' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content:1:1: expected at least one worksheet or article, found none
          Add content/en/worksheets/my-first-sheet.md."
    `);
  });
});
