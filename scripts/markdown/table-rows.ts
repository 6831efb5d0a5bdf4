import type { Token } from 'markdown-it';
import type { FieldSource } from './field-rule.ts';

/** A cell as it was written. */
export type RawCell = {
  html: string;
  text: string;
  /** The Markdown between its bars. */
  source: string;
  /** Whether the whole cell stands between the stars of one `*…*`. */
  isExample: boolean;
  /** For what has to be said of its line. */
  token: Token;
};

/** A Markdown table: what its columns are called, and its rows. */
export type RawTable = {
  first: Token | undefined;
  columns: { label: string; html: string }[];
  rows: RawCell[][];
};

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
      const isExample = isWhollyEmphasized(token);
      const written = { source: token.content.trim(), isExample, token };
      rows.at(-1)?.push({ ...source.renderInline(token), ...written });
    }
  }
  return rows;
}

/** Reads the one table that stands between the fences; what does not fit is reported. */
export function readTable(source: FieldSource): RawTable | undefined {
  const first = source.inner[0];
  if (first?.type !== 'table_open' || source.inner.at(-1)?.type !== 'table_close') {
    const hint =
      'Write a head row, a |---|---| row and the rows, nothing else, between the ::: lines.';
    source.reportInside(first, `a ${source.directive.name} field holds one Markdown table`, hint);
    return undefined;
  }
  const heads = readRows(source, 'thead')[0] ?? [];
  const columns = heads.map(({ text, html }) => ({ label: text, html }));
  const unnamed = columns.findIndex(({ label }) => label === '');
  if (unnamed >= 0) {
    const hint = 'Every column needs a head: a screen reader names each cell by it.';
    source.reportInside(first, `column ${unnamed + 1} has no head`, hint);
  }
  return { first, columns, rows: readRows(source, 'tbody') };
}
