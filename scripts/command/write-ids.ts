import { readFile } from 'node:fs/promises';
import { addIds } from '../content/ids.ts';
import { readLibrary } from '../content/library.ts';
import { loadDefaultStrings, loadSources } from '../content/load.ts';
import type { Source } from '../content/parse.ts';
import type { Worksheet } from '../model/document.ts';
import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { replaceFile } from './replace-file.ts';

/** The files that were given ids, or why none was. */
export type WrittenIds = { files: string[]; count: number; problems: Problem[] };

type Edit = { source: Source; text: string; added: number };

function sheetsOf({ languages }: Library): Worksheet[] {
  return languages.flatMap(({ worksheets }) => worksheets);
}

function problemsOf(file: string, places: readonly { id: string; line: number; column: number }[]) {
  return places.map(({ id, line, column }): Problem => {
    const message = `the id "${id}" could not be written here`;
    return { file, line, column, message, hint: `Write {#${id}} after the prompt yourself.` };
  });
}

/** The edits that a library needs, and the fields that could not be found in their files. */
function planEdits(library: Library, sources: readonly Source[]) {
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const { file, fields } of sheetsOf(library)) {
    const source = sources.find((one) => one.file === file);
    if (!source) continue;
    const { text, added, lost } = addIds(source.text, fields);
    problems.push(...problemsOf(file, lost));
    if (added > 0) edits.push({ source, text, added });
  }
  return { edits, problems };
}

/** Whether the files say, after their edits, what they said before: the same fields with the same ids. */
function findChanged(before: Library, after: Library): Problem[] {
  // An id moves what stands behind it on its line, in an agreement too.
  const asWritten = (sheet: Worksheet | undefined) =>
    JSON.stringify(sheet?.fields, (key, value) =>
      key === 'line' || key === 'column' ? undefined : value,
    );
  const edited = new Map(sheetsOf(after).map((sheet) => [sheet.file, sheet]));
  return sheetsOf(before).flatMap((sheet) => {
    if (asWritten(edited.get(sheet.file)) === asWritten(sheet)) return [];
    return problemsOf(sheet.file, sheet.fields.slice(0, 1));
  });
}

/** Files that are not what was read of them: another encoding than UTF-8, or changed since. */
async function findForeign(edits: readonly Edit[]): Promise<Problem[]> {
  const checked = await Promise.all(
    edits.map(async ({ source: { file, text } }) => {
      const isSame = (await readFile(file)).equals(Buffer.from(text));
      const message = 'this file is not written in UTF-8, or it changed just now';
      return isSame ? [] : [{ file, line: 1, column: 1, message, hint: 'Save it as UTF-8.' }];
    }),
  );
  return checked.flat();
}

/**
 * Writes the generated ids of a content folder into its files, so that they stay when the prompts
 * change. While anything at all is wrong with the folder, nothing is written.
 */
export async function writeIds(content: string): Promise<WrittenIds> {
  const [sources, defaults] = await Promise.all([loadSources(content), loadDefaultStrings()]);
  const before = readLibrary(sources, defaults, content);
  const { edits, problems: lost } = planEdits(before.library, sources);
  const texts = new Map(edits.map(({ source, text }) => [source, text]));
  const after = readLibrary(
    sources.map((source) => ({ ...source, text: texts.get(source) ?? source.text })),
    defaults,
    content,
  );
  const problems = [
    ...before.problems,
    ...lost,
    ...(lost.length > 0 ? [] : findChanged(before.library, after.library)),
    ...(await findForeign(edits)),
  ];
  if (problems.length > 0) return { files: [], count: 0, problems };
  for (const { source, text } of edits) await replaceFile(source.file, Buffer.from(text));
  const count = edits.reduce((sum, { added }) => sum + added, 0);
  return { files: edits.map(({ source }) => source.file), count, problems: [] };
}
