import { boxColumns } from './box-columns.ts';
import { type ExampleValue, exampleList, exampleRows, exampleWords } from './example.ts';
import type {
  ChecklistField,
  Field,
  MatchingField,
  PairField,
  ProsePart,
  ScaleField,
  TableCell,
  TableField,
  TrackerField,
} from './field.ts';
import { escapeHtml } from './text.ts';

/** What was written by field id. */
export type Answers = Readonly<Record<string, ExampleValue>>;

/** Words that a made-up person wrote, set apart from what is printed. */
function written(text: string | undefined): string {
  return text ? `<em class="example__answer">${escapeHtml(text)}</em>` : '<span>…</span>';
}

const paragraph = (html: string) => `<p class="example__line">${html}</p>`;

function listOf(entries: readonly string[], name: 'ul' | 'ol' = 'ul'): string {
  return `<${name}>${entries.map((entry) => `<li>${entry}</li>`).join('')}</${name}>`;
}

/** What was ticked or chosen, each behind its mark. */
function marked(entries: readonly string[], mark: 'tick' | 'circle'): string {
  const rows = entries.map((entry) => `<li>${written(entry)}</li>`);
  return `<ul class="example__marked example__marked--${mark}">${rows.join('')}</ul>`;
}

function ofChecklist({ items, answers }: ChecklistField, value: ExampleValue): string {
  const given = exampleList(value);
  if (!answers) return marked(given, 'tick');
  return listOf(items.map((item, index) => `${item.html} ${written(given[index])}`));
}

/** A cell with what was written into it; a box that stayed empty shows no gap to be filled. */
function cellHtml(cell: TableCell, word: string | undefined): string {
  if (cell.kind !== 'room') return cell.html;
  return cell.type === 'tick' && !word ? '–' : written(word);
}

/**
 * The table as it stands, its rooms filled row by row; rows without room are passed over. The row
 * that shows how it is done is left out: among made-up answers it would be taken for one of them.
 */
function ofTable({ columns, rows }: TableField, value: ExampleValue): string {
  const given = exampleRows(value);
  const boxes = boxColumns({ columns, rows }).map((box) => (box ? ' class="example__narrow"' : ''));
  const open = rows.filter((row) => row.some(({ kind }) => kind === 'room'));
  const shown = rows.filter((row) =>
    open.includes(row)
      ? open.indexOf(row) < given.length
      : row.every(({ kind }) => kind !== 'example'),
  );
  const body = shown.map((row) => {
    const words = [...(given[open.indexOf(row)] ?? [])];
    const cells = row.map((cell, at) => {
      const html = cellHtml(cell, cell.kind === 'room' ? words.shift() : undefined);
      const head = escapeHtml(columns[at]?.label ?? '');
      return `<td${boxes[at]} data-column="${head}">${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const heads = columns.map(({ html }, at) => `<th${boxes[at]} scope="col">${html}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** The step that was chosen, and beside it what the ends mean. */
function ofScale({ from, to, low, high }: ScaleField, value: ExampleValue): string {
  const ends = [
    [from, low],
    [to, high],
  ].flatMap(([step, word]) => (word ? [`${step} = ${escapeHtml(String(word))}`] : []));
  const note = ends.length > 0 ? ` <span class="example__ends">(${ends.join(', ')})</span>` : '';
  return paragraph(written(exampleWords(value)) + note);
}

function ofPair({ a, b, items }: PairField, value: ExampleValue): string {
  const sides = ([left, right]: readonly (string | undefined)[]) =>
    [`${escapeHtml(a)}: ${written(left)}`, `${escapeHtml(b)}: ${written(right)}`] as const;
  if (items.length === 0) return listOf(sides(exampleList(value)));
  const given = exampleRows(value);
  return listOf(
    items.map((item, index) => `${item.html}<br>${sides(given[index] ?? []).join('<br>')}`),
  );
}

function ofTracker({ items, days }: TrackerField, value: ExampleValue): string {
  const rows = exampleRows(value).map((row, index) => {
    const item = items[index];
    const [head, ticks] = item ? [item.html, row] : [written(row[0]), row.slice(1)];
    const names = ticks.map((day) => days[Number(day) - 1]?.head ?? day);
    return `${head}: ${written(names.join(', '))}`;
  });
  return listOf(rows);
}

/** An answer of a matching by its letter, or by its own words. */
function ofMatching({ items, answers }: MatchingField, value: ExampleValue): string {
  const given = exampleList(value);
  const rows = items.map((item, index) => {
    const word = given[index];
    const answer = answers.find(({ letter, label }) => letter === word || label === word);
    return `${item.html}: ${written(answer?.label ?? word)}`;
  });
  return listOf(rows);
}

/** A stretch of text with what was written in its gaps. */
export function fillParts(parts: readonly ProsePart[], answers: Answers): string {
  const html = parts.map((part) =>
    'html' in part ? part.html : written(exampleWords(answers[part.field.id])),
  );
  return html.join('');
}

/** What was written into a field as HTML, without its prompt; nothing where it was left empty. */
export function answerHtml(field: Field, answers: Answers): string {
  if (field.kind === 'agreement') return fillParts(field.parts, answers);
  const value = answers[field.id];
  if (value === undefined) return '';
  const given = exampleList(value);
  switch (field.kind) {
    case 'lines':
    case 'box':
    case 'blank':
      return paragraph(written(exampleWords(value)));
    case 'choice':
      return marked([exampleWords(value)], 'circle');
    case 'scale':
      return ofScale(field, value);
    case 'checklist':
      return ofChecklist(field, value);
    case 'table':
      return ofTable(field, value);
    case 'pair':
      return ofPair(field, value);
    case 'tracker':
      return ofTracker(field, value);
    case 'matching':
      return ofMatching(field, value);
    case 'wheel':
    case 'cycle':
      return listOf(
        field.items.map((item, index) => `${item.html}: ${written(given[index])}`),
        field.kind === 'cycle' ? 'ol' : 'ul',
      );
    case 'timeline':
      return listOf(
        exampleRows(value).map(([when, what], index) => {
          const point = field.items[index] ? `${field.items[index].html}: ` : '';
          return `${point}${written(when)} · ${written(what)}`;
        }),
      );
    case 'ladder':
      return listOf([...field.items.map(({ html }) => html), ...given.map(written)], 'ol');
    case 'cards':
      // What is cut out is used, and not filled in.
      return '';
  }
}
