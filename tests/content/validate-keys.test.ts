import { describe, expect, it } from 'vitest';
import schema from '../../scripts/content/schema/worksheet.schema.json' with { type: 'json' };
import { problemsOf, problemsOfSheet, worksheet } from './folders.ts';

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
private: false
stopLine: true
nameLine: true
requires: [first-night]
repeats: Every evening
topics: [rest]
paths: [short]
review: {by: A. Person, role: editor, date: 2026-11-22}
example: {about: Sam is made up., answers: {why: Noise}}
draft: false
caution: Not for you while you drive.`;
    const evidence = `  strength: early
  note: One small study.`;
    const files = {
      'vocabulary.yml': vocabulary,
      'sources.yml': 'old-1999: {short: "Old, 1999", full: "Old (1999). Sleep."}\n',
      'en/worksheets/wind-down.md': worksheet({
        'number: 1': 'number: 2',
        'caution: Not for you while you drive.': more,
        '  strength: early': evidence,
        '  sources: []': '  sources: [old-1999]',
      }),
      'en/worksheets/first-night.md': worksheet({
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
    expect(
      problemsOfSheet({ 'minutes: 20': 'minutes: 20\nlaminated: true' }),
    ).toMatchInlineSnapshot(`
      "wind-down.md:6:1: unknown key "laminated"
          Known here: title, number, stage, who, private, minutes, pages, purpose, needs, steps, caution, stopLine, nameLine, requires, repeats, topics …"
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
          Known here: title, number, stage, who, private, minutes, pages, purpose, needs, steps, caution, stopLine, nameLine, requires, repeats, topics …"
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
});
