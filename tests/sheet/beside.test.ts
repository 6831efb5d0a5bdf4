import { describe, expect, it } from 'vitest';
import type { MatchingField } from '../../scripts/model/field.ts';
import { standsBeside } from '../../scripts/sheet/beside.ts';

/** A matching of so many rows, each with words of so many letters on both sides. */
function matching(rows: number, letters: number, hint?: string): MatchingField {
  const words = 'some of it '.repeat(6).slice(0, letters);
  const all = Array.from({ length: rows }, (_, at) => ({ label: words, html: words, at }));
  const heads = ['This', 'That'].map((label) => ({ label, html: label }));
  return {
    kind: 'matching',
    line: 1,
    column: 1,
    id: 'which',
    label: 'Which?',
    labelHtml: 'Which?',
    hint,
    columns: heads,
    items: all.map(({ label, html, at }) => ({ id: `item-${at}`, label, html })),
    answers: all.map(({ label, html, at }) => ({
      letter: String.fromCharCode(65 + at),
      label,
      html,
    })),
  };
}

describe('the columns of a matching', () => {
  it('stand side by side in standard print, however much is in them', () => {
    expect(standsBeside(matching(10, 60, 'A hint of some length. '.repeat(8)), 'standard')).toBe(
      true,
    );
  });

  it('stand side by side in large print while a page can hold them', () => {
    expect(standsBeside(matching(10, 15), 'large')).toBe(true);
    expect(standsBeside(matching(5, 60), 'large')).toBe(true);
  });

  it('stand one below the other in large print where a page could not hold them', () => {
    expect(standsBeside(matching(10, 60), 'large')).toBe(false);
  });

  it('count the words above them too', () => {
    const hint = 'A hint that goes on for very long, and then for longer than that. ';
    expect(
      [matching(6, 45), matching(6, 45, hint.repeat(12))].map((it) => standsBeside(it, 'large')),
    ).toEqual([true, false]);
  });

  it('count a word that is longer than its line as more than one line', () => {
    const long = matching(10, 1);
    const answers = long.answers.map((answer) => ({ ...answer, label: 'W'.repeat(60) }));
    expect(standsBeside({ ...long, answers }, 'large')).toBe(false);
  });
});
