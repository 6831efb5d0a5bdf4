/** A day of a tracker: what stands over its column, and its whole name when it has one. */
export type TrackerDay = { head: string; name?: string };

/** Any Monday; the days of a week begin with it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

/** The seven days of the week in a language, Monday first. */
export function weekdays(lang: string): TrackerDay[] {
  const timeZone = 'UTC';
  const short = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone });
  const long = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone });
  return Array.from({ length: 7 }, (_, day) => {
    const date = new Date(MONDAY + day * DAY_MS);
    return { head: short.format(date), name: long.format(date) };
  });
}

/** The columns of a tracker: a week has its days by name, any other stretch counts them. */
export function trackerDays(count: number, lang: string): TrackerDay[] {
  if (count === 7) return weekdays(lang);
  return Array.from({ length: count }, (_, day) => ({ head: String(day + 1) }));
}
