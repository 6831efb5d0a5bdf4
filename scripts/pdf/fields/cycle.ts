import type { CycleField } from '../../model/diagram.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box over the lines of each step; the circles are shaded with a pencil. */
export function cycleWidgets({ id, label, items, rows, hint }: CycleField): Widget[] {
  return items.map((item, index): Widget => {
    const words = joinLabel(label, item.label);
    return {
      kind: 'text',
      name: `${id}-${item.id}`,
      label: labelWithHint(words, index === 0 ? hint : undefined),
      rows,
      multiline: true,
    };
  });
}
