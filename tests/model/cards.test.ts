import { describe, expect, it } from 'vitest';
import { drawCutMarks, toCardLeaves, toCards } from '../../scripts/model/cards.ts';
import type { CardsField } from '../../scripts/model/field.ts';

const base = { id: 'calm', label: 'Calm', labelHtml: 'Calm', line: 1, column: 1 };
const tea = { id: 'tea', label: 'Tea', html: 'Tea' };
const cards: CardsField = { ...base, kind: 'cards', items: [tea], own: 0 };

const countsOf = (field: CardsField) => toCardLeaves(field).map(({ length }) => length);
/** Where the crosses of so many cards stand, as "x y" in mm. */
const crossesOf = (count: number) =>
  [...drawCutMarks(count).matchAll(/M(-?\d+) (-?\d+)h6/g)].map(
    ([, x, y]) => `${Number(x) + 3} ${y}`,
  );

describe('the back of a card', () => {
  it('is its own, else that of all cards, else room', () => {
    const back = { label: 'Hot', html: '<em>Hot</em>' };
    const own = { ...cards, items: [{ ...tea, back }], back: 'Take a cup.', own: 1 };
    expect(toCards(own).map((card) => card.back)).toEqual([
      { kind: 'words', ...back },
      { kind: 'words', label: 'Take a cup.' },
    ]);
    expect(toCards({ ...cards, own: 1 }).map((card) => card.back)).toEqual([
      { kind: 'room', name: 'calm-tea-back' },
      { kind: 'room', name: 'calm-own1-back' },
    ]);
  });
});

describe('cards', () => {
  it('are numbered through, those for own words last', () => {
    const all = toCards({ ...cards, own: 2 });
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(all.map(({ front }) => front.kind)).toEqual(['words', 'room', 'room']);
  });

  it('lie eight on a leaf', () => {
    const items = Array.from({ length: 16 }, (_, at) => ({ ...tea, id: `tea-${at}` }));
    expect(countsOf(cards)).toEqual([1]);
    expect(countsOf({ ...cards, own: 7 })).toEqual([8]);
    expect(countsOf({ ...cards, own: 8 })).toEqual([8, 1]);
    expect(countsOf({ ...cards, items, own: 8 })).toEqual([8, 8, 8]);
  });
});

describe('the marks to cut along', () => {
  it('stand at the four corners of one card', () => {
    expect(crossesOf(1)).toEqual(['0 0', '0 56', '82 0', '82 56']);
  });

  it('stand at every corner of eight cards, once', () => {
    expect(crossesOf(8)).toHaveLength(15);
    expect(new Set(crossesOf(8)).size).toBe(15);
  });

  it('stand at the corners of three cards and where no fourth is cut', () => {
    expect(crossesOf(3)).toEqual([
      '0 0',
      '0 56',
      '82 0',
      '82 56',
      '164 0',
      '164 56',
      '0 112',
      '82 112',
    ]);
  });

  it('reach as far to all four sides', () => {
    expect(drawCutMarks(1)).toContain('M-3 0h6M0 -3v6');
  });
});
