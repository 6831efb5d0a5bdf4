import { describe, expect, it } from 'vitest';
import type { ChecklistField } from '../../scripts/model/field.ts';
import { columnsFor } from '../../scripts/sheet/columns.ts';

/** A checklist with the given rows. */
function checklist(...labels: string[]): ChecklistField {
  return {
    kind: 'checklist',
    line: 1,
    column: 1,
    id: 'list',
    label: 'What?',
    labelHtml: 'What?',
    items: labels.map((label, at) => ({ id: `item-${at}`, label, html: label })),
    other: false,
  };
}

describe('the columns of a checklist', () => {
  it('are four at most, when there are many short words', () => {
    expect(columnsFor(checklist(...Array(12).fill('sad')), 'standard')).toBe(4);
  });

  it('are fewer in large print', () => {
    const words = checklist(...Array(12).fill('disappointed'));
    expect([columnsFor(words, 'standard'), columnsFor(words, 'large')]).toEqual([4, 2]);
  });

  it('are one when a row is a sentence, however short the others are', () => {
    const sentence = 'We agreed on a time, and I came an hour later without a word.';
    const rows = checklist('sad', 'angry', 'lonely', sentence);
    expect([columnsFor(rows, 'standard'), columnsFor(rows, 'large')]).toEqual([1, 1]);
  });

  it('have two rows at least, unless all fit in one line', () => {
    const columns = [1, 2, 3, 4, 5, 6, 7].map((count) =>
      columnsFor(checklist(...Array(count).fill('sad')), 'standard'),
    );
    expect(columns).toEqual([1, 2, 3, 4, 3, 3, 4]);
  });

  it('are one when there is no row yet', () => {
    expect(columnsFor(checklist(), 'standard')).toBe(1);
  });
});
