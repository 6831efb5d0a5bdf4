import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Document } from '../model/document.ts';
import { type Sentence, stretchesOf, toSentences } from './sentences.ts';

/**
 * The school grade (United States) in which sentences can be read, by the formula of Flesch and
 * Kincaid; nothing when there are none. The formula holds for English alone.
 */
export function gradeSentences(sentences: readonly Sentence[]): number | undefined {
  if (sentences.length === 0) return undefined;
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.map((word) => syllable(word.replaceAll('’', "'")));
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, count) => sum + count, 0),
  });
}

/** Whether the formula of reading grades holds for a language. */
export const isGraded = (lang: string) => lang.split('-')[0] === 'en';

/** The reading grade of all that a text asks its reader to read; in English only. */
export function readingGrade(document: Document): number | undefined {
  if (!isGraded(document.lang)) return undefined;
  return gradeSentences(toSentences(stretchesOf(document)));
}
