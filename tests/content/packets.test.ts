import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles, worksheet } from './folders.ts';

const SHEETS = {
  'en/worksheets/wind-down.md': worksheet(),
  'en/worksheets/night-diary.md': worksheet({ 'number: 1': 'number: 2' }),
};

const packet = (keys: string, body = 'Words.\n') => `---
title: First nights
number: 1
summary: Two sheets to begin with.
${keys}---

${body}`;

const folder = (keys: string, body?: string) => ({
  ...SHEETS,
  'en/packets/first-nights.md': packet(keys, body),
});

describe('a packet', () => {
  it('binds sheets, as many copies as those who fill them in, when nothing else is said', () => {
    const { library, problems } = readFiles(folder('sheets: [wind-down, night-diary]\n'));
    expect(problems).toEqual([]);
    expect(library.languages[0]?.packets[0]).toMatchObject({
      slug: 'first-nights',
      sheets: ['wind-down', 'night-diary'],
      binds: 'sheets',
      copies: 'who',
      counselors: false,
      openers: false,
      sources: false,
      cites: [],
    });
  });

  it('may have every key there is, and fields in its text', () => {
    const keys = `for: For the tired.
sheets: [wind-down, wind-down]
binds: sheets
copies: one
counselors: true
openers: true
sources: true
cites: []
closing: looking-back
draft: false
`;
    const body = 'Words.\n\n## Looking back\n\n::lines[What helped?]{#helped}\n';
    const { library, problems } = readFiles(folder(keys, body));
    expect(problems).toEqual([]);
    expect(library.languages[0]?.packets[0]?.fields.map(({ id }) => id)).toEqual(['helped']);
  });

  it('names sheets that are there, and a heading of its own', () => {
    const keys = 'sheets: [wind-dwon]\nclosing: looking-bak\n';
    const body = 'Words.\n\n## Looking back\n\nWords.\n';
    expect(problemsOf(folder(keys, body))).toMatchInlineSnapshot(`
      "content/en/packets/first-nights.md:5:10: sheets: there is no worksheet "wind-dwon"
          Did you mean "wind-down"?
      content/en/packets/first-nights.md:6:10: closing: there is no heading "#looking-bak"
          Did you mean "looking-back"?"
    `);
  });

  it('of notes has some for every sheet in it', () => {
    expect(problemsOf(folder('sheets: [wind-down]\nbinds: companions\n'))).toMatchInlineSnapshot(`
      "content/en/packets/first-nights.md:5:10: sheets: there is no companion for "wind-down"
          Write companions/wind-down.md."
    `);
  });

  it('says what is missing, and what it does not know', () => {
    expect(problemsOf(folder('sheet: [wind-down]\ncopies: two\n'))).toMatchInlineSnapshot(`
      "content/en/packets/first-nights.md:5:1: unknown key "sheet"
          Did you mean "sheets"?
      content/en/packets/first-nights.md:6:9: copies: "two" is not known
          Did you mean "who"?"
    `);
  });

  it('has a number and a name that no other text of its kind has', () => {
    const files = {
      ...folder('sheets: [wind-down]\n'),
      'en/packets/last-nights.md': packet('sheets: [wind-down]\n'),
      'en/packets/wind-down.md': packet('sheets: [wind-down]\n').replace('number: 1', 'number: 2'),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/packets/first-nights.md:5:10: sheets: there is no worksheet "wind-down"
          Known here: night-diary.
      content/en/packets/last-nights.md:3:9: the number 1 is taken by content/en/packets/first-nights.md
          Numbers are unique; choose a free one.
      content/en/packets/last-nights.md:5:10: sheets: there is no worksheet "wind-down"
          Known here: night-diary.
      content/en/packets/wind-down.md:2:1: the slug "wind-down" is taken by content/en/worksheets/wind-down.md
          Slugs are unique in a language; rename one file.
      content/en/packets/wind-down.md:5:10: sheets: there is no worksheet "wind-down"
          Known here: night-diary."
    `);
  });

  it('is left out as a draft', () => {
    const { library } = readFiles(folder('sheets: [wind-down]\ndraft: true\n'));
    expect(library.languages[0]?.packets).toEqual([]);
  });
});

describe('a packet that has the name of a path', () => {
  const vocabulary = 'paths: [{id: first-nights, label: First nights}]\n';
  const onPath = worksheet({ 'minutes: 20': 'minutes: 20\npaths: [first-nights]' });
  const files = (sheets: string) => ({
    ...folder(`sheets: ${sheets}\n`),
    'vocabulary.yml': vocabulary,
    'en/worksheets/wind-down.md': onPath,
  });

  it('holds the sheets of that path', () => {
    expect(problemsOf(files('[wind-down]'))).toBe('');
  });

  it('is told of sheets too few and too many', () => {
    expect(problemsOf(files('[night-diary]'))).toMatchInlineSnapshot(`
      "content/en/packets/first-nights.md:5:9: sheets on the path "first-nights" are missing here: wind-down
          Add them, or take the path out of their front matter.
      content/en/packets/first-nights.md:5:9: these sheets do not say that they are on the path "first-nights": night-diary
          Add first-nights to their paths, or take them out here."
    `);
  });
});

describe('a page that compares numbers', () => {
  const page = (sheet: string, rounds = '[Week 0, Week 6]') =>
    `---\ntitle: A page\nprogress: {sheet: ${sheet}, rounds: ${rounds}}\n---\n\nWords.\n`;
  const scale = worksheet({ 'number: 1': 'number: 3' }, '::scale[How rested?]{#rested}\n');

  it('takes them from a sheet with a scale or a wheel', () => {
    const files = { ...SHEETS, 'en/worksheets/rest.md': scale, 'en/pages/moved.md': page('rest') };
    const { library, problems } = readFiles(files);
    expect(problems).toEqual([]);
    expect(library.languages[0]?.pages[0]?.progress).toEqual({
      sheet: 'rest',
      rounds: ['Week 0', 'Week 6'],
    });
  });

  it('refuses a sheet that is not there, has no numbers, or is private', () => {
    const secret = scale
      .replace('who: alone', 'who: alone\nprivate: true')
      .replace('number: 3', 'number: 4');
    const files = {
      ...SHEETS,
      'site.yml': 'name: Sleep well\nexitUrl: https://example.org/\n',
      'en/worksheets/secret.md': secret,
      'en/pages/one.md': page('rest'),
      'en/pages/two.md': page('wind-down'),
      'en/pages/three.md': page('secret', '[Once]'),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/one.md:3:19: progress.sheet: there is no worksheet "rest"
          Known here: night-diary, secret, wind-down.
      content/en/pages/three.md:3:19: progress.sheet: "secret" is private
      content/en/pages/three.md:3:35: progress.rounds: expected at least 2 in the list, found 1
          What each time is called, such as Week 0.
      content/en/pages/two.md:3:19: progress.sheet: "wind-down" has neither a wheel nor a scale
          Only numbers can be compared."
    `);
  });
});
