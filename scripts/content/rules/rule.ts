import type { Document, Worksheet } from '../../model/document.ts';
import type { Helplines, Vocabulary } from '../../model/library.ts';
import type { Position, Problem } from '../../model/problem.ts';

/** The kinds of texts as `rules.yml` names them. */
export type TextKind = 'worksheets' | 'articles' | 'companions' | 'packets' | 'pages';

/** What `rules.yml` says, rule by rule; a rule without settings is named with `true`. */
export type RuleSettings = {
  'reading-grade'?: Partial<Record<TextKind, { target?: number; most: number }>>;
  'sentence-length'?: Partial<Record<TextKind, number>>;
  'text-length'?: Partial<Record<TextKind, { least?: number; most?: number }>>;
  'banned-words'?: { words: string[]; hint?: string; in?: TextKind[] }[];
  'own-words'?: { words: number };
  'required-keys'?: Partial<Record<TextKind | 'private', string[]>>;
  'required-topics'?: string[];
  companions?: boolean;
  'worked-hints'?: boolean;
  'private-sheets'?: boolean;
  'packet-paths'?: boolean;
  'requires-order'?: boolean;
  'two-signatures'?: boolean | { who: string[] };
  'fresh-helplines'?: boolean | { days: number };
  reviewed?: boolean;
};

/** The name of a rule. */
export type RuleName = keyof RuleSettings;

/** `rules.yml` as it was read: settings, what is switched off, and where each stands. */
export type Rules = {
  settings: RuleSettings;
  off: RuleName[];
  file: string;
  positions: Record<string, Position>;
};

/** All that rules are held against. */
export type RuleBook = {
  rules: Rules;
  /** Every text without a problem of its own, and no draft. */
  documents: readonly Document[];
  /** Those and the texts with problems: what is there, whatever is in it. */
  all: readonly Pick<Document, 'kind' | 'lang' | 'slug'>[];
  /** What stands in the file of each, with line ends as \n. */
  texts: ReadonlyMap<string, string>;
  vocabulary: Vocabulary;
  helplines: Helplines;
  /** The day of a release, ISO; none when nothing is released. */
  releaseDay?: string;
};

/** One rule that texts are held against; it can be switched off by its name. */
export type Rule = {
  name: RuleName;
  /** One sentence: what it demands. */
  demands: string;
  /** Whether it holds also where `rules.yml` does not name it. */
  always: boolean;
  /** Every breach, with file, line and the words concerned. */
  check(book: RuleBook): Problem[];
};

/** What `rules.yml` calls the kind of a text. */
export function kindOf({ kind }: Pick<Document, 'kind'>): TextKind {
  return `${kind}s`;
}

/** A problem at a front-matter key of a text, or at its head where the key is not written. */
export function atKey(document: Document, key: string, message: string, hint?: string): Problem {
  const { line, column } = document.positions[key] ?? { line: 1, column: 1 };
  return { file: document.file, line, column, message, hint };
}

/** A problem at a key of `rules.yml`. */
export function atRule({ file, positions }: Rules, pointer: string, message: string): Problem {
  const { line, column } = positions[pointer] ?? { line: 1, column: 1 };
  return { file, line, column, message };
}

/** The worksheets among texts. */
export function sheetsOf(documents: readonly Document[]): Worksheet[] {
  return documents.filter((document) => document.kind === 'worksheet');
}

/** A number with at most one decimal. */
export const rounded = (value: number) => String(Math.round(value * 10) / 10);
