import { hintNearest } from '../markdown/nearest.ts';
import { companionHeadings } from '../model/companion.ts';
import type { Companion, Document } from '../model/document.ts';
import type { Strings } from '../model/library.ts';
import type { Position, Problem } from '../model/problem.ts';

/** A companion belongs to the sheet that has its slug. */
function checkOwner(companion: Companion, sheets: readonly string[]): Problem[] {
  const { slug, file } = companion;
  if (sheets.includes(slug)) return [];
  const message = `there is no worksheet "${slug}" for this companion`;
  return [{ file, line: 1, column: 1, message, hint: hintNearest(slug, [...sheets]) }];
}

type Heading = Position & { text: string; isEmpty: boolean };

function headingsOf({ blocks }: Companion): Heading[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || block.level !== 2) return [];
    const next = blocks[index + 1];
    const isEmpty = !next || (next.kind === 'heading' && next.level === 2);
    return [{ line: block.line, column: block.column, text: block.text, isEmpty }];
  });
}

/** Its headings are the fixed ones, all of them, in their order, each with words under it. */
function checkParts(companion: Companion, expected: readonly string[]): Problem[] {
  const { file } = companion;
  const found = headingsOf(companion);
  const words = found.map(({ text }) => text);
  const problem = ({ line, column }: Position, message: string, hint?: string): Problem => {
    return { file, line, column, message, hint };
  };
  const unknown = found.filter(({ text }) => !expected.includes(text));
  const missing = expected.filter((part) => !words.includes(part));
  const known = found.filter(({ text }) => expected.includes(text));
  const order = expected.filter((part) => words.includes(part));
  const misplaced = known.find(({ text }, index) => text !== order[index]);
  const all = `The parts are: ${expected.join(', ')}.`;
  return [
    ...unknown.map((heading) => {
      const hint = hintNearest(heading.text, [...missing, ...expected]);
      return problem(heading, `"${heading.text}" is no part of a companion`, hint ?? all);
    }),
    ...missing.map((part) => {
      return problem({ line: 1, column: 1 }, `the part "## ${part}" is missing`, all);
    }),
    ...found
      .filter(({ isEmpty, text }) => isEmpty && expected.includes(text))
      .map((heading) => problem(heading, `the part "${heading.text}" has no text`)),
    ...(misplaced
      ? [problem(misplaced, `the part "${misplaced.text}" is out of order or doubled`, all)]
      : []),
  ];
}

/** What is wrong with the companions of one language. */
export function checkCompanions(
  documents: readonly Document[],
  strings: Strings,
  broken: ReadonlySet<string>,
): Problem[] {
  const sheets = documents.filter(({ kind }) => kind === 'worksheet').map(({ slug }) => slug);
  const expected = companionHeadings(strings);
  return documents.flatMap((document) => {
    if (document.kind !== 'companion') return [];
    const parts = broken.has(document.file) ? [] : checkParts(document, expected);
    return [...checkOwner(document, sheets), ...parts];
  });
}
