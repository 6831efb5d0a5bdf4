import type { Token } from 'markdown-it';
import type { CardItem, CardsField } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { uniqueId } from '../list-items.ts';

/** Three leaves of eight; more is a box of cards and no sheet. */
const MOST_CARDS = 24;
const MOST_OWN = 8;
/** What a card holds in large print. */
const LONGEST = 120;

const ownIds = Array.from({ length: MOST_OWN }, (_, index) => `own${index + 1}`);
const LIST_HINT =
  'Write "- " and the front of a card, below it "  - " and its back, nothing else between the ::: lines.';

/** A line of the list with the line that stands below it; as tokens. */
type Line = { open: Token; front?: Token; back?: Token; backs: number };

/** Adds a token of the list, at its depth, to the lines so far; says what is wrong with it, if anything. */
function addToken(lines: Line[], token: Token, depth: number): string | undefined {
  const line = lines.at(-1);
  // Markdown takes a lone "-" below words for the line under a heading.
  const isLoneDash = token.type === 'heading_open' && token.markup === '-';
  if (isLoneDash && line) return 'the back of this card has no words';
  const misfit = 'cards are one plain list';
  if (token.type === 'list_item_open' && depth === 1) {
    lines.push({ open: token, backs: 0 });
  } else if (token.type === 'list_item_open' && line) {
    line.backs++;
    if (line.backs > 1) return 'a card has one back, and this would be another';
  } else if (token.type === 'inline' && line) {
    const side = depth === 1 ? 'front' : 'back';
    if (line[side] || (depth === 1 && line.backs > 0)) return misfit;
    line[side] = token;
  } else if (!/^(paragraph_(open|close)|list_item_close)$/.test(token.type)) return misfit;
  return undefined;
}

/** The fronts and backs of the one list that stands between the fences; what does not fit is reported. */
function readLines({ inner, reportInside }: FieldSource): Line[] {
  const lines: Line[] = [];
  let depth = 0;
  for (const [index, token] of inner.entries()) {
    let fault: string | undefined;
    if (token.type === 'bullet_list_close') depth--;
    else if (token.type === 'bullet_list_open') {
      depth++;
      if (depth === 1 && index > 0) fault = 'cards are one plain list';
      if (depth > 2) fault = 'nothing stands below the back of a card';
    } else fault = depth === 0 ? 'cards are one plain list' : addToken(lines, token, depth);
    if (!fault) continue;
    reportInside(token, fault, LIST_HINT);
    return [];
  }
  return lines;
}

/** The words of one side; what a card cannot hold is reported. */
function readSide(source: FieldSource, token: Token | undefined, open: Token, side: string) {
  const { html, text } = token ? source.renderInline(token) : { html: '', text: '' };
  const at = token ?? open;
  if (text === '') {
    source.reportInside(at, `the ${side} of this card has no words`, 'Write them after "- ".');
  }
  if (text.length > LONGEST) {
    const message = `the ${side} of a card has at most ${LONGEST} letters, found ${text.length}`;
    source.reportInside(at, message, 'Shorten it, or make two cards of it.');
  }
  if (token?.children?.some(({ type }) => type === 'hardbreak')) {
    const hint = 'Take it out: words are broken where they fit.';
    source.reportInside(at, `the ${side} of a card holds no line break`, hint);
  }
  if (/^\[[ xX]?\]/.test(text)) {
    source.reportInside(at, 'a card has no box to tick', 'Write the words alone after "- ".');
  }
  return { html, label: text };
}

/** The cards with words; there may be none when there are cards for own words. */
function readCards(source: FieldSource, own: number): CardItem[] {
  const { inner, reportInside } = source;
  if (inner.length === 0 && own === 0) {
    const hint = 'Write a "- " line for each card between the ::: lines, or own=4 in the braces.';
    reportInside(undefined, 'there are no cards', hint);
  }
  const lines = readLines(source);
  if (lines.length + own > MOST_CARDS) {
    const first = lines[MOST_CARDS - own]?.open;
    const message = `there are at most ${MOST_CARDS} cards, found ${lines.length + own}`;
    reportInside(first, message, 'Put some of them on a sheet of their own.');
  }
  const taken = new Set(ownIds);
  return lines.map((line) => {
    const front = readSide(source, line.front, line.open, 'front');
    const item = { id: uniqueId(front.label, taken, 'card'), ...front };
    return line.backs === 0
      ? item
      : { ...item, back: readSide(source, line.back, line.open, 'back') };
  });
}

/** The words of every back that has none of its own. */
function readBack({ attributes, report }: FieldSource): string | undefined {
  const back = attributes.text('back')?.trim();
  if (back === undefined) return undefined;
  if (back === '' || back.length > LONGEST) {
    const message = `back: expected from 1 to ${LONGEST} letters, found ${back.length}`;
    report(attributes.offset('back'), message, 'Write back="…".');
  }
  return back;
}

/** `:::cards[Prompt]{#id own=2 back="…"}` with a list inside, of fronts and the backs below them. */
export const cardsRule: FieldRule<CardsField> = {
  kind: 'cards',
  form: 'container',
  toField(source) {
    const own = source.attributes.whole('own', { min: 0, max: MOST_OWN, fallback: 0 });
    return { kind: 'cards', own, back: readBack(source), items: readCards(source, own) };
  },
};
