import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toManifest } from '../manifest/to-manifest.ts';
import type { Library } from '../model/library.ts';
import type { Manifest, SheetOutput } from '../model/manifest.ts';
import { UsageError } from './options.ts';
import type { Scratch } from './publish.ts';

/** Throws `UsageError` when `--only` names a sheet that is not there. */
export function checkOnly(library: Library, only: readonly string[]): void {
  const slugs = new Set(
    library.languages.flatMap(({ worksheets }) => worksheets.map(({ slug }) => slug)),
  );
  const unknown = only.filter((slug) => !slugs.has(slug));
  if (unknown.length === 0) return;
  const there = [...slugs].join(', ');
  throw new UsageError(
    `--only: there is no worksheet "${unknown.join('", "')}". There are: ${there}.`,
  );
}

async function loadManifest(out: string): Promise<Manifest> {
  const text = await readFile(path.join(out, 'manifest.json'), 'utf8').catch((cause) => {
    const message = `--only keeps the other sheets of an earlier build, and ${out} holds none. Build once without it.`;
    throw new UsageError(message, { cause });
  });
  return JSON.parse(text) as Manifest;
}

/**
 * Takes the sheets that `only` does not name over from the earlier build in `out`: their files are
 * copied into the scratch folder. A sheet that is new, or of which the manifest would now say
 * something else (its number, its title, its fields), is not taken over but printed with the others,
 * for manifest, page and PDF must agree. Throws `UsageError` when there is no earlier build.
 */
export async function keepEarlierSheets(
  library: Library,
  only: readonly string[],
  out: string,
  scratch: Scratch,
): Promise<SheetOutput[]> {
  const manifest = only.length > 0 ? await loadManifest(out) : undefined;
  const sheets = library.languages.flatMap(({ worksheets }) => worksheets);
  const kept: SheetOutput[] = [];
  for (const { lang, slug } of sheets) {
    const earlier = manifest?.worksheets.find(
      (sheet) => sheet.lang === lang && sheet.slug === slug,
    );
    if (!manifest || !earlier || only.includes(slug)) continue;
    const { files, picture } = earlier;
    const asNow = toManifest(library, [{ lang, slug, files, picture }], manifest.generator);
    if (JSON.stringify(asNow.worksheets[0]) !== JSON.stringify(earlier)) continue;
    for (const { path: file } of [...files, picture]) {
      await scratch.write(file, await readFile(path.join(out, file)));
    }
    kept.push({ lang, slug, files, picture });
  }
  return kept;
}
