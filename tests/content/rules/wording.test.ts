import { describe, expect, it } from 'vitest';
import { article, problemsOf, worksheet } from '../folders.ts';

const HARD =
  'Considerable methodological heterogeneity complicates interpretation of longitudinal investigations.';
const SHEET = 'en/worksheets/wind-down.md';

describe('the rule "reading-grade"', () => {
  const rules = 'reading-grade: {worksheets: {target: 6, most: 7}, articles: {most: 8.5}}\n';

  it('names the hardest sentence of a text that is too hard to read', () => {
    const body = `::lines[Why do you sleep so well?]{#why hint="${HARD}"}\n`;
    expect(problemsOf({ [SHEET]: worksheet({}, body), 'rules.yml': rules })).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:16:1: reading grade 11.2, expected at most 7; the hardest sentence has 40.6: “Considerable methodological heterogeneity complicates interpretation of longitudinal investigations.”
          Shorter sentences and shorter words lower it."
    `);
  });

  it('lets each kind of text have its own grade, and leaves other kinds alone', () => {
    const body = `The cat sat on the mat. ${HARD}\n`;
    const files = {
      'en/guide/night.md': article({}, body),
      'en/pages/about.md': `---\ntitle: About\n---\n\n${HARD}\n`,
    };
    expect(problemsOf({ ...files, 'rules.yml': rules })).toMatchInlineSnapshot(`
      "content/en/guide/night.md:6:1: reading grade 22.5, expected at most 8.5; the hardest sentence has 40.6: “Considerable methodological heterogeneity complicates interpretation of longitudinal investigations.”
          Shorter sentences and shorter words lower it."
    `);
    expect(problemsOf({ ...files, 'rules.yml': 'reading-grade: {articles: {most: 30}}\n' })).toBe(
      '',
    );
  });

  it('holds for English alone, for the formula does', () => {
    const files = {
      'de/guide/night.md': article({}, `${HARD}\n`),
      'site.yml': 'name: Schlaf\nlanguage: de\n',
    };
    expect(problemsOf({ ...files, 'rules.yml': rules })).toBe('');
  });
});

describe('the rule "sentence-length"', () => {
  it('names the longest sentence where sentences are too long on average', () => {
    const body =
      'You lie down and you wait and you count the hours until it is light. You get up.\n';
    const files = {
      'en/guide/night.md': article({}, body),
      'rules.yml': 'sentence-length: {articles: 14}\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:6:1: a sentence has 15 words on average, expected at most 14; the longest has 15: “You lie down and you wait and you count the hours until it is light.”
          Make two of it."
    `);
    expect(problemsOf({ ...files, 'rules.yml': 'sentence-length: {articles: 15}\n' })).toBe('');
  });
});

describe('the rule "text-length"', () => {
  it('tells how many words there are, and how many there may be', () => {
    const files = {
      'en/guide/short.md': article({}, 'One two three.\n'),
      'en/guide/long.md': article({ 'number: 1': 'number: 2' }, 'One two three four five six.\n'),
      'rules.yml': 'text-length: {articles: {least: 4, most: 5}}\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/long.md:2:8: the text has 6 words, expected at most 5
      content/en/guide/short.md:2:8: the text has 3 words, expected at least 4"
    `);
  });
});

describe('the rule "banned-words"', () => {
  const rules = `banned-words:
  - words: [lazy, "can’t sleep"]
    hint: Nobody is to blame for a bad night.
  - words: [insomnia]
    in: [worksheets]
`;

  it('finds each word where it stands, in the text and above it, in any case', () => {
    const text = worksheet(
      { 'title: Wind down': 'title: Lazy nights' },
      "You can't  sleep? Not lazy.\n\nlaziness\n",
    );
    expect(problemsOf({ [SHEET]: text, 'rules.yml': rules })).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:2:8: “Lazy” is not used here
          Nobody is to blame for a bad night.
      content/en/worksheets/wind-down.md:16:5: “can't  sleep” is not used here
          Nobody is to blame for a bad night.
      content/en/worksheets/wind-down.md:16:23: “lazy” is not used here
          Nobody is to blame for a bad night."
    `);
  });

  it('holds for the kinds of texts that it names, and never for addresses', () => {
    const body = 'Insomnia has [a page](https://sleep.example/lazy). <!-- lazy -->\n';
    expect(problemsOf({ 'en/guide/a.md': article({}, body), 'rules.yml': rules })).toBe('');
    expect(problemsOf({ [SHEET]: worksheet({}, body), 'rules.yml': rules })).toMatchInlineSnapshot(
      `"content/en/worksheets/wind-down.md:16:1: “Insomnia” is not used here"`,
    );
  });
});

describe('the rule "own-words"', () => {
  const files = {
    'en/worksheets/a.md': worksheet(
      {},
      '::lines[Why?]{#why hint="Write what kept you up, and what you did then."}\n',
    ),
    'en/worksheets/b.md': worksheet(
      {
        'number: 1': 'number: 2',
        'purpose: Find out what helps you to fall asleep.': 'purpose: Look back.',
      },
      'Tonight: “Write what kept you up and what you did then!”\n',
    ),
  };

  it('finds a sentence that two sheets share, whatever its marks', () => {
    expect(problemsOf({ ...files, 'rules.yml': 'own-words: {words: 8}\n' })).toMatchInlineSnapshot(`
      "content/en/worksheets/b.md:16:1: these 8 words in a row stand in content/en/worksheets/a.md:16 too: “write what kept you up and what you”
          Who fills in both would read the same sentence twice. Say it in other words."
    `);
  });

  it('lets them share fewer words than are named', () => {
    expect(problemsOf({ ...files, 'rules.yml': 'own-words: {words: 11}\n' })).toBe('');
  });
});
