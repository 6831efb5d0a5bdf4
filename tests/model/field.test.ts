import { describe, expect, it } from 'vitest';
import type { ChecklistField, Field, TableField } from '../../scripts/model/field.ts';
import { fieldNames, withInnerFields } from '../../scripts/model/field-names.ts';

const base = { id: 'night', label: 'Night', labelHtml: 'Night', line: 1, column: 1 };

const checklist: ChecklistField = {
  ...base,
  kind: 'checklist',
  items: [
    { id: 'tea', label: 'Tea', html: 'Tea' },
    { id: 'a-walk', label: 'A walk', html: 'A walk' },
  ],
  other: false,
};

const text = { kind: 'text', html: 'Monday', label: 'Monday' } as const;
const example = { kind: 'example', html: '<em>six</em>', label: 'six' } as const;
const room = (name: string) => ({ kind: 'room', name, label: name, type: 'text' }) as const;
const table: TableField = {
  ...base,
  kind: 'table',
  columns: [
    { label: 'Day', html: 'Day' },
    { label: 'Hours', html: 'Hours' },
  ],
  rows: [
    [text, example],
    [text, room('2-2')],
    [room('3-1'), room('3-2')],
  ],
};

describe('the names that a field has in a PDF', () => {
  it('is one for ruled lines, a scale and a blank: the id', () => {
    const fields: Field[] = [
      { ...base, kind: 'lines', rows: 4 },
      { ...base, kind: 'scale', from: 0, to: 10 },
      { ...base, kind: 'blank', widthMm: 60 },
    ];
    expect(fields.map(fieldNames)).toEqual([['night'], ['night'], ['night']]);
  });

  it('is one for each row of a checklist', () => {
    expect(fieldNames(checklist)).toEqual(['night-tea', 'night-a-walk']);
  });

  it('is two more for an own word: its box and its line', () => {
    expect(fieldNames({ ...checklist, other: true })).toEqual([
      'night-tea',
      'night-a-walk',
      'night-other',
      'night-other-words',
    ]);
  });

  it('is one for a box and for a choice, and one more for the own words of a choice', () => {
    const choice: Field = { ...base, kind: 'choice', items: checklist.items, other: false };
    expect(fieldNames({ ...base, kind: 'box', heightMm: 50 })).toEqual(['night']);
    expect(fieldNames(choice)).toEqual(['night']);
    expect(fieldNames({ ...choice, other: true })).toEqual(['night', 'night-other-words']);
  });

  it('is one for each empty cell of a table, and none for what is printed', () => {
    expect(fieldNames(table)).toEqual(['night-2-2', 'night-3-1', 'night-3-2']);
  });

  it('is one for each side of a pair, in each of its rows', () => {
    const pair: Field = { ...base, kind: 'pair', rows: 5, a: 'A', b: 'B', items: [] };
    expect(fieldNames(pair)).toEqual(['night-a', 'night-b']);
    expect(fieldNames({ ...pair, items: checklist.items })).toEqual([
      'night-tea-a',
      'night-tea-b',
      'night-a-walk-a',
      'night-a-walk-b',
    ]);
  });

  it('is a signature and a date for each who signs an agreement, beside those of its blanks', () => {
    const blank: Field = { ...base, id: 'time', kind: 'blank', widthMm: 40 };
    const parts = [{ html: '<p>At ' }, { field: blank }, { html: '.</p>' }];
    const agreement: Field = { ...base, kind: 'agreement', a: 'A', b: 'B', parts };
    expect(withInnerFields(agreement).flatMap(fieldNames)).toEqual([
      'time',
      'night-sign-a',
      'night-date-a',
      'night-sign-b',
      'night-date-b',
    ]);
  });

  it('is one for each row and day of a tracker, and one for each line of own words', () => {
    const days = [{ head: '1' }, { head: '2' }];
    const [tea] = checklist.items;
    const items = tea ? [tea] : [];
    const tracker: Field = { ...base, kind: 'tracker', items, own: 1, days, weeks: 2 };
    expect(fieldNames(tracker)).toEqual([
      'night-tea-w1-d1',
      'night-tea-w1-d2',
      'night-own1',
      'night-own1-w1-d1',
      'night-own1-w1-d2',
      'night-tea-w2-d1',
      'night-tea-w2-d2',
      'night-own1-w2',
      'night-own1-w2-d1',
      'night-own1-w2-d2',
    ]);
  });

  it('is one for each segment of a wheel', () => {
    const wheel: Field = { ...base, kind: 'wheel', from: 0, to: 10, items: checklist.items };
    expect(fieldNames(wheel)).toEqual(['night-tea', 'night-a-walk']);
  });

  it('is one for each side of a card with room, leaf by leaf, the fronts before the backs', () => {
    const [tea, walk] = checklist.items;
    if (!tea || !walk) throw new Error('the list above has two items');
    const back = { label: 'Warm', html: 'Warm' };
    const items = [{ ...tea, back }, walk];
    const cards: Field = { ...base, kind: 'cards', items, own: 8 };
    const own = (from: number, to: number, end = '') =>
      Array.from({ length: to - from + 1 }, (_, at) => `night-own${from + at}${end}`);
    expect(fieldNames(cards)).toEqual([
      ...own(1, 6),
      'night-a-walk-back',
      ...own(1, 6, '-back'),
      ...own(7, 8),
      ...own(7, 8, '-back'),
    ]);
    expect(fieldNames({ ...cards, own: 1, back: 'Well done.' })).toEqual(['night-own1']);
  });

  it('is one for each step of a cycle', () => {
    const cycle: Field = { ...base, kind: 'cycle', rows: 2, items: checklist.items };
    expect(fieldNames(cycle)).toEqual(['night-tea', 'night-a-walk']);
  });

  it('is a when and a what for each point of a timeline, and those without words are counted', () => {
    const { items } = checklist;
    expect(fieldNames({ ...base, kind: 'timeline', rows: 2, items, own: 2 })).toEqual([
      'night-tea-when',
      'night-tea',
      'night-a-walk-when',
      'night-a-walk',
      'night-point1-when',
      'night-point1',
      'night-point2-when',
      'night-point2',
    ]);
  });

  it('is a box for each step of a ladder from the bottom up, and a line before it for own words', () => {
    expect(fieldNames({ ...base, kind: 'ladder', items: checklist.items, own: 1 })).toEqual([
      'night-tea-done',
      'night-a-walk-done',
      'night-own1',
      'night-own1-done',
    ]);
  });

  it('is one for each item of a matching, and none for its answers', () => {
    const answers = [{ letter: 'A', label: 'hot', html: 'hot' }];
    const columns = [base, base].map(({ label }) => ({ label, html: label }));
    const { items } = checklist;
    const matching: Field = { ...base, kind: 'matching', columns, items, answers };
    expect(fieldNames(matching)).toEqual(['night-tea', 'night-a-walk']);
  });

  it('never holds a full stop, which would make a tree of names', () => {
    expect([checklist, table].flatMap(fieldNames).join()).not.toContain('.');
  });
});
