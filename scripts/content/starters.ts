import { companionHeadings } from '../model/companion.ts';
import type { Strings, Vocabulary } from '../model/library.ts';
import { fillString } from '../model/text.ts';
import { normalizeText } from './characters.ts';
import { type ParsedSource, parseSource, type Source } from './parse.ts';

/** The kinds of text that a new file can be, and the folder each has. */
export const STARTER_FOLDERS = {
  worksheet: 'worksheets',
  article: 'guide',
  page: 'pages',
  companion: 'companions',
  packet: 'packets',
} as const;

/** A kind of text that a new file can be. */
export type StarterKind = keyof typeof STARTER_FOLDERS;

/** What a starter is filled in with. */
export type StarterFacts = {
  title: string;
  number: number;
  /** Slug of a sheet that there is. */
  sheet?: string;
  vocabulary: Pick<Vocabulary, 'stages' | 'who' | 'strengths' | 'topics' | 'paths'>;
};

/** The number of a text, also of one that is a draft or broken. */
function numberOf({ frontMatter }: ParsedSource): number {
  const { number } = (frontMatter.value ?? {}) as { number?: unknown };
  return typeof number === 'number' ? number : 0;
}

/** The number after the highest that a text of the kind has in a language. */
export function findNextNumber(
  sources: readonly Source[],
  lang: string,
  kind: StarterKind,
): number {
  const folder = `${lang}/${STARTER_FOLDERS[kind]}/`;
  const numbers = sources
    .filter(({ path }) => path.startsWith(folder))
    .map((source) => numberOf(parseSource(source)));
  return Math.max(0, ...numbers) + 1;
}

/** Fills in a starter; words stand in double quotes, so that they may hold anything YAML reads. */
export function toStarter(template: string, facts: StarterFacts): string {
  const { title, number, sheet = '', vocabulary } = facts;
  const [stage] = vocabulary.stages;
  const first = (key: 'topics' | 'paths') => {
    const [term] = vocabulary[key];
    return term ? `${key}: [${term.id}]\n` : '';
  };
  return fillString(normalizeText(template), {
    title: JSON.stringify(title),
    number,
    sheet,
    stage: stage ? `stage: ${stage.id}\n` : '',
    topics: first('topics'),
    paths: first('paths'),
    who: vocabulary.who[0]?.id ?? '',
    // The weakest: a text that says nothing yet must not claim more.
    strength: vocabulary.strengths.at(-1)?.id ?? '',
  });
}

/** A companion with every part in its order; a part needs words, so each is given some. */
export function toCompanionStarter(strings: Strings): string {
  const parts = companionHeadings(strings).map((part) => `## ${part}\n\nWrite here.\n`);
  return `---\nfollowUp: []\n---\n\n${parts.join('\n')}`;
}
