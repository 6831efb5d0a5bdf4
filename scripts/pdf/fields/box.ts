import type { BoxField } from '../../model/field.ts';
import { labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** One box of several lines, with nothing to sit on. */
export function boxWidgets(field: BoxField): Widget[] {
  const label = labelWithHint(field.label, field.hint);
  return [{ kind: 'text', name: field.id, label, multiline: true }];
}
