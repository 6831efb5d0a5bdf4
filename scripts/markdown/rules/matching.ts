import type { FieldItem, MatchingField } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { uniqueId } from '../list-items.ts';
import { type RawCell, type RawTable, readTable } from '../table-rows.ts';

/** Fewer are no puzzle; more do not stand on one page. */
const ROWS = { least: 2, most: 10 };
/** Longer words leave no room between the columns to draw a line in. */
const LONGEST = 60;

type Answer = { label: string; html: string };

/** What is wrong with the words of a row, if anything. */
function findFault([left, right]: RawCell[], before: RawCell[][]): [string, string] | undefined {
  const isTaken = (column: 0 | 1, text = '') =>
    text !== '' && before.some((row) => row[column]?.text === text);
  const long = [left, right].find((cell) => (cell?.text.length ?? 0) > LONGEST);
  if (!right?.text) {
    return ['this row has no answer', 'Only the left cell may be empty: an answer too many.'];
  }
  const twice = isTaken(0, left?.text) ? left : isTaken(1, right.text) ? right : undefined;
  if (twice) return [`"${twice.text}" stands here twice`, 'Each must go with one and no other.'];
  if (long) return [`these words have more than ${LONGEST} letters`, 'Say it in fewer words.'];
  return undefined;
}

function checkRows(source: FieldSource, { first, columns, rows }: RawTable): void {
  const { least, most } = ROWS;
  if (columns.length !== 2) {
    const message = `a matching has two columns, found ${columns.length}`;
    source.reportInside(first, message, 'Each row is a pair that belongs together.');
    return;
  }
  const pairs = rows.filter(([left]) => left?.text);
  if (pairs.length < least) {
    const message = `a matching has at least ${least} pairs, found ${pairs.length}`;
    source.reportInside(first, message, 'Write one row for each pair.');
  }
  if (rows.length > most) {
    const message = `a matching has at most ${most} rows, found ${rows.length}`;
    source.reportInside(rows[most]?.[0]?.token, message, 'Make two of it.');
  }
  for (const [index, row] of rows.entries()) {
    const fault = findFault(row, rows.slice(0, index));
    if (fault) source.reportInside(row[0]?.token ?? first, ...fault);
  }
}

/**
 * The answers in the order of the alphabet, which says nothing of what they belong to. Where that
 * leaves each beside its own item, the first goes to the end.
 */
function shuffle(answers: readonly Answer[], own: readonly Answer[], lang: string): Answer[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const sorted = [...answers].sort((a, b) => compare(a.label, b.label));
  if (!own.every((answer, index) => sorted[index] === answer)) return sorted;
  return [...sorted.slice(1), ...sorted.slice(0, 1)];
}

const letterOf = (index: number) => String.fromCharCode(65 + index);

/** `:::matching[Prompt]{#id}` with a table of two columns inside: which belongs to which? */
export const matchingRule: FieldRule<MatchingField> = {
  kind: 'matching',
  form: 'container',
  toField(source) {
    const table = readTable(source);
    if (!table) return { kind: 'matching', columns: [], items: [], answers: [] };
    checkRows(source, table);
    const taken = new Set<string>();
    const pairs = table.rows.map(([left, right]) => ({
      left,
      answer: { label: right?.text ?? '', html: right?.html ?? '' },
    }));
    const written = pairs.filter(({ left }) => left?.text);
    const items = written.map(({ left }): FieldItem => {
      const { text = '', html = '' } = left ?? {};
      return { id: uniqueId(text, taken, 'item'), label: text, html };
    });
    const own = written.map(({ answer }) => answer);
    const all = pairs.map(({ answer }) => answer);
    const answers = shuffle(all, own, source.lang).map((answer, index) => {
      return { letter: letterOf(index), ...answer };
    });
    return { kind: 'matching', columns: table.columns, items, answers };
  },
};
