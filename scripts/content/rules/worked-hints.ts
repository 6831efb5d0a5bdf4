import type { Field } from '../../model/field.ts';
import { type Rule, sheetsOf } from './rule.ts';

/**
 * Whether a prompt leaves the answer wholly open. A gap has its sentence, and lists, scales and
 * wheels have their entries, to begin with.
 */
function isOpen(field: Field): boolean {
  switch (field.kind) {
    case 'lines':
    case 'box':
    case 'pair':
    case 'table':
    case 'timeline':
    case 'cycle':
      return true;
    case 'ladder':
    case 'cards':
    case 'tracker':
      return field.own > 0 && field.items.length === 0;
    default:
      return false;
  }
}

/** A table shows how with a worked row, or with every cell to fill in being a box. */
function showsHow(field: Field): boolean {
  if (field.kind !== 'table') return false;
  const cells = field.rows.flat();
  const rooms = cells.flatMap((cell) => (cell.kind === 'room' ? [cell.type] : []));
  return cells.some(({ kind }) => kind === 'example') || !rooms.includes('text');
}

/** Nobody sits before an empty line with nothing to go by. */
export const workedHintsRule: Rule = {
  name: 'worked-hints',
  demands: 'every open prompt has a hint or a worked example',
  always: false,
  check({ documents }) {
    return sheetsOf(documents).flatMap(({ file, fields }) => {
      return fields
        .filter((field) => isOpen(field) && !field.hint && !showsHow(field))
        .map(({ line, column, label }) => {
          const message = `the prompt “${label}” has neither a hint nor a worked example`;
          const hint = 'Write hint="Like this: …", or a cell in *asterisks*.';
          return { file, line, column, message, hint };
        });
    });
  },
};
