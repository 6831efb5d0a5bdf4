import type { TableField } from '../../model/field.ts';
import { joinLabel } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box for each empty cell, named by its column and row. */
export function tableWidgets(field: TableField): Widget[] {
  return field.rows.flat().flatMap((cell): Widget[] => {
    if (cell.kind !== 'room') return [];
    const label = joinLabel(field.label, cell.label);
    return [{ kind: 'text', name: `${field.id}-${cell.name}`, label, multiline: true }];
  });
}
