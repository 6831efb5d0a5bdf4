import type { TypedFont } from '../pdf-answers/typed-font.ts';
import { BindError } from './packet-order.ts';

/** How a run of words looks. */
export type Look = { size: number; color: Color; isBold?: boolean };

/** Colors of the printed sheet, as red, green and blue. */
export const COLORS = {
  ink: [0x1d, 0x24, 0x30],
  soft: [0x2c, 0x33, 0x3e],
  accent: [0x1f, 0x5a, 0x5e],
  rule: [0x43, 0x4a, 0x55],
  seam: [0xa8, 0x7c, 0x1f],
} as const;

/** One of the colors of the printed sheet. */
export type Color = keyof typeof COLORS;

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

/**
 * Bold letters are the same with a line around them: of the fonts in a sheet only the one to type in
 * stands there whole, and it has one weight. The line is as thick as the stems have to grow, in em;
 * letters stand apart by as much as they grow.
 */
export const BOLD_EM = 0.036;
const BOLD_APART_EM = 0.02;

/** Between the letters of a run, in pt. */
export function apartOf({ size, isBold }: Look): number {
  return isBold ? size * BOLD_APART_EM : 0;
}

/** The letters of a text that the font has not, each once. */
export function listStrange(text: string, font: TypedFont): string[] {
  const letters = [...text.normalize('NFC')];
  return [...new Set(letters.filter((letter) => font.codeOf(letter) === undefined))];
}

/** A text in the codes of the font. */
export function toCodes(text: string, font: TypedFont): number[] {
  return [...text.normalize('NFC')].map((letter) => {
    const code = font.codeOf(letter);
    if (code === undefined) throw new BindError(`expected a font with the letter "${letter}"`);
    return code;
  });
}

/** How wide a text is in pt. */
export function widthOf(text: string, font: TypedFont, look: Look): number {
  const codes = toCodes(text, font);
  const units = codes.reduce((sum, code) => sum + font.widthOf(code), 0);
  return (units * look.size) / 1000 + codes.length * apartOf(look);
}

/** A text in lines of at most this width; a word that is wider has a line of its own. */
export function wrap(text: string, font: TypedFont, look: Look, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer, font, look) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The two sizes that pages are set in, in pt: text, notes to it, and the line at the head. */
export const SIZES = {
  standard: { text: 12, note: 10, head: 9.5 },
  large: { text: 18, note: 15, head: 14 },
} as const;

/** The sizes of one print. */
export type Sizes = (typeof SIZES)[keyof typeof SIZES];

/** Half the height of a capital, in em: capitals stand in the middle of their line. */
const HALF_CAPITAL_EM = 0.334;

/** How far below the top of a line its letters stand, in pt. */
export function baselineOf(size: number, leading: number): number {
  return size * (leading / 2 + HALF_CAPITAL_EM);
}
