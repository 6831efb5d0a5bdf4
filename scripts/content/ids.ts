import { type Directive, parseDirective } from '../markdown/directive.ts';
import type { Field } from '../model/field.ts';

/** What of a field is needed to find it in its source. */
type Place = Pick<Field, 'id' | 'kind' | 'line' | 'column'>;

/** A text whose fields all have their ids, and the fields that could not be found in it. */
export type WithIds = { text: string; added: number; lost: Place[] };

const BYTE_ORDER_MARK = '\uFEFF';

/** Every line of a raw text with the offset it begins at, whatever its lines end with. */
function linesOf(text: string): { start: number; text: string }[] {
  const lines: { start: number; text: string }[] = [];
  let start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (const end of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, text: text.slice(start, end.index) });
    start = end.index + end[0].length;
  }
  return [...lines, { start, text: text.slice(start) }];
}

function findDirective(line: string, at: number, kind: string): Directive | undefined {
  const parsed = parseDirective(line, at);
  return parsed && 'directive' in parsed && parsed.directive.name === kind
    ? parsed.directive
    : undefined;
}

/** Whether a sign belongs to more colons or is escaped; two backslashes are a backslash. */
function isHidden(line: string, at: number): boolean {
  const [backslashes = ''] = /\\*$/.exec(line.slice(0, at)) ?? [];
  return line[at - 1] === ':' || backslashes.length % 2 === 1;
}

/**
 * The directive of a field in its line. Two cells of a table with the same words are given the same
 * place; then the later of them is the next that was not taken yet.
 */
function takeDirective(
  line: string,
  { kind, column }: Place,
  taken: Set<number>,
): Directive | undefined {
  for (let at = column - 1; at < line.length; at++) {
    if (line[at] !== ':' || taken.has(at) || isHidden(line, at)) continue;
    const directive = findDirective(line, at, kind);
    if (!directive) continue;
    taken.add(at);
    return directive;
  }
  return undefined;
}

/** Where the id goes, and how: first thing in the braces, in braces of its own where there are none. */
function insertionFor(line: string, directive: Directive, id: string): [number, string] {
  const { start, colons, name, prompt } = directive;
  const afterPrompt = start + colons + name.length + prompt.length + 2;
  if (line[afterPrompt] !== '{') return [afterPrompt, `{#${id}}`];
  const isSpaced = directive.attributes.length === 0 || /\s/.test(line[afterPrompt + 1] ?? '');
  return [afterPrompt + 1, isSpaced ? `#${id}` : `#${id} `];
}

/**
 * Writes the id of every field of a text into its directive where it is not written yet, and changes
 * nothing else: not one line end, not one space. Pure.
 */
export function addIds(text: string, fields: readonly Place[]): WithIds {
  const lines = linesOf(text);
  const taken = new Map<number, Set<number>>();
  const insertions: { offset: number; words: string }[] = [];
  const lost: Place[] = [];
  for (const field of fields) {
    const line = lines[field.line - 1];
    const takenHere = taken.get(field.line) ?? new Set();
    taken.set(field.line, takenHere);
    const directive = line && takeDirective(line.text, field, takenHere);
    if (!line || !directive || (directive.id && directive.id.value !== field.id)) lost.push(field);
    else if (!directive.id) {
      const [at, words] = insertionFor(line.text, directive, field.id);
      insertions.push({ offset: line.start + at, words });
    }
  }
  const withIds = insertions
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, { offset, words }) => all.slice(0, offset) + words + all.slice(offset), text);
  return { text: withIds, added: insertions.length, lost };
}
