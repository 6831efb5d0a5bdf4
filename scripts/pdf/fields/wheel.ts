import type { WheelField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A small box for the number of each segment; the wheel itself is shaded with a pencil. */
export function wheelWidgets(field: WheelField, strings: Strings): Widget[] {
  const { id, label, items, from, to, hint } = field;
  const range = fillString(strings['wheelNumber'] ?? '', { from, to });
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
