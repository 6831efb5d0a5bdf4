import type { TableCell, TableField } from '../../model/field.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

type Room = Extract<TableCell, { kind: 'room' }>;

function toWidget({ type }: Room, name: string, label: string): Widget {
  switch (type) {
    case 'tick':
      return { kind: 'check', name, label };
    case 'number':
      return { kind: 'text', name, label, multiline: false, centered: true };
    case 'text':
      return { kind: 'text', name, label, multiline: true };
  }
}

/** A box for each cell to fill in, named by its column and row; the first one also says the hint. */
export function tableWidgets(field: TableField): Widget[] {
  const rooms = field.rows.flat().filter((cell) => cell.kind === 'room');
  return rooms.map((cell, index) => {
    const hint = index === 0 ? field.hint : undefined;
    const label = labelWithHint(joinLabel(field.label, cell.label), hint);
    return toWidget(cell, `${field.id}-${cell.name}`, label);
  });
}
