import { describe, expect, it } from 'vitest';
import { findNearest, hintNearest } from '../../scripts/markdown/nearest.ts';

describe('the nearest right word', () => {
  it('is found for a word with a slip of the finger', () => {
    expect(findNearest('tabel', ['lines', 'table'])).toBe('table');
  });

  it('is found whatever the case', () => {
    expect(findNearest('STOPLINE', ['stopLine', 'steps'])).toBe('stopLine');
  });

  it('is not guessed for a word that looks like none', () => {
    expect(findNearest('drawing', ['lines', 'table'])).toBeUndefined();
  });

  it('is none where nothing is known', () => {
    expect(findNearest('table', [])).toBeUndefined();
  });
});

describe('the hint for an unknown word', () => {
  it('asks whether the nearest word was meant', () => {
    expect(hintNearest('tabel', ['lines', 'table'])).toMatchInlineSnapshot(
      `"Did you mean "table"?"`,
    );
  });

  it('else lists the words that are known', () => {
    expect(hintNearest('drawing', ['lines', 'table'])).toMatchInlineSnapshot(
      `"Known here: lines, table."`,
    );
  });

  it('stops listing after sixteen words', () => {
    const known = Array.from({ length: 17 }, (_, index) => `word-number-${index}`);
    expect(hintNearest('x', known)).toMatch(
      /^Known here: (word-number-\d+, ){15}word-number-15 …$/,
    );
  });

  it('says so where nothing is known', () => {
    expect(hintNearest('drawing', [])).toMatchInlineSnapshot(`"Known here: none."`);
  });
});
