import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Document } from '../model/document.ts';
import { type Sentence, stretchesOf, toSentences } from './sentences.ts';

/** Counted once for each word: a folder says the same words again and again. */
const known = new Map<string, number>();

function syllablesOf(word: string): number {
  const count = known.get(word) ?? syllable(word.replaceAll('’', "'"));
  known.set(word, count);
  return count;
}

/**
 * The school grade (United States) in which sentences can be read, by the formula of Flesch and
 * Kincaid; nothing when there are none. The formula holds for English alone.
 */
export function gradeSentences(sentences: readonly Sentence[]): number | undefined {
  if (sentences.length === 0) return undefined;
  const words = sentences.flatMap((sentence) => sentence.words);
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  });
}

/** Whether the formula of reading grades holds for a language. */
export const isGraded = (lang: string) => lang.split('-')[0] === 'en';

/** The reading grade of all that a text asks its reader to read; in English only. */
export function readingGrade(document: Document): number | undefined {
  if (!isGraded(document.lang)) return undefined;
  return gradeSentences(toSentences(stretchesOf(document)));
}
