import type { CardItem, CardsField } from './field.ts';

/** One card as it is cut out, in mm. */
export const CARD_MM = { width: 82, height: 56 };
/** Cards on one side of a leaf. */
export const CARD_COLUMNS = 2;
/** Rows of cards on one side of a leaf. */
export const CARD_ROWS = 4;
/** How far a mark reaches from the corner where two cuts meet, in mm. */
export const CUT_MARK_MM = 3;

/** Ruled lines on a side with room. */
export const CARD_LINES = 4;

/** One side of a card: printed words, plain where there is no HTML, or room under a field's name. */
export type CardSide =
  | { kind: 'words'; label: string; html?: string }
  | { kind: 'room'; name: string };

/** A card; its number says which back belongs to which front. */
export type Card = { number: number; front: CardSide; back: CardSide };

function toBack(field: CardsField, stem: string, item?: CardItem): CardSide {
  if (item?.back) return { kind: 'words', ...item.back };
  if (field.back !== undefined) return { kind: 'words', label: field.back };
  return { kind: 'room', name: `${stem}-back` };
}

/** All cards of a field: those with words, then those for own words. */
export function toCards(field: CardsField): Card[] {
  const written = field.items.map((item, index): Card => {
    const front = { kind: 'words', label: item.label, html: item.html } as const;
    return { number: index + 1, front, back: toBack(field, `${field.id}-${item.id}`, item) };
  });
  const own = Array.from({ length: field.own }, (_, index): Card => {
    const name = `${field.id}-own${index + 1}`;
    const number = field.items.length + index + 1;
    return { number, front: { kind: 'room', name }, back: toBack(field, name) };
  });
  return [...written, ...own];
}

/** The cards leaf by leaf: the fronts of one leaf are printed, then their backs, then the next leaf. */
export function toCardLeaves(field: CardsField): Card[][] {
  const cards = toCards(field);
  const onLeaf = CARD_COLUMNS * CARD_ROWS;
  return Array.from({ length: Math.ceil(cards.length / onLeaf) }, (_, leaf) =>
    cards.slice(leaf * onLeaf, (leaf + 1) * onLeaf),
  );
}

/** Crosses at every corner of so many cards, as one path in mm from the corner of the first. */
export function drawCutMarks(count: number): string {
  const corners = new Set<string>();
  for (let card = 0; card < count; card++) {
    const [column, row] = [card % CARD_COLUMNS, Math.floor(card / CARD_COLUMNS)];
    for (const x of [column, column + 1])
      for (const y of [row, row + 1]) corners.add(`${x * CARD_MM.width} ${y * CARD_MM.height}`);
  }
  return [...corners]
    .map((corner) => corner.split(' ').map(Number))
    .map(([x = 0, y = 0]) => {
      const arms = `h${2 * CUT_MARK_MM}M${x} ${y - CUT_MARK_MM}v${2 * CUT_MARK_MM}`;
      return `M${x - CUT_MARK_MM} ${y}${arms}`;
    })
    .join('');
}
