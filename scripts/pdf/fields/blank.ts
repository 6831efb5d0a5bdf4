import type { BlankField } from '../../model/field.ts';
import { labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** One single-line box. */
export function blankWidgets(field: BlankField): Widget[] {
  const label = labelWithHint(field.label, field.hint);
  return [{ kind: 'text', name: field.id, label, multiline: false }];
}
