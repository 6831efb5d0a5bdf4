import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Library, Strings } from '../model/library.ts';
import type { Outcome } from '../model/problem.ts';
import { type Reading, readLibrary } from './library.ts';
import type { Source } from './parse.ts';
import { readSpecimen } from './specimen.ts';

/** The program's own strings: of the pages and sheets, and of each larger part in a file of its own. */
const DEFAULT_STRINGS = ['strings', 'device', 'fill-in', 'packet-builder'].map(
  (name) => new URL(`./defaults/${name}.yml`, import.meta.url),
);

/** A content folder that cannot be read at all; the message says what to do. */
export class ContentFolderError extends Error {
  override name = 'ContentFolderError';
}

/** The program's own sheets. */
const SPECIMEN = path.join(import.meta.dirname, '../../templates/specimen');

const toSlashes = (file: string) => file.split(path.sep).join('/');

/** Every file below a folder but hidden ones, sorted by path, as text. */
export async function loadSources(contentDir: string): Promise<Source[]> {
  const entries = await readdir(contentDir, { recursive: true, withFileTypes: true }).catch(
    (cause) => {
      const message = `Expected a folder with content at ${contentDir}, found none. Name one with --content DIR.`;
      throw new ContentFolderError(message, { cause });
    },
  );
  const files = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ({ full: path.join(entry.parentPath, entry.name), isLink: !entry.isFile() }))
    .map((file) => ({ ...file, inside: path.relative(contentDir, file.full) }))
    .filter(({ inside }) => !inside.split(path.sep).some((part) => part.startsWith('.')))
    .sort((a, b) => (a.full < b.full ? -1 : 1));
  return Promise.all(
    files.map(async ({ full, inside, isLink }) => ({
      path: toSlashes(inside),
      file: toSlashes(full),
      isLink: isLink || undefined,
      // A link may lead out of the folder: it is told as a problem, and never read.
      text: isLink ? '' : await readFile(full, 'utf8'),
    })),
  );
}

/** The program's own words, in English. */
export async function loadDefaultStrings(): Promise<Strings> {
  const texts = await Promise.all(DEFAULT_STRINGS.map((file) => readFile(file, 'utf8')));
  return Object.assign({}, ...texts.map((text) => parse(text) as Strings)) as Strings;
}

/** The text that a new file of a kind begins with. */
export function loadStarter(kind: string): Promise<string> {
  return readFile(new URL(`./starters/${kind}.md`, import.meta.url), 'utf8');
}

/** Reads a content folder as far as it can be read, with every problem in it. */
export async function loadReading(contentDir: string): Promise<Reading> {
  const [sources, defaults] = await Promise.all([loadSources(contentDir), loadDefaultStrings()]);
  const reading = readLibrary(sources, defaults, toSlashes(contentDir));
  if (!reading.library.site.reference) return reading;
  const own = await loadSources(path.relative(process.cwd(), SPECIMEN));
  return readSpecimen(own, defaults, reading);
}

/** Reads a content folder whole, or gives every problem in it. */
export async function loadLibrary(contentDir: string): Promise<Outcome<Library>> {
  const { library, problems } = await loadReading(contentDir);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: library };
}
