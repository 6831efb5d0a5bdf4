import type { TableField } from '../../model/field.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box for each empty cell, named by its column and row; the first one also says the hint. */
export function tableWidgets(field: TableField): Widget[] {
  const rooms = field.rows.flat().filter((cell) => cell.kind === 'room');
  return rooms.map((cell, index) => {
    const hint = index === 0 ? field.hint : undefined;
    const label = labelWithHint(joinLabel(field.label, cell.label), hint);
    return { kind: 'text', name: `${field.id}-${cell.name}`, label, multiline: true };
  });
}
