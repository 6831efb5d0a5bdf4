import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLibrary } from '../content/library.ts';
import { loadDefaultStrings, loadSources, loadStarter } from '../content/load.ts';
import type { Source } from '../content/parse.ts';
import {
  findNextNumber,
  STARTER_FOLDERS,
  toCompanionStarter,
  toStarter,
} from '../content/starters.ts';
import { previewPath } from '../dev/preview.ts';
import {
  addressOf,
  documentPath,
  type Library,
  languageRoot,
  type Strings,
} from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { slugify } from '../model/text.ts';
import type { NewOptions } from './new-options.ts';
import { UsageError } from './options.ts';
import { formatProblem } from './report.ts';

/** A file that was made: its path, and the addresses at which `npm run dev` shows it. */
export type NewFile = {
  file: string;
  addresses: string[];
  /** What the rules of the folder want besides, as an author reads it. */
  wanted: string[];
};

function toSlug({ kind, words, slug }: NewOptions): string {
  const made = slug ?? (kind === 'companion' ? words : slugify(words));
  if (made !== '') return made;
  throw new UsageError(`"${words}" gives no address. Name one with --slug.`);
}

/** What a starter cannot say for its author: sources, and other texts that belong to it. */
function findWanted(breaches: readonly Problem[], file: string): string[] {
  return breaches.filter((breach) => breach.file === file).map(formatProblem);
}

/** What keeps a text out that would not be there without it, as an author reads it. */
function findObjections(before: readonly string[], after: readonly string[], file: string) {
  // A broken text elsewhere is no reason not to begin another.
  return after.filter((line) => !before.includes(line) && line.startsWith(file));
}

function addressesOf({ site, languages }: Library, lang: string, file: string): string[] {
  const shelf = languages.find((one) => one.lang === lang);
  const texts = shelf
    ? [
        ...shelf.worksheets,
        ...shelf.articles,
        ...shelf.pages,
        ...shelf.companions,
        ...shelf.packets,
      ]
    : [];
  const text = texts.find((one) => one.file === file);
  if (!text) return [];
  const preview = previewPath(languageRoot(site, lang), text.slug);
  const paths = [documentPath(site, text), ...(text.kind === 'worksheet' ? [preview] : [])];
  return paths.map((one) => addressOf(site, one));
}

async function compose(
  { kind, words }: NewOptions,
  lang: string,
  sources: readonly Source[],
  { library, defaults }: { library: Library; defaults: Strings },
): Promise<string> {
  const shelf = library.languages.find((one) => one.lang === lang);
  if (kind === 'companion') {
    return toCompanionStarter(shelf?.strings ?? defaults);
  }
  const number = findNextNumber(sources, lang, kind);
  return toStarter(await loadStarter(kind), {
    title: words,
    number,
    sheet: shelf?.worksheets.find((one) => !one.private)?.slug,
    vocabulary: library.vocabulary,
  });
}

/** Makes a new text without a problem, but for what rules want of its author. Throws `UsageError` when there cannot be one. */
export async function writeNewFile(options: NewOptions): Promise<NewFile> {
  const { kind, content } = options;
  const [sources, defaults] = await Promise.all([loadSources(content), loadDefaultStrings()]);
  const before = readLibrary(sources, defaults, content);
  const lang = options.lang ?? before.library.site.language;
  const inside = `${lang}/${STARTER_FOLDERS[kind]}/${toSlug(options)}.md`;
  const file = `${content.replace(/[/\\]+$/, '')}/${inside}`;
  if (sources.some((source) => source.path === inside)) {
    throw new UsageError(
      `${file} is there already. Choose another title, or name one with --slug.`,
    );
  }
  const text = await compose(options, lang, sources, { library: before.library, defaults });
  const after = readLibrary([...sources, { path: inside, file, text }], defaults, content);
  const objections = findObjections(
    before.problems.map(formatProblem),
    after.problems.filter((one) => !after.breaches.includes(one)).map(formatProblem),
    file,
  );
  if (objections.length > 0) throw new UsageError(`${objections.join('\n')}\nNothing was written.`);
  await mkdir(path.dirname(file), { recursive: true });
  // Never over a file that came here since.
  await writeFile(file, text, { flag: 'wx' });
  const wanted = findWanted(after.breaches, file);
  return { file, addresses: addressesOf(after.library, lang, file), wanted };
}
