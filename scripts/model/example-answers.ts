import { type ExampleValue, exampleList, exampleRows, exampleWords } from './example.ts';
import type {
  ChecklistField,
  Field,
  MatchingField,
  PairField,
  ProsePart,
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

function ofChecklist({ items, answers }: ChecklistField, value: ExampleValue): string {
  const given = exampleList(value);
  if (!answers) return listOf(given.map(written));
  return listOf(items.map((item, index) => `${item.html} ${written(given[index])}`));
}

/** The table as it stands, its rooms filled row by row; rows without room are passed over. */
function ofTable({ columns, rows }: TableField, value: ExampleValue): string {
  const given = exampleRows(value);
  const open = rows.filter((row) => row.some(({ kind }) => kind === 'room'));
  const shown = rows.filter((row) => !open.includes(row) || open.indexOf(row) < given.length);
  const body = shown.map((row) => {
    const words = [...(given[open.indexOf(row)] ?? [])];
    const cells = row.map((cell) => (cell.kind === 'room' ? written(words.shift()) : cell.html));
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heads = columns.map(({ html }) => `<th scope="col">${html}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
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
    case 'choice':
      return paragraph(written(exampleWords(value)));
    case 'scale': {
      const ends = [
        [field.from, field.low],
        [field.to, field.high],
      ].flatMap(([step, word]) => (word ? [`${step} = ${escapeHtml(String(word))}`] : []));
      return paragraph([written(exampleWords(value)), ...ends].join(' · '));
    }
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
