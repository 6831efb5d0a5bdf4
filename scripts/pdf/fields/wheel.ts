import type { WheelField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString } from '../../model/text.ts';
import { itemBoxes } from './item-boxes.ts';
import type { Widget } from './widget.ts';

/** A small box for the number of each segment; the wheel itself is shaded with a pencil. */
export function wheelWidgets(field: WheelField, strings: Strings): Widget[] {
  const { from, to } = field;
  return itemBoxes(field, fillString(strings['wheelNumber'] ?? '', { from, to }));
}
