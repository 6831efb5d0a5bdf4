import type { FieldItem } from '../../model/field.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** What a field with a small box beside each of its items has. */
type ItemField = { id: string; label: string; hint?: string; items: readonly FieldItem[] };

/**
 * A small box in whose middle a number or a letter is typed, for each item; the first also says the
 * hint. `range` says what may stand in it: "0 to 10".
 */
export function itemBoxes({ id, label, hint, items }: ItemField, range: string): Widget[] {
  return items.map((item, index): Widget => {
    const words = joinLabel(joinLabel(label, item.label), range);
    return {
      kind: 'text',
      name: `${id}-${item.id}`,
      label: labelWithHint(words, index === 0 ? hint : undefined),
      multiline: false,
      centered: true,
    };
  });
}
