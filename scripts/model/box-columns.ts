import type { TableCell, TableField } from './field.ts';

/** Words longer than this make a column one to read, not one of boxes. */
const LONGEST_BESIDE_BOXES = 14;
/** A column of nothing longer than this, such as the numbers of weeks, needs no more room than boxes. */
const LONGEST_SIGN = 4;

/** A column of a table that has nothing but boxes and a few short words, or short signs alone. */
export type BoxColumn = { hasNumbers: boolean; words: string[] };

function toBoxColumn(head: string, cells: TableCell[]): BoxColumn | undefined {
  const rooms = cells.filter((cell) => cell.kind === 'room');
  const printed = cells.filter((cell) => cell.kind !== 'room').map(({ label }) => label);
  const isForBoxes = rooms.length > 0 && rooms.every(({ type }) => type !== 'text');
  const isForSigns =
    rooms.length === 0 &&
    printed.length > 1 &&
    printed.every(({ length }) => length <= LONGEST_SIGN);
  if (!(isForBoxes || isForSigns) || printed.some(({ length }) => length > LONGEST_BESIDE_BOXES))
    return undefined;
  const words = [head, ...printed].flatMap((label) => label.split(/\s+/));
  return { hasNumbers: rooms.some(({ type }) => type === 'number'), words };
}

/** Which columns of a table are of boxes; nothing at the place of each other column. */
export function boxColumns({ columns, rows }: Pick<TableField, 'columns' | 'rows'>) {
  return columns.map(({ label }, index) =>
    toBoxColumn(
      label,
      rows.flatMap((row) => row[index] ?? []),
    ),
  );
}
