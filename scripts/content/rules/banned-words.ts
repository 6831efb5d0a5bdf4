import type { Problem } from '../../model/problem.ts';
import { kindOf, type Rule, type RuleSettings } from './rule.ts';

type Ban = NonNullable<RuleSettings['banned-words']>[number];

/** Straight and curved apostrophes are one; what is no text keeps its place, as blanks. */
function toReadable(line: string): string {
  return line
    .replaceAll('’', "'")
    .replace(/\]\([^)]*\)|<!--.*?-->/g, (all) => ' '.repeat(all.length));
}

/** A word or a phrase, whole, wherever it stands in a line. */
function toPattern(words: string): RegExp {
  const escaped = words
    .replaceAll('’', "'")
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
}

function findIn(file: string, lines: readonly string[], { words, hint }: Ban): Problem[] {
  return words.flatMap((word) => {
    const pattern = toPattern(word);
    return lines.flatMap((text, index) =>
      [...text.matchAll(pattern)].map(({ 0: found, index: at }) => {
        return {
          file,
          line: index + 1,
          column: at + 1,
          message: `“${found}” is not used here`,
          hint,
        };
      }),
    );
  });
}

/** Words that blame, promise or sell, and names that belong to others. */
export const bannedWordsRule: Rule = {
  name: 'banned-words',
  demands: 'no text has a word that the folder does not use',
  always: false,
  check({ rules, documents, texts }) {
    const bans = rules.settings['banned-words'] ?? [];
    return documents.flatMap((document) => {
      const kind = kindOf(document);
      const lines = (texts.get(document.file) ?? '').split('\n').map(toReadable);
      return bans
        .filter((ban) => !ban.in || ban.in.includes(kind))
        .flatMap((ban) => findIn(document.file, lines, ban));
    });
  },
};
