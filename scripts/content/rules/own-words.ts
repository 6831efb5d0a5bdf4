import type { Worksheet } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { stretchesOf } from '../sentences.ts';
import { type Rule, sheetsOf } from './rule.ts';

/** The words of a stretch as they are compared: lower case, without marks. */
export function toTokens(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []
  );
}

/** Every run of so many words in a row, joined by blanks. */
export function toRuns(tokens: readonly string[], length: number): string[] {
  const count = Math.max(0, tokens.length - length + 1);
  return Array.from({ length: count }, (_, at) => tokens.slice(at, at + length).join(' '));
}

type Place = { sheet: Worksheet; line: number };

function findRepeats(sheets: readonly Worksheet[], length: number): Problem[] {
  const first = new Map<string, Place>();
  return sheets.flatMap((sheet) =>
    stretchesOf(sheet).flatMap(({ text, line, column }) => {
      const runs = toRuns(toTokens(text), length);
      const known = runs.find((run) => first.get(run) && first.get(run)?.sheet !== sheet);
      for (const run of runs) if (!first.has(run)) first.set(run, { sheet, line });
      const other = known && first.get(known);
      if (!other) return [];
      const message = `these ${length} words in a row stand in ${other.sheet.file}:${other.line} too: “${known}”`;
      const hint = 'Who fills in both would read the same sentence twice. Say it in other words.';
      return [{ file: sheet.file, line, column, message, hint }];
    }),
  );
}

/** Sheets that are filled in one after the other do not repeat each other's sentences. */
export const ownWordsRule: Rule = {
  name: 'own-words',
  demands: 'no sheet says what another one says in the same words',
  always: false,
  check({ rules, documents }) {
    const length = rules.settings['own-words']?.words;
    if (!length) return [];
    const sheets = sheetsOf(documents);
    const languages = Map.groupBy(sheets, ({ lang }) => lang);
    return [...languages.values()].flatMap((same) => findRepeats(same, length));
  },
};
