import { hintNearest } from '../markdown/nearest.ts';
import type { Worksheet } from '../model/document.ts';
import { type ExampleValue, exampleList, exampleRows } from '../model/example.ts';
import type { Field, FieldItem } from '../model/field.ts';
import type { Problem } from '../model/problem.ts';

/** What is wrong with one answer, and what helps. */
type Fault = { message: string; hint?: string };

const shapeFault = (expected: string, value: ExampleValue): Fault[] => {
  const found = Array.isArray(value) ? 'a list' : JSON.stringify(value);
  return [{ message: `expected ${expected}, found ${found}` }];
};

const isWord = (value: unknown): value is string | number => !Array.isArray(value);

function checkNumbers(values: readonly (string | number)[], from: number, to: number): Fault[] {
  return values.flatMap((value) => {
    if (value === '' || (Number.isInteger(value) && from <= Number(value) && Number(value) <= to))
      return [];
    return [
      { message: `expected a whole number from ${from} to ${to}, found ${JSON.stringify(value)}` },
    ];
  });
}

function checkLength(value: ExampleValue, most: number, what: string): Fault[] {
  if (!Array.isArray(value) || value.length <= most) return [];
  return [{ message: `expected at most ${most} ${what}, found ${value.length}` }];
}

/** Words that are to be those of an entry; with a free row one may be of one's own. */
function checkItems(words: readonly string[], items: readonly FieldItem[], own: number): Fault[] {
  const labels = items.map(({ label }) => label);
  const unknown = words.filter((word) => !labels.includes(word));
  return unknown.slice(own).map((word) => ({
    message: `"${word}" is none of its entries`,
    hint: hintNearest(word, labels),
  }));
}

function checkChecklist(
  field: Extract<Field, { kind: 'checklist' }>,
  value: ExampleValue,
): Fault[] {
  if (!Array.isArray(value)) return shapeFault('a list of the entries that are ticked', value);
  const { items, answers, other, max } = field;
  const given = exampleList(value);
  if (answers) {
    const known = answers.map(({ id, label }) => ({ id, label, html: label }));
    return [...checkLength(value, items.length, 'answers'), ...checkItems(given, known, 0)];
  }
  return [
    ...checkItems(given, items, other ? 1 : 0),
    ...checkLength(value, max ?? items.length + 1, 'entries'),
  ];
}

function checkTable({ rows }: Extract<Field, { kind: 'table' }>, value: ExampleValue): Fault[] {
  if (!Array.isArray(value)) return shapeFault('a list of rows', value);
  const rooms = rows
    .map((row) => row.filter(({ kind }) => kind === 'room').length)
    .filter((count) => count > 0);
  const wide = exampleRows(value).flatMap((row, index) => {
    const room = rooms[index] ?? 0;
    if (index >= rooms.length || row.length <= room) return [];
    const message = `row ${index + 1} has ${room} empty cells, found words for ${row.length}`;
    return [{ message, hint: 'Name only what stands in empty cells.' }];
  });
  return [...checkLength(value, rooms.length, 'rows'), ...wide];
}

function checkPair({ items }: Extract<Field, { kind: 'pair' }>, value: ExampleValue): Fault[] {
  if (!Array.isArray(value)) return shapeFault('a list of two', value);
  if (items.length === 0) return checkLength(value, 2, 'entries');
  return [
    ...checkLength(value, items.length, 'rows'),
    ...value.flatMap((row) => (isWord(row) ? shapeFault('two in each row', row) : [])),
  ];
}

function checkMatching(field: Extract<Field, { kind: 'matching' }>, value: ExampleValue): Fault[] {
  if (!Array.isArray(value)) return shapeFault('a list, one for each entry', value);
  const known = field.answers.flatMap(({ letter, label, html }) => [
    { id: letter, label: letter, html },
    { id: letter, label, html },
  ]);
  const given = exampleList(value).filter((word) => word !== '');
  return [...checkLength(value, field.items.length, 'answers'), ...checkItems(given, known, 0)];
}

/** How many entries a list of words may have: what is printed, or what is left to write. */
function mostEntries(field: Extract<Field, { items: FieldItem[] }>): number {
  if (field.kind === 'ladder') return field.own;
  const own = 'own' in field ? field.own : 0;
  return field.items.length + own;
}

function checkAnswer(field: Field, value: ExampleValue): Fault[] {
  switch (field.kind) {
    case 'lines':
    case 'box':
    case 'blank':
      return isWord(value) ? [] : shapeFault('words', value);
    case 'scale':
      if (!isWord(value)) return shapeFault('a number', value);
      return checkNumbers([value], field.from, field.to);
    case 'choice':
      if (!isWord(value)) return shapeFault('the words of one entry', value);
      return checkItems([String(value)], field.items, field.other ? 1 : 0);
    case 'wheel':
      if (!Array.isArray(value)) return shapeFault('a list of numbers', value);
      return [
        ...checkLength(value, field.items.length, 'numbers'),
        ...checkNumbers(value.filter(isWord), field.from, field.to),
      ];
    case 'checklist':
      return checkChecklist(field, value);
    case 'table':
      return checkTable(field, value);
    case 'pair':
      return checkPair(field, value);
    case 'matching':
      return checkMatching(field, value);
    case 'timeline':
    case 'tracker':
    case 'cycle':
    case 'ladder':
      if (!Array.isArray(value)) return shapeFault('a list', value);
      return checkLength(value, mostEntries(field), 'entries');
    case 'agreement':
    case 'cards':
      return [{ message: `an example has nothing to write into "${field.kind}"` }];
  }
}

/** What is wrong with the example of a sheet: fields that are not there, words that do not fit them. */
export function checkExample({ file, example, fields, positions }: Worksheet): Problem[] {
  const answers = example?.answers;
  // Another shape than that of an object has been reported by the schema.
  if (typeof answers !== 'object' || answers === null) return [];
  return Object.entries(answers).flatMap(([id, value]): Problem[] => {
    const at = positions[`/example/answers/${id}`] ?? { line: 1, column: 1 };
    // The schema has told of a value that is neither words nor a list.
    if (typeof value === 'object' && !Array.isArray(value)) return [];
    const field = fields.find((one) => one.id === id);
    if (!field) {
      const message = `example.answers: there is no field "${id}"`;
      const known = fields.map((one) => one.id);
      return [{ file, ...at, message, hint: hintNearest(id, known) }];
    }
    return checkAnswer(field, value).map(({ message, hint }) => {
      return { file, ...at, message: `example.answers.${id}: ${message}`, hint };
    });
  });
}
