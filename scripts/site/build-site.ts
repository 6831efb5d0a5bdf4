import { relative, resolve } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Library } from '../model/library.ts';
import type { Outputs } from '../model/manifest.ts';
import { PROJECT_ROOT } from './assets.ts';
import { type BuildInput, SiteError } from './register.ts';
import { listPageFiles, toSiteData } from './site-data.ts';

/** What a site is built from and where it goes. */
export type SiteInput = {
  library: Library;
  outputs: Outputs;
  outDir: string;
  /** Whether it is shown while texts are written, from where its PDFs are not. */
  isDraft?: boolean;
  /** Whether what takes long may be left out, for a look right after a change. */
  isQuick?: boolean;
};

/** Eleventy finds its folders from where the process stands, not from where its settings stand. */
function assertInProject(): void {
  if (resolve(process.cwd()) === resolve(PROJECT_ROOT)) return;
  throw new SiteError(
    `The site is built from ${resolve(PROJECT_ROOT)}, but the process stands in ${process.cwd()}. ` +
      'Start it through "npm run".',
  );
}

/** Eleventy has been seen to write nothing and report success; a site is whole or it is an error. */
function assertWhole(expected: readonly string[], written: readonly string[]): void {
  const missing = expected.filter((file) => !written.includes(file));
  const unasked = written.filter((file, index) => {
    return !expected.includes(file) || written.indexOf(file) !== index;
  });
  if (missing.length === 0 && unasked.length === 0) return;
  const list = (files: readonly string[]) => (files.length > 0 ? files.join(', ') : 'none');
  throw new SiteError(
    `The site is not what the library asks for: expected ${expected.length} pages, wrote ` +
      `${written.length}. Missing: ${list(missing)}. Not asked for, or twice: ${list(unasked)}. ` +
      'Look at the permalinks in templates/pages and at the folders in .eleventy.js.',
  );
}

/** Runs Eleventy over the library and returns the pages it wrote, sorted, inside `outDir`. */
export async function buildSite(input: SiteInput): Promise<string[]> {
  const { library, outputs, outDir, isDraft, isQuick } = input;
  assertInProject();
  const eleventy = new Eleventy('templates/pages', relative(process.cwd(), outDir), {
    configPath: '.eleventy.js',
    quietMode: true,
    config: (eleventyConfig) => {
      const given: BuildInput = { library, outputs, isDraft, isQuick };
      eleventyConfig.addGlobalData('build', given);
    },
  });
  eleventy.disableLogger();
  const [, templates] = await eleventy.write();
  const written = templates
    .flatMap(({ outputPath }) => (outputPath ? [relative(outDir, outputPath)] : []))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  assertWhole(listPageFiles(toSiteData(library, outputs)), written);
  return written;
}
