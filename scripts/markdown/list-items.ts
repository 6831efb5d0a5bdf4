import type { Token } from 'markdown-it';
import type { FieldItem } from '../model/field.ts';
import { slugify } from '../model/text.ts';
import type { FieldSource } from './field-rule.ts';

/** Longest id made from an item's words; PDF field names stay readable. */
const LONGEST_ITEM_ID = 32;

/** What a kind makes of the list between its fences. */
export type ListWish = {
  /** What each line of the list becomes: "box", "row". */
  each: string;
  /** Ids that no item may take. */
  reserved?: readonly string[];
  /** The fewest and the most items, where there are limits. */
  least?: number;
  most?: number;
  /** The most letters of an item, where there is a limit. */
  longest?: number;
  /** Endings that make further names of an item's id; no two names may be alike. */
  endings?: readonly string[];
};

/** What is named by an id: itself, and the same with each of the endings. */
const namesOf = (id: string, endings: readonly string[]) => [
  id,
  ...endings.map((ending) => `${id}-${ending}`),
];

/** An id made of words that none of `taken` has; it is taken from then on, also with the endings. */
export function uniqueId(
  text: string,
  taken: Set<string>,
  fallback: string,
  endings: readonly string[] = [],
): string {
  const words = slugify(text).slice(0, LONGEST_ITEM_ID).replace(/-+$/, '') || fallback;
  let id = words;
  for (let count = 2; namesOf(id, endings).some((name) => taken.has(name)); count++) {
    id = `${words}-${count}`;
  }
  for (const name of namesOf(id, endings)) taken.add(name);
  return id;
}

/** The one inline token of each list item, or the token that does not fit. */
function listItems(inner: Token[]): { items: Token[] } | { misfit: Token | undefined } {
  const last = inner.at(-1);
  if (inner[0]?.type !== 'bullet_list_open') return { misfit: inner[0] };
  if (last?.type !== 'bullet_list_close') return { misfit: last };
  const fits = new Set([
    'list_item_open',
    'paragraph_open',
    'inline',
    'paragraph_close',
    'list_item_close',
  ]);
  const misfit = inner.slice(1, -1).find((token) => !fits.has(token.type));
  if (misfit) return { misfit };
  const items = inner.filter((token) => token.type === 'inline');
  const count = inner.filter((token) => token.type === 'list_item_open').length;
  return items.length === count ? { items } : { misfit: inner[0] };
}

/** Says that a list is too short or too long, at the first line that should be more or is too many. */
function checkLength(source: FieldSource, items: Token[], wish: ListWish): void {
  const { least = 1, most = Number.MAX_SAFE_INTEGER, each } = wish;
  if (items.length >= least && items.length <= most) return;
  const { name } = source.directive;
  const limits = wish.most === undefined ? `at least ${least}` : `from ${least} to ${most}`;
  const message = `a ${name} has ${limits} lines, found ${items.length}`;
  const hint = `Write one "- " line for each ${each}.`;
  source.reportInside(items[Math.min(most, items.length - 1)], message, hint);
}

/** Reports what cannot be the words of an item. */
function checkWords(source: FieldSource, token: Token, text: string, wish: ListWish): void {
  const { each, longest = Number.MAX_SAFE_INTEGER } = wish;
  if (/^\[[ xX]?\]/.test(text)) {
    source.reportInside(token, 'the box is drawn for you', 'Write the words alone after "- ".');
  }
  if (text.length > longest) {
    const message = `a ${each} has at most ${longest} letters, found ${text.length}`;
    source.reportInside(token, message, 'Say it in fewer words.');
  }
}

/** Reads the one plain list that stands between the fences; what does not fit is reported. */
export function readItems(source: FieldSource, wish: ListWish): FieldItem[] {
  const { name } = source.directive;
  const found = listItems(source.inner);
  if ('misfit' in found) {
    const hint = `Write one "- " line for each ${wish.each}, nothing else, between the ::: lines.`;
    source.reportInside(found.misfit, `a ${name} holds one plain list`, hint);
    return [];
  }
  checkLength(source, found.items, wish);
  const { reserved = [], endings = [] } = wish;
  const taken = new Set(reserved.flatMap((id) => namesOf(id, endings)));
  return found.items.map((token) => {
    const { html, text } = source.renderInline(token);
    checkWords(source, token, text, wish);
    return { id: uniqueId(text, taken, 'item', endings), label: text, html };
  });
}
