import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toManifest } from '../manifest/to-manifest.ts';
import type { Worksheet } from '../model/document.ts';
import type { Library } from '../model/library.ts';
import { isOutputOf, type Manifest, type SheetOutput, toOutputs } from '../model/manifest.ts';
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

/** All that a manifest says of one sheet. */
function sayingOf({ worksheets, specimen }: Manifest, { lang, slug, ...sheet }: Worksheet): string {
  const own = <T extends { lang?: string; slug: string }>(all: readonly T[] = []) =>
    all.filter((one) => one.slug === slug && (one.lang ?? lang) === lang);
  return JSON.stringify(
    sheet.specimen ? [own(specimen?.files), own(specimen?.pictures)] : own(worksheets),
  );
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
  const outputs = manifest ? toOutputs(manifest) : [];
  const libraries = [library, ...(library.specimen ? [library.specimen.library] : [])];
  const sheets = libraries.flatMap(({ languages }) => languages.flatMap((one) => one.worksheets));
  const kept: SheetOutput[] = [];
  for (const sheet of sheets) {
    const earlier = outputs.find((output) => isOutputOf(output, sheet));
    if (!manifest || !earlier || (only.includes(sheet.slug) && !sheet.specimen)) continue;
    const asNow = toManifest(library, [earlier], manifest.generator);
    if (sayingOf(asNow, sheet) !== sayingOf(manifest, sheet)) continue;
    for (const { path: file } of [...earlier.files, earlier.picture]) {
      await scratch.write(file, await readFile(path.join(out, file)));
    }
    kept.push(earlier);
  }
  return kept;
}
