import type { Helpline } from '../../model/library.ts';
import type { Rule } from './rule.ts';

/** A helpline that nobody looked at for longer than this may have changed, where nothing else is set. */
const MOST_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day that speaks for a line: when it was last called, else when it was gathered. */
function lastSeen({ called, gathered }: Helpline): { key: 'called' | 'gathered'; day: string } {
  return called ? { key: 'called', day: called } : { key: 'gathered', day: gathered };
}

/** Nobody in need is sent to a number that no one has looked at for long; asked at a release. */
export const freshHelplinesRule: Rule = {
  name: 'fresh-helplines',
  demands: 'at a release, every helpline was seen lately',
  always: true,
  check({ rules, helplines, releaseDay }) {
    if (!releaseDay) return [];
    const setting = rules.settings['fresh-helplines'];
    const most = typeof setting === 'object' ? setting.days : MOST_DAYS;
    const { lines, file, positions } = helplines;
    return lines.flatMap((line, index) => {
      const { key, day } = lastSeen(line);
      const days = daysBetween(day, releaseDay);
      if (days <= most) return [];
      const { line: at, column } = positions[`/lines/${index}/${key}`] ?? { line: 1, column: 1 };
      const message = `lines[${index + 1}].${key}: "${line.name}" was last seen ${days} days ago, expected at most ${most}`;
      const hint = 'Ring it, or look at its page, and write the day.';
      return [{ file, line: at, column, message, hint }];
    });
  },
};
