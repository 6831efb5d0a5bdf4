import { describe, expect, it } from 'vitest';
import type { ChecklistField, RoomType, TableCell, TableField } from '../../scripts/model/field.ts';
import { boxWidthsFor, columnsFor } from '../../scripts/sheet/columns.ts';

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

/** A table with the given heads, and one row: a word, or what there is room for. */
function table(...cells: [head: string, cell: { words: string } | RoomType][]): TableField {
  const row = cells.map(([head, cell], at): TableCell => {
    if (typeof cell !== 'string') return { kind: 'text', label: cell.words, html: cell.words };
    return { kind: 'room', name: `1-${at + 1}`, label: head, type: cell };
  });
  const columns = cells.map(([head]) => ({ label: head, html: head }));
  const words = { id: 'week', label: 'Week', labelHtml: 'Week' };
  return { kind: 'table', line: 1, column: 1, ...words, columns, rows: [row] };
}

describe('the columns of a table', () => {
  it('are narrow where there are boxes alone, and share the rest', () => {
    const week = table(
      ['What', { words: 'tea' }],
      ['Done', 'tick'],
      ['Min', 'number'],
      ['', 'text'],
    );
    expect(boxWidthsFor(week, 'standard')).toEqual([undefined, 14, 20, undefined]);
    expect(boxWidthsFor(week, 'large')).toEqual([undefined, 18, 24, undefined]);
  });

  it('are narrow where nothing but short signs is printed in them', () => {
    const [first, second] = ['0', '12'].map(
      (words) => table(['Week', { words }], ['Date', 'text']).rows[0] ?? [],
    );
    const weeks = {
      ...table(['Week', 'text'], ['Date', 'text']),
      rows: [first ?? [], second ?? []],
    };
    expect(boxWidthsFor(weeks, 'standard')).toEqual([14, undefined]);
    const seasons = {
      ...weeks,
      rows: [...weeks.rows, table(['Week', { words: 'summer' }]).rows[0] ?? []],
    };
    expect(boxWidthsFor(seasons, 'standard')).toEqual([undefined, undefined]);
  });

  it('are as wide as the longest word of their head', () => {
    const week = table(['What', 'text'], ['Done today', 'tick'], ['Disappointments', 'tick']);
    expect(boxWidthsFor(week, 'standard')).toEqual([undefined, 16, 38]);
  });

  it('leave words their room, however many boxes there are', () => {
    const days = Array.from({ length: 12 }, (): [string, RoomType] => ['Mon', 'tick']);
    const widths = boxWidthsFor(table(['What', 'text'], ...days), 'large');
    expect(170 - widths.reduce<number>((sum, width) => sum + (width ?? 0), 0)).toBeGreaterThan(45);
  });

  it('are all of one width where nothing but boxes, or nothing but words, is in them', () => {
    expect(boxWidthsFor(table(['Mon', 'tick'], ['Tue', 'tick']), 'standard')).toEqual([
      undefined,
      undefined,
    ]);
    expect(boxWidthsFor(table(['What', 'text'], ['Why', 'text']), 'large')).toEqual([
      undefined,
      undefined,
    ]);
  });
});
