import { describe, expect, it } from 'vitest';
import { problemsOf, problemsOfSheet, worksheet } from './folders.ts';

const SHEET = 'en/worksheets/wind-down.md';

describe('the values in the front matter of a worksheet', () => {
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
