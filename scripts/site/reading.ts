import { readingGrade } from '../content/reading-grade.ts';
import type { Worksheet } from '../model/document.ts';
import { say } from './format.ts';
import type { Place } from './place.ts';

/** The reading grade of a sheet in words, where the formula holds for its language. */
export function toReadingGrade({ t, shelf }: Place, sheet: Worksheet): string | undefined {
  const grade = readingGrade(sheet);
  if (grade === undefined) return undefined;
  const digits = new Intl.NumberFormat(shelf.lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // Below the first grade the formula counts fewer syllables, and says no more.
  return say(t, 'readingGradeValue', { grade: digits.format(Math.max(1, grade)) });
}
