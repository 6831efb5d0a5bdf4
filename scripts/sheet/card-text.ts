import { CARD_MM } from '../model/cards.ts';
import { type EditionName, type TypeSize, typeSizeOf } from '../model/edition.ts';
import type { FontFace, SheetStyles } from './stylesheet.ts';

/** Sizes in pt, of which the words of the cards take the largest that the fullest card has room for. */
const SIZES_PT: Record<TypeSize, readonly number[]> = {
  standard: [20, 17, 14, 12],
  large: [24, 20, 18, 16, 14, 12],
};
/** The font that cards are set in, as the stylesheet has it. */
const FAMILY = 'Atkinson Hyperlegible Next';
const MM_PER_PT = 25.4 / 72;

/** The room for words on a card, and how far apart its lines are; the stylesheet has the same. */
export const CARD_WORDS = { widthMm: CARD_MM.width - 9, heightMm: 42, lineEm: 1.22 };

/** Measures a word in em. */
export type Measure = (text: string) => number;

/** A measure by the widest of the text fonts, so that bold and slanted words are no longer than it says. */
export function measureBy({ faces }: SheetStyles, isMeant = (_: FontFace) => true): Measure {
  const text = faces.filter((face) => face.family === FAMILY && isMeant(face));
  const known = new Map<string, number>();
  const widest = (character: string): number => {
    const code = character.codePointAt(0) ?? 0;
    const fitting = text.filter(
      ({ glyphs, ranges }) =>
        glyphs.has(code) && ranges.some(([from, to]) => code >= from && code <= to),
    );
    return fitting.length > 0 ? Math.max(...fitting.map((face) => face.advanceEm(code))) : 1;
  };
  return (word) =>
    [...word].reduce((sum, character) => {
      const em = known.get(character) ?? widest(character);
      known.set(character, em);
      return sum + em;
    }, 0);
}

/** Lines that words take when each line is filled as the browser does; a word too long is broken. */
export function countLines(words: string, widthEm: number, measure: Measure): number {
  const space = measure(' ');
  let lines = 1;
  let used = 0;
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const width = measure(word);
    const start = used === 0 ? 0 : used + space;
    if (start + width <= widthEm) {
      used = start + width;
      continue;
    }
    if (used > 0) lines++;
    used = 0;
    for (const character of word) {
      const em = measure(character);
      if (used + em > widthEm) lines++;
      used = used + em > widthEm ? em : used + em;
    }
  }
  return lines;
}

/**
 * The size in pt for one side of all cards: one size for all of them, for they are one set, and
 * never so large that the words of one would not fit.
 */
export function cardSizePt(
  words: readonly string[],
  edition: EditionName,
  measure: Measure,
): number {
  const { widthMm, heightMm, lineEm } = CARD_WORDS;
  const fits = (sizePt: number) =>
    words.every((text) => {
      const lines = countLines(text, widthMm / (sizePt * MM_PER_PT), measure);
      return lines * lineEm * sizePt * MM_PER_PT <= heightMm;
    });
  const sizes = SIZES_PT[typeSizeOf(edition)];
  return sizes.find(fits) ?? sizes.at(-1) ?? 12;
}
