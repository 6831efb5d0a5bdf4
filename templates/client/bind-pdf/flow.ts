import type { PDFRef } from '@cantoo/pdf-lib';
import type { TypedFont } from '../pdf-answers/typed-font.ts';
import type { PageWriter } from './page-writer.ts';
import { baselineOf, type Look, widthOf, wrap } from './set-type.ts';

/** A paragraph: its tag and words, how they look, and the room they have. */
export type Paragraph = Look & {
  role: string;
  text: string;
  /** Height of a line in em. */
  leading: number;
  /** Room in pt. */
  width: number;
  /** From the left of the live area, in pt. */
  left?: number;
  isCentered?: boolean;
};

/** How high a paragraph is, in pt. */
export function heightOf(paragraph: Paragraph, font: TypedFont): number {
  const { text, size, leading, width } = paragraph;
  return wrap(text, font, paragraph, width).length * size * leading;
}

/** Sets a paragraph with its top at `y`, below an element. Gives where it ends. */
export function setParagraph(
  writer: PageWriter,
  parent: PDFRef,
  font: TypedFont,
  paragraph: Paragraph,
  y: number,
): number {
  const { role, text, size, leading, width, left = 0, isCentered } = paragraph;
  const lines = wrap(text, font, paragraph, width);
  const element = writer.element(role, parent);
  for (const [index, line] of lines.entries()) {
    const free = isCentered ? (width - widthOf(line, font, paragraph)) / 2 : 0;
    const base = y + index * size * leading + baselineOf(size, leading);
    // The space keeps the last word of a line apart from the first of the next when it is read.
    const words = index < lines.length - 1 ? `${line} ` : line;
    writer.text(element, role, words, paragraph, left + free, base);
  }
  return y + lines.length * size * leading;
}
