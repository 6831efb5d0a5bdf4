import type { Token } from 'markdown-it';
import type { ChecklistField, ChecklistItem } from '../../model/field.ts';
import { OTHER_ITEM_ID } from '../../model/field.ts';
import { slugify } from '../../model/text.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';

/** Longest id made from an item's words; PDF field names stay readable. */
const LONGEST_ITEM_ID = 32;

function uniqueItemId(text: string, taken: Set<string>): string {
  const words = slugify(text).slice(0, LONGEST_ITEM_ID).replace(/-+$/, '') || 'item';
  let id = words;
  for (let count = 2; taken.has(id); count++) id = `${words}-${count}`;
  taken.add(id);
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

function toItems(source: FieldSource): ChecklistItem[] {
  const found = listItems(source.inner);
  if ('misfit' in found) {
    const hint = 'Write one "- " line for each box, nothing else, between the ::: lines.';
    source.reportInside(found.misfit, 'a checklist holds one plain list', hint);
    return [];
  }
  const taken = new Set([OTHER_ITEM_ID]);
  return found.items.map((token) => {
    const { html, text } = source.renderInline(token);
    if (/^\[[ xX]?\]/.test(text)) {
      source.reportInside(token, 'the box is drawn for you', 'Write the words alone after "- ".');
    }
    return { id: uniqueItemId(text, taken), label: text, html };
  });
}

/** `:::checklist[Prompt]{#id max=3 other}` with a list inside: boxes to tick. */
export const checklistRule: FieldRule<ChecklistField> = {
  kind: 'checklist',
  form: 'container',
  toField(source) {
    const items = toItems(source);
    const other = source.attributes.flag('other');
    // Of a list that could not be read, no limit is known.
    const most = items.length || Number.MAX_SAFE_INTEGER;
    const max = source.attributes.whole('max', { min: 1, max: most, fallback: 0 });
    return { kind: 'checklist', items, other, max: max || undefined };
  },
};
