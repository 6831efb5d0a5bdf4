import { readFileSync } from 'node:fs';

/** One case of a fixture: a sentence, a text, and what is read from it. */
export type Case = { title: string; input: string; expected: string };

/**
 * Reads a fixture: a title, a line ".", the text, a line ".", what is read from it, a line "."
 * and an empty line between cases. `→` in a text stands for a tab, `␠` for a space at a line's end.
 */
export function readCases(file: URL): Case[] {
  const parts = readFileSync(file, 'utf8').split(/^\.$/m);
  if (parts.length % 3 !== 1 || parts.at(-1)?.trim() !== '') {
    throw new Error(`${file.pathname}: expected three "." lines for each case`);
  }
  const cases: Case[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [title = '', input = '', expected = ''] = parts.slice(at, at + 3);
    cases.push({
      title: title.trim(),
      input: input.slice(1).replaceAll('→', '\t').replaceAll('␠', ' '),
      expected: expected.slice(1, -1),
    });
  }
  return cases;
}
