import type { RoomType, TableCell, TableField } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { type RawCell, readTable } from '../table-rows.ts';

/** How cells to fill in are written, as they stand between the bars. */
const BOXES = new Map<string, RoomType>([
  ['[ ]', 'tick'],
  ['[#]', 'number'],
]);
/** What looks like a box and is written in another way. */
const NEARLY_BOX = /^\[\s*[xX#]?\s*\]$/;

/** What a cell has room for; nothing when it holds words. A cell that is not written is empty. */
function roomType(raw: RawCell | undefined): RoomType | undefined {
  return raw && raw.text !== '' ? BOXES.get(raw.source) : 'text';
}

/** The type that all written cells to fill in of a column share; blank rows take it. */
function sharedType(rows: RawCell[][], column: number): RoomType {
  const types = new Set(rows.flatMap((row) => roomType(row[column]) ?? []));
  const [type] = types;
  return types.size === 1 && type ? type : 'text';
}

/** Says that a box was meant, and how it is written. */
function checkBoxes(source: FieldSource, rows: RawCell[][]): void {
  for (const { source: written, token } of rows.flat()) {
    if (BOXES.has(written) || !NEARLY_BOX.test(written)) continue;
    const isNumber = written.includes('#');
    const hint = isNumber
      ? 'Write [#] for a box for a number.'
      : 'Write [ ] for a box to tick; it is printed empty.';
    source.reportInside(token, `"${written}" is no box`, hint);
  }
}

type Row = { raw: RawCell[]; number: number; types: RoomType[] };

function toCells({ raw, number, types }: Row, columns: { label: string }[]): TableCell[] {
  const words = raw.find((cell) => roomType(cell) === undefined)?.text;
  return columns.map(({ label }, index): TableCell => {
    const cell = raw[index];
    const type = roomType(cell);
    if (cell && !type) {
      return { kind: cell.isExample ? 'example' : 'text', html: cell.html, label: cell.text };
    }
    return {
      kind: 'room',
      name: `${number}-${index + 1}`,
      label: `${label}, ${words ?? number}`,
      type: (cell ? type : types[index]) ?? 'text',
    };
  });
}

/** `:::table[Prompt]{#id rows=3}` with a table inside: empty cells and boxes are filled in. */
export const tableRule: FieldRule<TableField> = {
  kind: 'table',
  form: 'container',
  toField(source) {
    const blankRows = source.attributes.whole('rows', { min: 1, max: 30, fallback: 0 });
    const table = readTable(source);
    if (!table) return { kind: 'table', columns: [], rows: [] };
    const { columns, first } = table;
    checkBoxes(source, table.rows);
    const types = columns.map((_, column) => sharedType(table.rows, column));
    const written = table.rows.map((raw) => ({ raw, types: [] }));
    const blank = Array.from({ length: blankRows }, () => ({ raw: [], types }));
    const rows = [...written, ...blank].map((row, index) =>
      toCells({ ...row, number: index + 1 }, columns),
    );
    if (!rows.flat().some((cell) => cell.kind === 'room')) {
      source.reportInside(
        first,
        'this table has no empty cell to fill in',
        'Leave a cell empty or add rows=2.',
      );
    }
    return { kind: 'table', columns, rows };
  },
};
