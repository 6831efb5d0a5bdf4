import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles, worksheet } from './folders.ts';

const SHEET = { 'en/worksheets/wind-down.md': worksheet() };
const page = (keys: string) => `---\ntitle: A page\n${keys}---\n\nWords.\n`;

describe('the front matter of a page', () => {
  it('may have every key there is', () => {
    const keys = `summary: One line.
nav: Page
sheets: [wind-down]
form: wind-down
helplines: true
doors: [{label: In, text: One line., to: wind-down}]
draft: false
`;
    const { library, problems } = readFiles({ ...SHEET, 'en/pages/home.md': page(keys) });
    expect(problems).toEqual([]);
    expect(library.languages[0]?.pages[0]).toMatchObject({
      nav: 'Page',
      form: 'wind-down',
      helplines: true,
      doors: [{ to: 'wind-down' }],
    });
  });

  it('leads to sheets and texts that are there', () => {
    const keys = `sheets: [wind-dwon]\nform: home\ndoors: [{label: In, to: wind-dwon}]\n`;
    expect(problemsOf({ ...SHEET, 'en/pages/home.md': page(keys) })).toMatchInlineSnapshot(`
      "content/en/pages/home.md:3:10: sheets: there is no worksheet "wind-dwon"
          Did you mean "wind-down"?
      content/en/pages/home.md:4:7: form: there is no worksheet "home"
          Known here: wind-down.
      content/en/pages/home.md:5:25: doors[1].to: there is no text "wind-dwon"
          Did you mean "wind-down"?"
    `);
  });

  it('has doors on the home page only', () => {
    const keys = 'doors: [{label: In, to: wind-down}]\n';
    expect(problemsOf({ ...SHEET, 'en/pages/about.md': page(keys) })).toMatchInlineSnapshot(`
      "content/en/pages/about.md:3:8: doors stand on the home page only
          Link to the texts instead."
    `);
  });
});

describe('what a sheet promises', () => {
  const sheet = (edits: Record<string, string>, body?: string) =>
    problemsOf({ 'en/worksheets/wind-down.md': worksheet(edits, body) });

  it('is kept when a field is marked for the two-minute version', () => {
    const pages = { 'pages: {standard: 1, large: 2}': 'pages: {standard: 1, large: 2, short: 1}' };
    expect(sheet(pages, '::lines[Why?]{#why short}\n')).toBe('');
    expect(sheet(pages)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:6:39: pages.short: no field is marked for the two-minute version
          Write short in its braces."
    `);
  });

  it('is no name on a private sheet, and no second field for the name', () => {
    expect(
      sheet({ 'minutes: 20': 'minutes: 20\nprivate: true\nnameLine: true' }),
    ).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:6:10: private: this site has no way to leave it fast
          Write exitUrl: https://… in site.yml, a harmless page elsewhere.
      content/en/worksheets/wind-down.md:7:11: nameLine: a private sheet carries no name
          Take the line out."
    `);
    expect(
      sheet({ 'minutes: 20': 'minutes: 20\nnameLine: true' }, '::lines[Who?]{#name}\n'),
    ).toMatchInlineSnapshot(`
        "content/en/worksheets/wind-down.md:17:1: the id "name" belongs to the line for name and date
            Give the field another id."
      `);
  });

  it('is no signature on a private sheet', () => {
    const body = ':::agreement[Ours]{#ours}\nWe rest.\n:::\n';
    const text = worksheet({ 'minutes: 20': 'minutes: 20\nprivate: true' }, body);
    const files = {
      'site.yml': 'name: A\nexitUrl: https://weather.example\n',
      'en/worksheets/wind-down.md': text,
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:17:1: a private sheet is signed by nobody
          Write the words without an agreement."
    `);
  });

  it('is a way to leave the page of a private sheet fast', () => {
    expect(sheet({ 'minutes: 20': 'minutes: 20\nprivate: true' })).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:6:10: private: this site has no way to leave it fast
          Write exitUrl: https://… in site.yml, a harmless page elsewhere."
    `);
  });
});
