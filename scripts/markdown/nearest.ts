import { closest, distance } from 'fastest-levenshtein';

/** The known word that looks most like `word`, when one is near enough to be meant. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), best) <= Math.max(2, best.length / 3) ? best : undefined;
}

/** A longer list helps nobody. */
const MOST_SHOWN = 16;

/** "Did you mean …?" when a known word is near, else the list of all known words. */
export function hintNearest(word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  if (nearest) return `Did you mean "${nearest}"?`;
  const shown = known.slice(0, MOST_SHOWN).join(', ');
  return known.length > MOST_SHOWN ? `Known here: ${shown} …` : `Known here: ${shown || 'none'}.`;
}
