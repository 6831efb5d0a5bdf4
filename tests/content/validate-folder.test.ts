import { describe, expect, it } from 'vitest';
import { article, problemsOf, worksheet } from './folders.ts';

const SHEET = 'en/worksheets/wind-down.md';
const GOOD = { [SHEET]: worksheet() };

describe('the front matter of other texts', () => {
  it('has keys of its own in an article', () => {
    const files = { ...GOOD, 'en/guide/how-sleep-works.md': article({ 'number: 1': 'nmber: 1' }) };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/how-sleep-works.md:3:1: unknown key "nmber"
          Did you mean "number"?"
    `);
  });

  it('has keys of its own in a page', () => {
    const files = { ...GOOD, 'en/pages/about.md': '---\ntitle: About\nnumber: 1\n---\n' };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/about.md:3:1: unknown key "number"
          Known here: title, summary, nav, sheets, form, progress, helplines, doors, draft."
    `);
  });
});

describe('site.yml', () => {
  it('needs a name', () => {
    expect(
      problemsOf({ ...GOOD, 'site.yml': 'url: https://sleep.example\n' }),
    ).toMatchInlineSnapshot(`
      "content/site.yml:1:1: the key "name" is missing
          The name of the site, on every page and in every PDF."
    `);
  });

  it('may have every key there is', () => {
    const site = `name: Sleep well
url: https://sleep.example
pathPrefix: /sleep/
language: en
licence: CC BY 4.0
edition: 2026-11-22
exitUrl: https://example.org/weather
`;
    expect(problemsOf({ ...GOOD, 'site.yml': site })).toBe('');
  });

  it('has addresses, a path, a language and a day in their usual form', () => {
    const site = `name: Sleep well
url: https://sleep.example/
pathPrefix: sleep
language: English
edition: November 2026
exitUrl: http://example.org
`;
    expect(problemsOf({ ...GOOD, 'site.yml': site })).toMatchInlineSnapshot(`
      "content/site.yml:2:6: url: "https://sleep.example/" does not look as expected
          Where the site lives, without a slash at the end; printed on sheets.
      content/site.yml:3:13: pathPrefix: "sleep" does not look as expected
          The path the site lives under, with a slash at both ends.
      content/site.yml:4:11: language: "English" does not look as expected
          The language at the root of the site.
      content/site.yml:5:10: edition: "November 2026" is not a day of the calendar
          Write it like 2026-11-22.
      content/site.yml:6:10: exitUrl: "http://example.org" does not look as expected
          Where the link that leaves the site goes."
    `);
  });

  it('knows no other key', () => {
    expect(
      problemsOf({ ...GOOD, 'site.yml': 'name: Sleep well\nlicense: CC BY 4.0\n' }),
    ).toMatchInlineSnapshot(`
      "content/site.yml:2:1: unknown key "license"
          Did you mean "licence"?"
    `);
  });

  it('is held against YAML first', () => {
    expect(problemsOf({ ...GOOD, 'site.yml': 'name: Sleep: well\n' })).toMatchInlineSnapshot(`
      "content/site.yml:1:7: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });
});

describe('vocabulary.yml', () => {
  it('is told where a term is wrong', () => {
    const vocabulary = `stages:
  - {id: evening, number: one, label: Evening}
who:
  - {id: Alone, label: On your own}
topics:
  - {id: rest, lable: Rest}
partners: {a: Kim}
`;
    expect(problemsOf({ ...GOOD, 'vocabulary.yml': vocabulary })).toMatchInlineSnapshot(`
      "content/vocabulary.yml:2:27: stages[1].number: expected a whole number, found "one"
          The number of the stage, as printed.
      content/vocabulary.yml:4:5: who[1]: the key "copies" is missing
          How many copies to print.
      content/vocabulary.yml:4:10: who[1].id: "Alone" does not look as expected
          A word in lower case; front matter chooses it by this.
      content/vocabulary.yml:6:16: topics[1]: unknown key "lable"
          Did you mean "label"?
      content/vocabulary.yml:7:11: partners: the key "b" is missing"
    `);
  });

  it('does not leave a folder without anyone to fill in a sheet', () => {
    expect(problemsOf({ ...GOOD, 'vocabulary.yml': 'who: []\n' })).toMatchInlineSnapshot(`
      "content/vocabulary.yml:1:6: who: expected at least 1 in the list, found 0
          Who may fill in a sheet."
    `);
  });
});

describe('sources.yml', () => {
  it('is told where a source is wrong', () => {
    const sources = `old-1999: {short: "Old, 1999"}
older-1989: {short: "Older, 1989", full: "Older (1989).", doi: "https://doi.org/10.1", url: http://a.org}
`;
    expect(problemsOf({ ...GOOD, 'sources.yml': sources })).toMatchInlineSnapshot(`
      "content/sources.yml:1:11: old-1999: the key "full" is missing
          The whole reference, as listed.
      content/sources.yml:2:64: older-1989.doi: "https://doi.org/10.1" does not look as expected
          The DOI, without an address in front.
      content/sources.yml:2:93: older-1989.url: "http://a.org" does not look as expected
          Where it can be read."
    `);
  });

  it('has plain words as keys, and a wrong one is told where it stands', () => {
    const sources = `old-1999: {short: "Old, 1999", full: "Old (1999)."}
Older/1989: {short: "Older, 1989", full: "Older (1989)."}
`;
    expect(problemsOf({ ...GOOD, 'sources.yml': sources })).toMatchInlineSnapshot(`
      "content/sources.yml:2:1: "Older/1989" is not a key
          Lower case letters, digits and hyphens."
    `);
  });
});
