import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { addressOf, type Library } from '../model/library.ts';
import { isOutputOf, type Outputs } from '../model/manifest.ts';
import { BUNDLE } from './assets.ts';
import { formatBytes } from './format.ts';
import type { SiteData } from './page-view.ts';
import type { Frame } from './view.ts';

/** What a copy shows where it has no page; at the root of the site's own language. */
export const OFFLINE_PAGE = 'offline.html';

/** What pages know of the copy while they are written: not yet how large it is. */
export type OfflineOffer = { root: string; size: string };

const WORKER = 'templates/client/service-worker.ts';
const SIZE_TO_COME = '%OFFLINE-SIZE%';

/** The offer as pages are written with it. */
export function toOffer({ site }: Library): OfflineOffer {
  return { root: addressOf(site, '/'), size: SIZE_TO_COME };
}

/** The pages of a copy: none that nobody should find, and none that stands on no list. */
function listPages(data: SiteData): Frame[] {
  return Object.values(data)
    .flat()
    .filter(
      ({ isPrivate, isUnlisted, file }) => file === OFFLINE_PAGE || !(isPrivate || isUnlisted),
    );
}

/** Standard prints on every paper with their pictures; the pictures of packets, which are large. */
function listPrints({ languages }: Library, { sheets, packets }: Outputs): string[] {
  const open = languages.flatMap(({ worksheets }) => worksheets.filter((sheet) => !sheet.private));
  const copied = sheets.filter((output) => open.some((sheet) => isOutputOf(output, sheet)));
  return [
    ...copied.flatMap(({ files }) =>
      files.filter(({ edition }) => edition === 'standard').map(({ path }) => path),
    ),
    ...[...copied, ...packets].map(({ picture }) => picture.path),
  ];
}

/** Files below the output folder that a copy holds, sorted; the search, which knows all pages, is not. */
async function listFiles(
  outDir: string,
  library: Library,
  data: SiteData,
  outputs: Outputs,
): Promise<string[]> {
  const assets = await readdir(resolve(outDir, 'assets'));
  const pages = listPages(data).map(({ file }) => file);
  return [
    ...pages,
    ...listPrints(library, outputs),
    ...assets.map((file) => `assets/${file}`),
  ].sort();
}

/** Writes into the pages how large the copy is, now that it is known. */
async function tellSize(outDir: string, frames: readonly Frame[], bytes: number): Promise<void> {
  for (const { file, lang } of frames) {
    const target = resolve(outDir, file);
    const html = await readFile(target, 'utf8');
    await writeFile(target, html.replaceAll(SIZE_TO_COME, formatBytes(bytes, lang)));
  }
}

/** A file as the worker names it: "guide/index.html" is what stands at "guide/". */
const toAddress = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

async function hashFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
}

/**
 * Writes `sw.js`, which keeps a copy of the site for those who ask for one, with the list of what
 * is in it; and tells the pages that offer it how large that is.
 */
export async function writeOffline(
  outDir: string,
  library: Library,
  data: SiteData,
  outputs: Outputs,
): Promise<void> {
  const files = await listFiles(outDir, library, data, outputs);
  const sizes = await Promise.all(files.map((file) => stat(resolve(outDir, file))));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  await tellSize(outDir, [...data.homes, ...data.sheetLists], bytes);
  const list = await Promise.all(
    files.map(async (file) => [toAddress(file), await hashFile(resolve(outDir, file))]),
  );
  const target = resolve(outDir, 'sw.js');
  const { outputFiles } = await build({
    ...BUNDLE,
    entryPoints: [WORKER],
    outfile: target,
    format: 'iife',
    define: {
      OFFLINE_FILES: JSON.stringify(list),
      OFFLINE_PAGE: JSON.stringify(OFFLINE_PAGE),
    },
  });
  await writeFile(target, outputFiles[0]?.contents ?? '');
}
