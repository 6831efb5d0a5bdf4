import { fillWords } from '../fill-words.ts';

/** A sheet that can be chosen, as the page brings it. */
export type BuilderSheet = {
  stem: string;
  title: string;
  numberLabel: string;
  details: string[];
  isPrivate: boolean;
  hasFields: boolean;
  copies: number;
  requires: string[];
  files: { href: string; paper: string; edition: string; pages: number }[];
};

/** What the page brings for its script. */
export type BuilderData = {
  sheets: BuilderSheet[];
  words: Record<string, string>;
  lang: string;
};

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
