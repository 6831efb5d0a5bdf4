import type { Strings } from '../model/library.ts';
import { fillString } from '../model/text.ts';

const NO_BREAK_SPACE = '\u00a0';

/** A file size as people say it: "61 kB", "1.2 MB"; never split at the end of a line. */
export function formatBytes(bytes: number, lang: string): string {
  const isLarge = bytes >= 1_000_000;
  const amount = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
  const digits = new Intl.NumberFormat(lang, { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${digits.format(amount)}${NO_BREAK_SPACE}${isLarge ? 'MB' : 'kB'}`;
}

/** An ISO date in words, the same in every time zone. */
export function formatDate(isoDate: string, lang: string): string {
  const words = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  return words.format(new Date(`${isoDate}T00:00:00Z`));
}

/** The month of an ISO date in words. */
export function formatMonth(isoDate: string, lang: string): string {
  const words = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${isoDate}T00:00:00Z`));
}

/** Words in a row: "one, two, and three". */
export function formatList(words: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang).format(words);
}

/** The name of a language in that language: "español". */
export function formatLanguageName(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** A counted noun, from the strings `<key>_one`, `<key>_other` and what else a language needs. */
export function formatCount(t: Strings, key: string, count: number, lang: string): string {
  const rule = new Intl.PluralRules(lang).select(count);
  const template = t[`${key}_${rule}`] ?? t[`${key}_other`];
  if (template === undefined) throw new Error(`strings.yml has no "${key}_other" to count with`);
  return fillString(template, { count });
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'dv', 'fa', 'ha', 'he', 'ks', 'ku', 'ps', 'ur', 'yi']);

/** Which way a language is read. */
export function findDirection(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
