import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { close, createIndex } from 'pagefind';

/** A search index that could not be made, and why. */
export class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

type Entry = { languages: Record<string, { wasm: string | null }> };

/** Its engine goes out with the site, and so does its license. */
const LICENSE = new URL('../LICENSE/LICENSE', import.meta.resolve('pagefind'));

/** What the page of ours needs of Pagefind: its engine and the index, not its own pages. */
function isNeeded(path: string, entry: Entry): boolean {
  if (/^(pagefind-(?!worker|entry)|pagefind-ui)/.test(path)) return false;
  const engine = /^wasm\.(.+)\.pagefind$/.exec(path)?.[1];
  if (!engine) return true;
  return Object.values(entry.languages).some(({ wasm }) => (wasm ?? 'unknown') === engine);
}

/**
 * Indexes the written pages into `<outDir>/pagefind`. Files are handed over one by one, in their
 * order, so that the same pages give the same bytes. Only pages marked with `data-pagefind-body`
 * are in it. Nothing is fetched.
 */
export async function writeSearchIndex(outDir: string, files: readonly string[]): Promise<void> {
  try {
    const { index, errors } = await createIndex({ writePlayground: false });
    if (!index) throw new SearchIndexError(`Pagefind did not start: ${errors.join('; ')}`);
    for (const file of [...files].sort()) {
      const content = await readFile(resolve(outDir, file), 'utf8');
      const added = await index.addHTMLFile({ sourcePath: file, content });
      if (added.errors.length > 0) {
        throw new SearchIndexError(`Pagefind refused ${file}: ${added.errors.join('; ')}`);
      }
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) {
      throw new SearchIndexError(`Pagefind made no index: ${made.errors.join('; ')}`);
    }
    const found = made.files.find(({ path }) => path === 'pagefind-entry.json');
    const entry = JSON.parse(Buffer.from(found?.content ?? '{}').toString('utf8')) as Entry;
    for (const { path, content } of made.files) {
      if (!isNeeded(path, entry)) continue;
      const target = resolve(outDir, 'pagefind', path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await copyFile(LICENSE, resolve(outDir, 'pagefind/LICENSE.txt'));
  } finally {
    await close();
  }
}
