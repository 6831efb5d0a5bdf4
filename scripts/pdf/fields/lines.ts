import type { LinesField } from '../../model/field.ts';
import { labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** One box over all ruled lines. */
export function linesWidgets(field: LinesField): Widget[] {
  const label = labelWithHint(field.label, field.hint);
  return [{ kind: 'text', name: field.id, label, rows: field.rows, multiline: true }];
}
