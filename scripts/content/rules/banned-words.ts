import type { Problem } from '../../model/problem.ts';
import { kindOf, type Rule, type RuleSettings } from './rule.ts';

type Ban = NonNullable<RuleSettings['banned-words']>[number];

/** Straight and curved apostrophes are one; what is no text keeps its place, as blanks. */
function toReadable(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/\]\([^)\n]*\)|<!--[\s\S]*?-->/g, (all) => all.replace(/[^\n]/g, ' '));
}

/** Words and phrases, whole, wherever they stand in a line; one pass finds all of a list. */
function toPattern(words: readonly string[]): RegExp {
  const escaped = words
    .map((word) => word.replaceAll('’', "'").trim())
    // The longest first: of two that begin alike, the whole phrase is named.
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[^\\S\\n]+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function findIn(file: string, text: string, { words, hint }: Ban): Problem[] {
  return [...text.matchAll(toPattern(words))].map(({ 0: found, index }) => {
    const before = text.slice(0, index).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { file, line: before.length, column, message: `“${found}” is not used here`, hint };
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
      const text = toReadable(texts.get(document.file) ?? '');
      return bans
        .filter((ban) => !ban.in || ban.in.includes(kind))
        .flatMap((ban) => findIn(document.file, text, ban));
    });
  },
};
