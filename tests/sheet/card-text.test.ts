import { beforeAll, describe, expect, it } from 'vitest';
import { cardSizePt, countLines, type Measure, measureBy } from '../../scripts/sheet/card-text.ts';
import { renderSheet } from '../../scripts/sheet/render-sheet.ts';
import { loadSheetStyles } from '../../scripts/sheet/stylesheet.ts';
import { toSheet, usePress } from '../pdf/press.ts';

const own = usePress();
const MM_PER_PX = 25.4 / 96;
/** The most that a side of a card may hold. */
const LONGEST = 120;

/** Sides of 120 letters, from the ordinary to what nobody would write. */
const FULLEST: [what: string, words: string][] = [
  [
    'a sentence',
    'When the day was long and nothing went as it was meant to go, sit down, breathe out slowly, and begin again at the start',
  ],
  [
    'a sentence of wide letters',
    'Whenever we women meet on Monday mornings, somebody warm from among my community would welcome me home with a warm meal',
  ],
  [
    'long German words',
    'Wenn ich abends nach Hause komme, wünsche ich mir Aufmerksamkeit, Verlässlichkeit und eine wohlwollende Rückversicherung',
  ],
  [
    'capitals',
    'WHENEVER WE MEET ON MONDAY MORNINGS, SOMEBODY WARM FROM AMONG MY COMMUNITY WOULD WELCOME ME WITH A WARM MEAL',
  ],
  [
    'bold words',
    '**Whenever we women meet on Monday mornings, somebody warm from among my community would welcome me home with a meal**',
  ],
  [
    'words that break badly',
    'understanding whatsoever neighborhood nevertheless acknowledgment straightforward extraordinary communication throughout',
  ],
  ['one word', 'm'.repeat(LONGEST)],
  ['the widest letter', 'W'.repeat(LONGEST)],
];

let measure: Measure;

beforeAll(async () => {
  measure = measureBy(await loadSheetStyles());
});

describe('the lines that words take', () => {
  /** Each letter as wide as the line is high. */
  const square: Measure = (text) => text.length;

  it('are filled with whole words', () => {
    expect(countLines('one two', 7, square)).toBe(1);
    expect(countLines('one two', 6, square)).toBe(2);
    expect(countLines('one two three', 7, square)).toBe(2);
  });

  it('hold a word that is too long in pieces, on lines of its own', () => {
    expect(countLines('abcdefgh', 3, square)).toBe(3);
    expect(countLines('a bcdefgh', 3, square)).toBe(4);
    expect(countLines('abcd efg', 3, square)).toBe(3);
  });

  it('is one for no words', () => {
    expect(countLines('', 3, square)).toBe(1);
  });
});

describe('the size of the words on cards', () => {
  it('is large for few words, and one for all cards', () => {
    expect(cardSizePt(['Pause'], 'standard', measure)).toBe(20);
    expect(cardSizePt(['Pause'], 'large', measure)).toBe(24);
    const [, sentence = ''] = FULLEST[0] ?? [];
    const both = cardSizePt(['Pause', sentence], 'standard', measure);
    expect(both).toBe(cardSizePt([sentence], 'standard', measure));
    expect(both).toBeLessThan(20);
  });

  it('is 18 points in large print with 90 letters, and 16 with as many as there may be', () => {
    for (const [, words] of FULLEST.slice(0, 3)) {
      expect(words.length).toBeGreaterThanOrEqual(LONGEST - 2);
      expect(cardSizePt([words.slice(0, 90)], 'large', measure)).toBeGreaterThanOrEqual(18);
      expect(cardSizePt([words], 'large', measure)).toBeGreaterThanOrEqual(16);
      expect(cardSizePt([words], 'standard', measure)).toBeGreaterThanOrEqual(14);
    }
  });

  it('is the largest there is where no card has words', () => {
    expect(cardSizePt([], 'standard', measure)).toBe(20);
  });
});

type Box = { left: number; right: number; top: number; bottom: number };
type Measured = { side: string; card: Box; words: Box; number: Box };

/** Where the browser puts the words of each card, in mm. */
async function measureCards(markdown: string, edition: 'standard' | 'large'): Promise<Measured[]> {
  const place = await toSheet(markdown, { pages: '{standard: 9, large: 9}' });
  const { html } = renderSheet({ ...place, edition, styles: own.press.styles });
  const page = await own.press.browser.newPage();
  try {
    await page.emulateMediaType('print');
    await page.setViewport({ width: Math.round(170 / MM_PER_PX), height: 900 });
    await page.setContent(html);
    return await page.$$eval('.card', (cards) => {
      const mm = 25.4 / 96;
      const boxOf = (rect: DOMRect) => ({
        left: rect.left * mm,
        right: rect.right * mm,
        top: rect.top * mm,
        bottom: rect.bottom * mm,
      });
      return cards.map((card) => {
        // The lines themselves, for the box around them is as wide as the card.
        const lines = document.createRange();
        const words = card.querySelector('.card__words');
        const number = card.querySelector('.card__number');
        if (!words || !number) throw new Error('a card has words and a number');
        lines.selectNodeContents(words);
        const inked = document.createRange();
        inked.selectNodeContents(number);
        return {
          side: card.closest('.leaf--back') ? 'back' : 'front',
          card: boxOf(card.getBoundingClientRect()),
          words: boxOf(lines.getBoundingClientRect()),
          number: boxOf(inked.getBoundingClientRect()),
        };
      });
    });
  } finally {
    await page.close();
  }
}

describe.each(['standard', 'large'] as const)('a card in the %s edition', (edition) => {
  it.each(FULLEST)('holds %s, with a margin all round, on both sides', async (_, words) => {
    const cards = await measureCards(`:::cards[Calm]\n- ${words}\n  - ${words}\n:::`, edition);
    expect(cards.map(({ side }) => side)).toEqual(['front', 'back']);
    for (const { card, words, number } of cards) {
      expect(card.bottom - card.top).toBeCloseTo(56, 1);
      expect(card.right - card.left).toBeCloseTo(82, 1);
      expect(words.left - card.left).toBeGreaterThan(4.4);
      expect(card.right - words.right).toBeGreaterThan(4.4);
      expect(words.top - card.top).toBeGreaterThan(3);
      // A line of words has some air below it, and so has the number above it.
      expect(number.top - words.bottom).toBeGreaterThan(-0.5);
      expect(card.bottom - number.bottom).toBeGreaterThan(2.5);
    }
  });

  it('has few words in its middle, both ways', async () => {
    const cards = await measureCards(':::cards[Calm]{back="Breathe"}\n- A pause\n:::', edition);
    for (const { card, words } of cards) {
      expect(words.left - card.left - (card.right - words.right)).toBeCloseTo(0, 0);
      expect(words.top - card.top - (card.bottom - words.bottom)).toBeCloseTo(0, 0);
    }
  });
});
