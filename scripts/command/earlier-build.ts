import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toManifest } from '../manifest/to-manifest.ts';
import type { Worksheet } from '../model/document.ts';
import type { Library } from '../model/library.ts';
import {
  isOutputOf,
  type Manifest,
  NO_OUTPUTS,
  type Outputs,
  type SheetOutput,
  toOutputs,
} from '../model/manifest.ts';
import { UsageError } from './options.ts';
import type { Scratch } from './publish.ts';

/** Throws `UsageError` when `--only` names a sheet or a packet that is not there. */
export function checkOnly(library: Library, only: readonly string[]): void {
  const slugs = new Set(
    library.languages.flatMap(({ worksheets, packets }) =>
      [...worksheets, ...packets].map(({ slug }) => slug),
    ),
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

type Earlier = { library: Library; manifest: Manifest; only: readonly string[] };

/** A packet is bound anew with any of its sheets. */
function keepPackets({ library, manifest, only }: Earlier, sheets: readonly SheetOutput[]) {
  const earlier = toOutputs(manifest).packets;
  const asNow = toManifest(library, { sheets: [], packets: earlier }, manifest.generator).packets;
  return earlier.filter((output) => {
    const is = (one: { lang: string; slug: string }) =>
      one.lang === output.lang && one.slug === output.slug;
    const [before, now] = [manifest.packets.find(is), asNow.find(is)];
    const isWhole = now?.sheets.every((slug) =>
      sheets.some((sheet) => sheet.lang === output.lang && sheet.slug === slug),
    );
    return isWhole && !only.includes(output.slug) && JSON.stringify(before) === JSON.stringify(now);
  });
}

function keepSheets({ library, manifest, only }: Earlier): SheetOutput[] {
  const outputs = toOutputs(manifest).sheets;
  const libraries = [library, ...(library.specimen ? [library.specimen.library] : [])];
  const sheets = libraries.flatMap(({ languages }) => languages.flatMap((one) => one.worksheets));
  return sheets.flatMap((sheet) => {
    const earlier = outputs.find((output) => isOutputOf(output, sheet));
    if (!earlier || (only.includes(sheet.slug) && !sheet.specimen)) return [];
    const asNow = toManifest(library, { sheets: [earlier], packets: [] }, manifest.generator);
    return sayingOf(asNow, sheet) === sayingOf(manifest, sheet) ? [earlier] : [];
  });
}

/**
 * Takes what `only` does not name over from the earlier build in `out`: its files are copied into
 * the scratch folder. A sheet that is new, or of which the manifest would now say something else
 * (its number, its title, its fields), is not taken over but printed with the others, for manifest,
 * page and PDF must agree. Throws `UsageError` when there is no earlier build.
 */
export async function keepEarlier(
  library: Library,
  only: readonly string[],
  out: string,
  scratch: Scratch,
): Promise<Outputs> {
  if (only.length === 0) return NO_OUTPUTS;
  const earlier = { library, manifest: await loadManifest(out), only };
  const sheets = keepSheets(earlier);
  const packets = keepPackets(earlier, sheets);
  for (const { files, picture } of [...sheets, ...packets]) {
    for (const { path: file } of [...files, picture]) {
      await scratch.write(file, await readFile(path.join(out, file)));
    }
  }
  return { sheets, packets };
}
