import { readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';

/** Below the folder of the assets: the licenses of what others wrote, in full. */
export const LICENSES = 'licenses.txt';

const PACKAGE = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Folders of the packages that have a part in what was written. */
function listPackages(bundles: readonly Metafile[]): string[] {
  const used = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([file]) => PACKAGE.exec(file)?.[1] ?? []))].sort();
}

async function describePackage(folder: string): Promise<string> {
  const about: { name: string; version: string; license: string } = JSON.parse(
    await readFile(resolve(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find((name) => /^licen[sc]e(\.|$)/i.test(name));
  if (!file) throw new Error(`Expected the text of a license in ${folder}, found none`);
  const text = await readFile(resolve(folder, file), 'utf8');
  return `${about.name} ${about.version} (${about.license})\n\n${text.trim()}\n`;
}

/**
 * Writes the licenses of all packages that have a part in the bundles beside them: most ask that
 * their words go wherever their code or their letters go.
 */
export async function writeLicenses(
  assetsDir: string,
  projectRoot: string,
  bundles: readonly Metafile[],
): Promise<void> {
  const folders = listPackages(bundles).map((folder) => resolve(projectRoot, folder));
  const texts = await Promise.all(folders.map(describePackage));
  await writeFile(resolve(assetsDir, LICENSES), texts.join(`\n${'='.repeat(72)}\n\n`));
}
