import type { Helpline, Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';

/** A helpline that nobody looked at for longer than this may have changed. */
const MOST_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day that speaks for a line: when it was last called, else when it was gathered. */
function lastSeen({ called, gathered }: Helpline): { key: 'called' | 'gathered'; day: string } {
  return called ? { key: 'called', day: called } : { key: 'gathered', day: gathered };
}

function findStaleLines({ helplines }: Library, today: string): Problem[] {
  const { lines, file, positions } = helplines;
  return lines.flatMap((line, index) => {
    const { key, day } = lastSeen(line);
    const days = daysBetween(day, today);
    if (days <= MOST_DAYS) return [];
    const at = positions[`/lines/${index}/${key}`] ?? { line: 1, column: 1 };
    const message = `lines[${index + 1}].${key}: "${line.name}" was last seen ${days} days ago, expected at most ${MOST_DAYS}`;
    const hint = 'Ring it, or look at its page, and write the day.';
    return [{ file, line: at.line, column: at.column, message, hint }];
  });
}

function findUnreviewed({ languages }: Library): Problem[] {
  return languages
    .flatMap(({ worksheets, articles }) => [...worksheets, ...articles])
    .filter(({ review }) => review === undefined)
    .map(({ file }) => ({
      file,
      line: 1,
      column: 1,
      message: 'the key "review" is missing: a release needs a text that somebody reviewed',
      hint: 'review: {by: "…", role: …, date: 2026-11-22}',
    }));
}

/**
 * What keeps a folder without problems from being released on a day (ISO): helplines that nobody
 * looked at lately, and sheets and articles that nobody reviewed.
 */
export function findReleaseProblems(library: Library, today: string): Problem[] {
  return [...findStaleLines(library, today), ...findUnreviewed(library)];
}
