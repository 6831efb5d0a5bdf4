import { stretchesOf } from '../sentences.ts';
import { atKey, kindOf, type Rule } from './rule.ts';

/** Texts of the length that a reader has time for, in words. */
export const textLengthRule: Rule = {
  name: 'text-length',
  demands: 'a text has as many words as its kind may have',
  always: false,
  check({ rules, documents }) {
    const limits = rules.settings['text-length'] ?? {};
    return documents.flatMap((document) => {
      const { least = 0, most = Number.POSITIVE_INFINITY } = limits[kindOf(document)] ?? {};
      const words = stretchesOf(document)
        .flatMap(({ text }) => text.split(/\s+/))
        .filter(Boolean).length;
      if (words >= least && words <= most) return [];
      const expected = words < least ? `at least ${least}` : `at most ${most}`;
      return [atKey(document, '/title', `the text has ${words} words, expected ${expected}`)];
    });
  },
};
