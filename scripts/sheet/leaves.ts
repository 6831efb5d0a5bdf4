import { CARD_LINES, type Card, drawCutMarks, toCardLeaves } from '../model/cards.ts';
import type { Block } from '../model/document.ts';
import type { EditionName } from '../model/edition.ts';
import type { CardsField, Field } from '../model/field.ts';
import type { Position } from '../model/problem.ts';
import { cardSizePt, type Measure, measureBy } from './card-text.ts';
import type { SheetStyles } from './stylesheet.ts';

/** One side of a leaf of cards, a page of its own. */
export type LeafSide = Position & {
  /** "leaf-1", by which it is found again where it was printed. */
  id: string;
  side: 'front' | 'back';
  /** Whether the cards of a field begin here: a first front lies on a page of odd number. */
  isFirst: boolean;
  /** What the cards are called. */
  labelHtml: string;
  cards: readonly Card[];
  /** Ruled lines on a side with room. */
  rows: number;
  /** Size of the words of this side, the same on all cards of the field. */
  sizePt: number;
  /** Where to cut, as the path of a drawing in mm; backs have no marks. */
  marks?: string;
};

function cardsIn(blocks: readonly Block[]): CardsField[] {
  const fields = blocks.flatMap((block): Field[] => {
    if (block.kind === 'field') return [block.field];
    if (block.kind === 'heading') return [];
    return block.parts.flatMap((part) => ('field' in part ? [part.field] : []));
  });
  return fields.filter((field) => field.kind === 'cards');
}

function sidesOf(
  field: CardsField,
  edition: EditionName,
  measure: Measure,
): Omit<LeafSide, 'id'>[] {
  const { line, column, labelHtml } = field;
  const leaves = toCardLeaves(field);
  const sizeOf = (side: 'front' | 'back') => {
    const sides = leaves.flat().map((card) => card[side]);
    const words = sides.flatMap((one) => (one.kind === 'words' ? [one.label] : []));
    return cardSizePt(words, edition, measure);
  };
  const sizes = { front: sizeOf('front'), back: sizeOf('back') };
  return leaves.flatMap((cards, index) => {
    const shared = { line, column, labelHtml, cards, rows: CARD_LINES };
    const marks = drawCutMarks(cards.length);
    const isFirst = index === 0;
    return [
      { ...shared, side: 'front' as const, sizePt: sizes.front, isFirst, marks },
      { ...shared, side: 'back' as const, sizePt: sizes.back, isFirst: false },
    ];
  });
}

/** The leaves of all cards of a sheet, side by side, in the order in which they are printed. */
export function toLeaves(
  blocks: readonly Block[],
  edition: EditionName,
  styles: SheetStyles,
): LeafSide[] {
  const measure = measureBy(styles);
  return cardsIn(blocks)
    .flatMap((field) => sidesOf(field, edition, measure))
    .map((side, index) => ({ ...side, id: `leaf-${index + 1}` }));
}
