import { readingGrade } from '../content/reading-grade.ts';
import type { Document } from '../model/document.ts';
import { say } from '../model/text.ts';
import type { Place } from './place.ts';

/** The reading grade of a text as a number of its language, where the formula holds for that. */
export function formatGrade({ shelf }: Place, document: Document): string | undefined {
  const grade = readingGrade(document);
  if (grade === undefined) return undefined;
  const digits = new Intl.NumberFormat(shelf.lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // Below the first grade the formula counts fewer syllables, and says no more.
  return digits.format(Math.max(1, grade));
}

/** The reading grade of a text in words, with how it was found. */
export function toReadingGrade(place: Place, document: Document): string | undefined {
  const grade = formatGrade(place, document);
  return grade && say(place.t, 'readingGradeValue', { grade });
}
