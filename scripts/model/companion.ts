import type { Strings } from './library.ts';

/** The parts of a companion in their order; the words of each stand in the strings of a language. */
export const COMPANION_PARTS = [
  'purpose',
  'useWhen',
  'notWhen',
  'screenFirst',
  'prepare',
  'introduce',
  'during',
  'debrief',
  'homework',
  'review',
  'adapt',
  'recordKeeping',
  'referOn',
] as const;

/** The headings that a companion in a language has, in order. */
export function companionHeadings(strings: Strings): string[] {
  return COMPANION_PARTS.map((part) => strings[`companion_${part}`] ?? part);
}
