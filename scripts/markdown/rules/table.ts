import type { Token } from 'markdown-it';
import type { TableCell, TableField } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';

type RawCell = { html: string; text: string; isExample: boolean };

/** Whether the whole cell stands between the stars of one `*…*`. */
function isWhollyEmphasized(cell: Token): boolean {
  const children = (cell.children ?? []).filter((child) => child.type !== 'text' || child.content);
  const first = children[0];
  if (first?.type !== 'em_open' || children.at(-1)?.type !== 'em_close') return false;
  return children.findIndex((child) => child.type === 'em_close') === children.length - 1;
}

function readRows(source: FieldSource, section: 'thead' | 'tbody'): RawCell[][] {
  const rows: RawCell[][] = [];
  let inside = false;
  for (const token of source.inner) {
    if (token.type === `${section}_open`) inside = true;
    else if (token.type === `${section}_close`) inside = false;
    else if (inside && token.type === 'tr_open') rows.push([]);
    else if (inside && token.type === 'inline') {
      const { html, text } = source.renderInline(token);
      rows.at(-1)?.push({ html, text, isExample: isWhollyEmphasized(token) });
    }
  }
  return rows;
}

function toCell(raw: RawCell | undefined, room: { name: string; label: string }): TableCell {
  if (!raw || raw.text === '') return { kind: 'room', ...room };
  return { kind: raw.isExample ? 'example' : 'text', html: raw.html, label: raw.text };
}

function toCells(raw: RawCell[], columns: { label: string }[], row: number): TableCell[] {
  const head = raw.find((cell) => cell.text !== '')?.text ?? String(row);
  return columns.map(({ label }, index) =>
    toCell(raw[index], { name: `${row}-${index + 1}`, label: `${label}, ${head}` }),
  );
}

/** `:::table[Prompt]{#id rows=3}` with a table inside: empty cells are filled in. */
export const tableRule: FieldRule<TableField> = {
  kind: 'table',
  form: 'container',
  toField(source) {
    const blankRows = source.attributes.whole('rows', { min: 1, max: 30, fallback: 0 });
    const first = source.inner[0];
    if (first?.type !== 'table_open' || source.inner.at(-1)?.type !== 'table_close') {
      const hint =
        'Write a head row, a |---|---| row and the rows, nothing else, between the ::: lines.';
      source.reportInside(first, 'a table field holds one Markdown table', hint);
      return { kind: 'table', columns: [], rows: [] };
    }
    const heads = readRows(source, 'thead')[0] ?? [];
    const columns = heads.map(({ text, html }) => ({ label: text, html }));
    const unnamed = columns.findIndex(({ label }) => label === '');
    if (unnamed >= 0) {
      const hint = 'Every column needs a head: a screen reader names each cell by it.';
      source.reportInside(first, `column ${unnamed + 1} has no head`, hint);
    }
    const written = readRows(source, 'tbody');
    const raws = [...written, ...Array.from({ length: blankRows }, (): RawCell[] => [])];
    const rows = raws.map((raw, index) => toCells(raw, columns, index + 1));
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
