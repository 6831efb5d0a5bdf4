import { describe, expect, it } from 'vitest';
import { article, problemsOf, worksheet } from './folders.ts';

const PAGE = '---\ntitle: A page\n---\n';
const sheet = (number: number, edits: Record<string, string> = {}, body?: string) =>
  worksheet({ ...edits, 'number: 1': `number: ${number}` }, body);

describe('sheets that come before', () => {
  const requiring = (list: string, more: Record<string, string> = {}) =>
    problemsOf({
      'en/worksheets/a.md': sheet(2, { 'minutes: 20': `minutes: 20\nrequires: ${list}` }),
      'en/worksheets/wind-down.md': sheet(1),
      ...more,
    });

  it('are sheets of the same language', () => {
    expect(requiring('[wind-down]')).toBe('');
  });

  it('are refused when there is no such sheet, with the nearest one', () => {
    expect(requiring('[wind-down, wnid-down]')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:23: requires: there is no worksheet "wnid-down"
          Did you mean "wind-down"?"
    `);
  });

  it('are refused when they name the sheet itself', () => {
    expect(requiring('[a]')).toMatchInlineSnapshot(
      `"content/en/worksheets/a.md:6:12: requires: a sheet cannot come before itself"`,
    );
  });

  it('are refused when they name an article', () => {
    expect(requiring('[night]', { 'en/guide/night.md': article() })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:12: requires: there is no worksheet "night"
          Known here: wind-down."
    `);
  });

  it('are named by their file names and not by their numbers', () => {
    expect(requiring('[2]')).toMatchInlineSnapshot(
      `"content/en/worksheets/a.md:6:12: requires[1]: expected words, found 2"`,
    );
  });

  it('are told to be a list when a single name is written', () => {
    expect(requiring('wind-down')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:11: requires: expected a list, found "wind-down"
          Slugs of sheets to fill in before; printed, never enforced."
    `);
  });

  it('may have problems of their own', () => {
    const more = { 'en/worksheets/wind-down.md': sheet(1, { 'minutes: 20': 'minutes: many' }) };
    expect(requiring('[wind-down]', more)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:5:10: minutes: expected a whole number, found "many"
          How many minutes it takes."
    `);
  });
});

describe('the sheets of an article', () => {
  it('are refused when there is no such sheet, with the nearest one', () => {
    const files = {
      'en/worksheets/wind-down.md': worksheet(),
      'en/guide/night.md': article({
        'number: 1': 'number: 1\nsheets:\n  - wind-down\n  - wnid-down',
      }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:6:5: sheets: there is no worksheet "wnid-down"
          Did you mean "wind-down"?"
    `);
  });
});

describe('names and numbers', () => {
  it('are refused when two kinds of text share a file name', () => {
    const files = {
      'en/guide/night.md': article(),
      'en/pages/night.md': PAGE,
      'en/worksheets/night.md': worksheet(),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/night.md:2:1: the slug "night" is taken by content/en/guide/night.md
          Slugs are unique in a language; rename one file.
      content/en/worksheets/night.md:2:1: the slug "night" is taken by content/en/pages/night.md
          Slugs are unique in a language; rename one file."
    `);
  });

  it('may be shared by texts of two languages', () => {
    const files = { 'en/worksheets/night.md': worksheet(), 'es/worksheets/night.md': worksheet() };
    expect(problemsOf(files)).toBe('');
  });

  it('are refused when two sheets have the same number', () => {
    const files = { 'en/worksheets/a.md': sheet(7), 'en/worksheets/b.md': sheet(7) };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/b.md:3:9: the number 7 is taken by content/en/worksheets/a.md
          Numbers are unique; choose a free one."
    `);
  });

  it('may be shared by a sheet and an article', () => {
    const files = { 'en/worksheets/a.md': sheet(1), 'en/guide/b.md': article() };
    expect(problemsOf(files)).toBe('');
  });

  it('are not called the same because both are missing', () => {
    const files = {
      'en/guide/a.md': article({ 'number: 1': '' }),
      'en/guide/b.md': article({ 'number: 1': '' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/a.md:1:1: the key "number" is missing
          Place in the guide.
      content/en/guide/b.md:1:1: the key "number" is missing
          Place in the guide."
    `);
  });
});
