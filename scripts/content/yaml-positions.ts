import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Position, Problem } from '../model/problem.ts';

/** YAML as data, and where each key and value stands, by JSON pointer. */
export type PositionedYaml = {
  value: unknown;
  /** Where the value at a pointer begins; "" is the whole document. */
  values: Record<string, Position>;
  /** Where the key of the value at a pointer begins. */
  keys: Record<string, Position>;
};

type Walk = Pick<PositionedYaml, 'values' | 'keys'> & { at(offset: number): Position };

const escapePointer = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

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

/**
 * Parses YAML 1.2 (core schema: dates stay words). `firstLine` is the line of the file that the
 * text begins on. Syntax faults come back as problems, with the data that could be read.
 */
export function parseYaml(
  text: string,
  file: string,
  firstLine: number,
): PositionedYaml & { problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, version: '1.2' });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems = [...document.errors, ...document.warnings].map((fault): Problem => {
    const message = `YAML: ${fault.message.split('\n')[0]}`;
    const hint = 'Words that hold ": ", "#" or quotes stand in "double quotes".';
    return { file, ...at(fault.pos[0]), message, hint };
  });
  const into: Walk = { values: {}, keys: {}, at };
  walk(document.contents, '', into);
  const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 });
  return { value, values: into.values, keys: into.keys, problems };
}
