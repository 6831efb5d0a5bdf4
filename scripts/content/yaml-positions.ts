import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Position, Problem } from '../model/problem.ts';
import { findEscapedCharacter } from './characters.ts';

/** YAML as data, and where each key and value stands, by JSON pointer. */
export type PositionedYaml = {
  value: unknown;
  /** Where the value at a pointer begins; "" is the whole document. */
  values: Record<string, Position>;
  /** Where the key of the value at a pointer begins. */
  keys: Record<string, Position>;
};

type Walk = Pick<PositionedYaml, 'values' | 'keys'> & { at(offset: number): Position };

/** A key as a step of a JSON pointer. */
export const escapePointer = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

function walk(node: unknown, pointer: string, into: Walk): void {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return;
  if (node.range) into.values[pointer] = into.at(node.range[0]);
  if (isSeq(node))
    for (const [index, item] of node.items.entries()) walk(item, `${pointer}/${index}`, into);
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const below = `${pointer}/${escapePointer(String(pair.key.value))}`;
    if (pair.key.range) {
      into.keys[below] = into.at(pair.key.range[0]);
      into.values[below] = into.at(pair.key.range[0]);
    }
    walk(pair.value, below, into);
  }
}

/** What YAML reads as an anchor ("&word") or an alias ("*word"): an author's words would be lost. */
function findReferences(document: Document, text: string): { sign: string; offset: number }[] {
  const found: { sign: string; offset: number }[] = [];
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    const start = node.range?.[0] ?? 0;
    if (isAlias(node)) found.push({ sign: '*', offset: start });
    else if (node.anchor)
      found.push({ sign: '&', offset: text.lastIndexOf(`&${node.anchor}`, start) });
  });
  return found;
}

/** Without the faults that only follow from an earlier one: stray tokens, and a second on one line. */
function independentFaults(
  { errors, warnings }: Document,
  lineOf: (fault: YAMLError) => number,
): YAMLError[] {
  const lines = new Set<number>();
  return [...errors, ...warnings].filter((fault, index) => {
    if (index > 0 && fault.code === 'UNEXPECTED_TOKEN') return false;
    const line = lineOf(fault);
    const isFirst = !lines.has(line);
    lines.add(line);
    return isFirst;
  });
}

/**
 * Parses YAML 1.2 (core schema: dates stay words). `firstLine` is the line of the file that the
 * text begins on. Syntax faults come back as problems, with the data that could be read.
 */
export function parseYaml(
  text: string,
  file: string,
  firstLine: number,
): PositionedYaml & { problems: Problem[] } {
  const document = parseDocument(text, { prettyErrors: false, version: '1.2' });
  // yaml's own line counter loses lines after the first fault.
  const at = (offset: number): Position => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length + firstLine - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const problems = independentFaults(document, ({ pos }) => at(pos[0]).line).map(
    (fault): Problem => {
      const message = `YAML: ${fault.message.split('\n')[0]}`;
      const hint = 'Words that hold ": ", "#" or quotes stand in "double quotes".';
      return { file, ...at(fault.pos[0]), message, hint };
    },
  );
  for (const { sign, offset } of findReferences(document, text)) {
    const message = `YAML: a value may not begin with "${sign}"`;
    problems.push({ file, ...at(offset), message, hint: 'Put the words in "double quotes".' });
  }
  visit(document, {
    Scalar(_, { value, range, type, comment }) {
      const [start = 0, end = 0] = range ?? [];
      const found = findEscapedCharacter(String(value), text.slice(start, end));
      if (found) problems.push({ file, ...at(start), ...found });
      if (type === 'PLAIN' && typeof value === 'string' && comment) {
        const message = `YAML: the words after " #" would be lost`;
        const hint = 'Put all of them in "double quotes"; a comment stands on a line of its own.';
        problems.push({ file, ...at(text.indexOf('#', end)), message, hint });
      }
    },
  });
  const into: Walk = { values: {}, keys: {}, at };
  walk(document.contents, '', into);
  const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 });
  return { value, values: into.values, keys: into.keys, problems };
}
