import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Library } from '../model/library.ts';
import type { Manifest, SheetOutput } from '../model/manifest.ts';
import { UsageError } from './options.ts';
import type { Scratch } from './publish.ts';

/** The sheets that `--only` names, or all when it names none. Throws `UsageError` for a stranger. */
export function chooseSheets(library: Library, only: readonly string[]): Library {
  const slugs = new Set(
    library.languages.flatMap(({ worksheets }) => worksheets.map(({ slug }) => slug)),
  );
  const unknown = only.filter((slug) => !slugs.has(slug));
  if (unknown.length > 0) {
    throw new UsageError(
      `--only: there is no worksheet "${unknown.join('", "')}". There are: ${[...slugs].join(', ')}.`,
    );
  }
  if (only.length === 0) return library;
  const languages = library.languages.map((shelf) => ({
    ...shelf,
    worksheets: shelf.worksheets.filter(({ slug }) => only.includes(slug)),
  }));
  return { ...library, languages };
}

async function loadManifest(out: string): Promise<Manifest> {
  const text = await readFile(path.join(out, 'manifest.json'), 'utf8').catch((cause) => {
    throw new UsageError(
      `--only keeps the other sheets of an earlier build, and ${out} holds none. Build once without it.`,
      { cause },
    );
  });
  return JSON.parse(text) as Manifest;
}

/**
 * Takes the sheets that are not printed anew over from the earlier build in `out`: their files are
 * copied into the scratch folder. Throws `UsageError` when the earlier build lacks one of them.
 */
export async function keepEarlierSheets(
  library: Library,
  printed: readonly SheetOutput[],
  out: string,
  scratch: Scratch,
): Promise<SheetOutput[]> {
  const manifest = await loadManifest(out);
  const kept: SheetOutput[] = [];
  for (const { lang, worksheets } of library.languages) {
    for (const { slug } of worksheets) {
      if (printed.some((output) => output.lang === lang && output.slug === slug)) continue;
      const earlier = manifest.worksheets.find(
        (sheet) => sheet.lang === lang && sheet.slug === slug,
      );
      if (!earlier)
        throw new UsageError(
          `--only: the earlier build in ${out} has no "${slug}". Build once without it.`,
        );
      const { files, picture } = earlier;
      for (const { path: file } of [...files, picture]) {
        await scratch.write(file, await readFile(path.join(out, file)));
      }
      kept.push({ lang, slug, files, picture });
    }
  }
  return kept;
}
