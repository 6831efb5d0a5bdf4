import { meanLength, stretchesOf, toSentences } from '../sentences.ts';
import { kindOf, type Rule, rounded } from './rule.ts';

/** Short sentences: on average at most so many words. The longest one is named. */
export const sentenceLengthRule: Rule = {
  name: 'sentence-length',
  demands: 'sentences have on average no more words than their kind of text may have',
  always: false,
  check({ rules, documents }) {
    const limits = rules.settings['sentence-length'] ?? {};
    return documents.flatMap((document) => {
      const most = limits[kindOf(document)];
      const sentences = toSentences(stretchesOf(document));
      const mean = meanLength(sentences);
      if (most === undefined || mean === undefined || mean <= most) return [];
      const [longest] = sentences.toSorted((a, b) => b.words.length - a.words.length);
      if (!longest) return [];
      const { text, line, column, words } = longest;
      const message = `a sentence has ${rounded(mean)} words on average, expected at most ${most}; the longest has ${words.length}: “${text}”`;
      return [{ file: document.file, line, column, message, hint: 'Make two of it.' }];
    });
  },
};
