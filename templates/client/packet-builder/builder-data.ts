import type { BuilderData, BuilderSheet } from '../../../scripts/model/builder-data.ts';
import { fillWords } from '../fill-words.ts';

/** One of the page's words with its gaps filled; one that is missing is empty. */
export function say(
  { words }: BuilderData,
  key: string,
  values: Record<string, string | number> = {},
): string {
  return fillWords(words[key], values);
}

/** A counted noun, by the rules of the page's language. */
export function sayCount(data: BuilderData, key: string, count: number): string {
  const rule = new Intl.PluralRules(data.lang).select(count);
  return say(data, `${key}_${rule}`, { count });
}

/** Reads what the page brings. */
export function readData(form: HTMLFormElement): BuilderData {
  return JSON.parse(form.dataset['packetBuilder'] ?? '{}') as BuilderData;
}

/** The sheet with a stem. */
export function findSheet({ sheets }: BuilderData, stem: string): BuilderSheet | undefined {
  return sheets.find((sheet) => sheet.stem === stem);
}
