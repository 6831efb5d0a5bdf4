import { describe, expect, it } from 'vitest';
import schema from '../../scripts/content/schema/worksheet.schema.json' with { type: 'json' };
import { article, problemsOf, problemsOfSheet, worksheet } from './folders.ts';

const SHEET = 'en/worksheets/wind-down.md';
const GOOD = { [SHEET]: worksheet() };

describe('the front matter of a worksheet', () => {
  it('has no problem as the samples of these tests stand', () => {
    expect(problemsOfSheet({})).toBe('');
  });

  it('may have every key there is', () => {
    const vocabulary = `stages: [{id: evening, number: 1, label: Evening}]
topics: [{id: rest, label: Rest}]
paths: [{id: short, label: Short}]
`;
    const more = `stage: evening
needs: A pen
stopLine: true
requires: [first-night]
repeats: Every evening
topics: [rest]
paths: [short]
review: {by: A. Person, role: editor, date: 2026-11-22}
draft: false
caution: Not for you while you drive.`;
    const evidence = `  strength: early
  note: One small study.`;
    const files = {
      'vocabulary.yml': vocabulary,
      'sources.yml': 'old-1999: {short: "Old, 1999", full: "Old (1999). Sleep."}\n',
      'en/worksheets/wind-down.md': worksheet({
        'caution: Not for you while you drive.': more,
        '  strength: early': evidence,
        '  sources: []': '  sources: [old-1999]',
      }),
      'en/worksheets/first-night.md': worksheet({
        'number: 1': 'number: 2',
        'who: alone': 'who: alone\nstage: evening',
      }),
    };
    const sheet = files['en/worksheets/wind-down.md'];
    const missing = Object.keys(schema.properties).filter((key) => !sheet.includes(`\n${key}:`));
    expect(missing).toEqual([]);
    expect(problemsOf(files)).toBe('');
  });

  it('misses every key that is needed, with what the key is for', () => {
    expect(problemsOf({ [SHEET]: '---\nneeds: A pen\n---\n' })).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:1:1: the key "caution" is missing
          Who had better not use it now.
      content/en/worksheets/wind-down.md:1:1: the key "evidence" is missing
          What the idea rests on.
      content/en/worksheets/wind-down.md:1:1: the key "minutes" is missing
          How many minutes it takes.
      content/en/worksheets/wind-down.md:1:1: the key "number" is missing
          The sheet's number in the whole order; also in its file names.
      content/en/worksheets/wind-down.md:1:1: the key "pages" is missing
          How many pages each edition has; the build fails when a sheet does not fit.
      content/en/worksheets/wind-down.md:1:1: the key "purpose" is missing
          One line: what it is for.
      content/en/worksheets/wind-down.md:1:1: the key "steps" is missing
          Up to three short steps, in order.
      content/en/worksheets/wind-down.md:1:1: the key "title" is missing
          The one heading of the sheet.
      content/en/worksheets/wind-down.md:1:1: the key "who" is missing
          Who fills it in; an id of vocabulary.yml."
    `);
  });

  it('misses a single key at the head of the file', () => {
    expect(problemsOfSheet({ 'minutes: 20': '' })).toMatchInlineSnapshot(`
      "wind-down.md:1:1: the key "minutes" is missing
          How many minutes it takes."
    `);
  });

  it('misses a key below a key where that begins', () => {
    expect(
      problemsOfSheet({ 'pages: {standard: 1, large: 2}': 'pages: {standard: 1}' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:6:8: pages: the key "large" is missing
          Pages in large print, 18 pt."
    `);
  });

  it('misses a stage only where the folder has stages', () => {
    const files = { ...GOOD, 'vocabulary.yml': 'stages: [{id: a, number: 1, label: A}]\n' };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:1:1: the key "stage" is missing
          The stage it belongs to; an id of vocabulary.yml."
    `);
  });

  it('refuses a misspelt key with the one that was meant', () => {
    expect(problemsOfSheet({ 'minutes: 20': 'minuets: 20' })).toMatchInlineSnapshot(`
      "wind-down.md:5:1: unknown key "minuets"
          Did you mean "minutes"?"
    `);
  });

  it('refuses a key that looks like none with the list of known ones', () => {
    expect(problemsOfSheet({ 'minutes: 20': 'minutes: 20\nprivate: true' })).toMatchInlineSnapshot(`
      "wind-down.md:6:1: unknown key "private"
          Known here: title, number, stage, who, minutes, pages, purpose, needs, steps, caution, stopLine, requires …"
    `);
  });

  it('refuses a misspelt key below pages and evidence where it stands', () => {
    expect(
      problemsOfSheet({
        'pages: {standard: 1, large: 2}': 'pages: {standard: 1, large: 2, lrge: 3}',
        '  strength: early': '  strength: early\n  notes: One small study.',
      }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:6:32: pages: unknown key "lrge"
          Did you mean "large"?
      wind-down.md:14:3: evidence: unknown key "notes"
          Did you mean "note"?"
    `);
  });

  it('refuses a key with a slash or a tilde where it stands', () => {
    expect(problemsOfSheet({ 'minutes: 20': 'minutes: 20\nand/or~: 1' })).toMatchInlineSnapshot(`
      "wind-down.md:6:1: unknown key "and/or~"
          Known here: title, number, stage, who, minutes, pages, purpose, needs, steps, caution, stopLine, requires …"
    `);
  });

  it('refuses words where a number belongs', () => {
    expect(problemsOfSheet({ 'minutes: 20': 'minutes: twenty' })).toMatchInlineSnapshot(`
      "wind-down.md:5:10: minutes: expected a whole number, found "twenty"
          How many minutes it takes."
    `);
  });

  it('refuses a number in quotes and a broken number', () => {
    expect(
      problemsOfSheet({ 'minutes: 20': 'minutes: "20"', 'number: 1': 'number: 1.5' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:3:9: number: expected a whole number, found 1.5
          The sheet's number in the whole order; also in its file names.
      wind-down.md:5:10: minutes: expected a whole number, found "20"
          How many minutes it takes."
    `);
  });

  it('refuses a number where words belong', () => {
    expect(problemsOfSheet({ 'title: Wind down': 'title: 2026' })).toMatchInlineSnapshot(`
      "wind-down.md:2:8: title: expected words, found 2026
          The one heading of the sheet."
    `);
  });

  it('refuses a list where words belong, and words where a list belongs', () => {
    expect(
      problemsOfSheet({
        'title: Wind down': 'title: [Wind, down]',
        'who: alone': 'who: alone\ntopics: rest',
      }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:2:8: title: expected words, found a list
          The one heading of the sheet.
      wind-down.md:5:9: topics: expected a list, found "rest"
          What it is about; ids of vocabulary.yml."
    `);
  });

  it('refuses a single value where keys belong', () => {
    expect(
      problemsOfSheet({ 'pages: {standard: 1, large: 2}': 'pages: 2' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:6:8: pages: expected keys and values, found 2
          How many pages each edition has; the build fails when a sheet does not fit."
    `);
  });

  it('refuses yes where true is meant', () => {
    expect(problemsOfSheet({ 'minutes: 20': 'minutes: 20\nstopLine: yes' })).toMatchInlineSnapshot(`
      "wind-down.md:6:11: stopLine: expected true or false, found "yes"
          true prints the language's stop line at the head."
    `);
  });

  it('refuses a key without a value', () => {
    expect(problemsOfSheet({ 'title: Wind down': 'title:' })).toMatchInlineSnapshot(`
      "wind-down.md:2:7: title: expected words, found nothing
          The one heading of the sheet."
    `);
  });

  it('refuses empty words', () => {
    expect(problemsOfSheet({ 'title: Wind down': 'title: ""' })).toMatchInlineSnapshot(`
      "wind-down.md:2:8: title: expected at least one character, found 0 characters
          The one heading of the sheet."
    `);
  });

  it('refuses a list or plain words instead of keys', () => {
    expect(problemsOf({ [SHEET]: '---\n- title\n---\n' })).toMatchInlineSnapshot(
      `"content/en/worksheets/wind-down.md:2:1: expected keys and values, found a list"`,
    );
    expect(problemsOf({ [SHEET]: '---\ntitle\n---\n' })).toMatchInlineSnapshot(
      `"content/en/worksheets/wind-down.md:2:1: expected keys and values, found "title""`,
    );
  });

  it('refuses a word that the vocabulary does not know, with the nearest', () => {
    expect(problemsOfSheet({ 'who: alone': 'who: aloen' })).toMatchInlineSnapshot(`
      "wind-down.md:4:6: who: "aloen" is not known
          Did you mean "alone"?"
    `);
  });

  it('refuses a word that looks like none, with the list of known ones', () => {
    expect(problemsOfSheet({ '  strength: early': '  strength: proven' })).toMatchInlineSnapshot(`
      "wind-down.md:13:13: evidence.strength: "proven" is not known
          Known here: strong, moderate, early, practice."
    `);
  });

  it('says so where a folder names no words to choose from', () => {
    expect(
      problemsOfSheet({ 'who: alone': 'who: alone\nstage: evening\ntopics: [rest]' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:5:8: stage: "evening" is not known
          The folder names none yet.
      wind-down.md:6:10: topics[1]: "rest" is not known
          The folder names none yet."
    `);
  });

  it('refuses a source that sources.yml does not have', () => {
    const files = {
      'sources.yml': 'old-1999: {short: "Old, 1999", full: "Old (1999). Sleep."}\n',
      [SHEET]: worksheet({ '  sources: []': '  sources: [old-1999, odl-1999]' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:14:23: evidence.sources[2]: "odl-1999" is not known
          Did you mean "old-1999"?"
    `);
  });

  it('refuses numbers beyond their limits', () => {
    expect(
      problemsOfSheet({
        'number: 1': 'number: 0',
        'minutes: 20': 'minutes: 181',
        'pages: {standard: 1, large: 2}': 'pages: {standard: 21, large: 41}',
      }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:3:9: number: expected at least 1, found 0
          The sheet's number in the whole order; also in its file names.
      wind-down.md:5:10: minutes: expected at most 180, found 181
          How many minutes it takes.
      wind-down.md:6:19: pages.standard: expected at most 20, found 21
          Pages at 12 pt.
      wind-down.md:6:30: pages.large: expected at most 40, found 41
          Pages in large print, 18 pt."
    `);
  });

  it('refuses words that are too long, counted by letters and not by bytes', () => {
    const title = '🌙'.repeat(61);
    expect(problemsOfSheet({ 'title: Wind down': `title: ${title}` })).toMatchInlineSnapshot(`
      "wind-down.md:2:8: title: expected at most 60 characters, found 61 characters
          The one heading of the sheet."
    `);
    expect(problemsOfSheet({ 'title: Wind down': `title: ${'🌙'.repeat(60)}` })).toBe('');
  });

  it('refuses a fourth step and an empty one', () => {
    expect(
      problemsOfSheet({ '  - Write.': '  - Write.\n  - ""\n  - Sleep.' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:9:3: steps: expected at most 3 in the list, found 4
          Up to three short steps, in order.
      wind-down.md:11:5: steps[3]: expected at least one character, found 0 characters"
    `);
  });

  it('refuses a list without any step', () => {
    expect(
      problemsOfSheet({ 'steps:': 'steps: []', '  - Sit down.': '', '  - Write.': '' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:8:8: steps: expected at least 1 in the list, found 0
          Up to three short steps, in order."
    `);
  });

  it('refuses the same word twice in a list', () => {
    const vocabulary = 'topics: [{id: rest, label: Rest}, {id: calm, label: Calm}]\n';
    const files = {
      'vocabulary.yml': vocabulary,
      [SHEET]: worksheet({ 'who: alone': 'who: alone\ntopics: [rest, calm, rest]' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(
      `"content/en/worksheets/wind-down.md:5:9: topics: the same word stands here twice"`,
    );
  });

  it('refuses a day that is not written like 2026-11-22', () => {
    const review = 'review: {by: A. Person, role: editor, date: 22.11.2026}';
    expect(problemsOfSheet({ 'minutes: 20': `minutes: 20\n${review}` })).toMatchInlineSnapshot(`
      "wind-down.md:6:45: review.date: "22.11.2026" is not a day of the calendar
          Write it like 2026-11-22."
    `);
  });

  it('refuses a review without a name, and keys it does not know', () => {
    const review = 'review: {role: editor, date: 2026-11-22, bye: A. Person}';
    expect(problemsOfSheet({ 'minutes: 20': `minutes: 20\n${review}` })).toMatchInlineSnapshot(`
      "wind-down.md:6:42: review: unknown key "bye"
          Did you mean "by"?"
    `);
  });

  it('has all its problems told at once, with those of the body', () => {
    expect(
      problemsOfSheet(
        { 'minutes: 20': 'minutes: many', 'who: alone': 'who: nobody' },
        '::lnes[A]\n',
      ),
    ).toMatchInlineSnapshot(`
      "wind-down.md:4:6: who: "nobody" is not known
          Known here: alone, together.
      wind-down.md:5:10: minutes: expected a whole number, found "many"
          How many minutes it takes.
      wind-down.md:16:1: unknown directive "lnes"
          Did you mean "lines"?"
    `);
  });

  it('has no shape to speak of when the YAML cannot be read', () => {
    expect(
      problemsOfSheet({ 'title: Wind down': 'title: Wind: down', 'minutes: 20': '' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:2:8: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });
});

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
          Known here: title, summary, draft."
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
