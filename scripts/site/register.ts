import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import nunjucks from 'nunjucks';
import type { Library } from '../model/library.ts';
import { type Manifest, NO_OUTPUTS, type Outputs, toOutputs } from '../model/manifest.ts';
import { type Assets, bundleAssets, PROJECT_ROOT } from './assets.ts';
import { addFilters } from './filters.ts';
import { toOffer, writeOffline } from './offline.ts';
import { writeSearchIndex } from './search-index.ts';
import { toHeaders, toSitemap } from './server-files.ts';
import { listPageFiles, toSiteData } from './site-data.ts';

const MANIFEST = resolve(PROJECT_ROOT, 'dist/manifest.json');

/** What a build hands over as the global data "build". */
export type BuildInput = {
  library: Library;
  outputs: Outputs;
  /** Whether there is no copy for offline use: it would stand between writers and what they see. */
  isDraft?: boolean;
  /** Whether the search index is left out: it takes long, and no page looks otherwise without it. */
  isQuick?: boolean;
};

/** A site that could not be built, and why. */
export class SiteError extends Error {
  override name = 'SiteError';
}

/** What an earlier build left behind, so that Eleventy alone can link to it. */
async function loadOutputs(manifestPath: string): Promise<Outputs> {
  try {
    return toOutputs(JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_OUTPUTS;
    throw new SiteError(`${manifestPath} cannot be read; remove it or build again`, {
      cause: error,
    });
  }
}

/**
 * Begins an empty folder with a manifest without sheets: by it a build knows that the folder is its
 * to replace, also when this one stops half way. In a folder that has one already, or other files,
 * nothing is written.
 */
async function markOutput(outDir: string): Promise<void> {
  const entries = await readdir(outDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length > 0) return;
  const generator = { name: 'eleventy', version: '', node: process.version, chromium: 'none' };
  const manifest: Manifest = { generator, articles: [], worksheets: [], packets: [] };
  await mkdir(outDir, { recursive: true });
  await writeFile(resolve(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The library as it stands in the content folder, for `npx @11ty/eleventy` without a build. */
async function loadBuildInput(): Promise<BuildInput> {
  const { loadLibrary } = await import('../content/load.ts');
  const outcome = await loadLibrary(resolve(PROJECT_ROOT, 'content'));
  if (!outcome.ok) {
    const lines = outcome.problems.map(
      (one) => `${one.file}:${one.line}:${one.column}: ${one.message}`,
    );
    throw new SiteError(`The content has problems:\n${lines.join('\n')}`);
  }
  const outputs = await loadOutputs(MANIFEST);
  return { library: outcome.value, outputs };
}

/** Templates are looked for under templates/, on the site as on the sheets. */
function toEnvironment(): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(resolve(PROJECT_ROOT, 'templates'));
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    // A word that is missing stops the build instead of leaving a hole in a page.
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  addFilters(environment);
  return environment;
}

/** Gives Eleventy the templates, the filters and what the pages read. */
export async function registerSite(eleventyConfig: UserConfig): Promise<void> {
  const given = eleventyConfig.globalData.build as BuildInput | undefined;
  if (!given) eleventyConfig.setOutputDirectory('dist');
  const { library, outputs } = given ?? (await loadBuildInput());
  eleventyConfig.setLibrary('njk', toEnvironment());
  const views = toSiteData(library, outputs);
  // A function: Eleventy would merge a plain object into every page's data.
  eleventyConfig.addGlobalData('views', () => views);
  let assets: Assets | undefined;
  eleventyConfig.on('eleventy.before', async ({ directories }) => {
    // Here, for nothing says which of several listeners is called first.
    if (!given) await markOutput(directories.output);
    assets = await bundleAssets(directories.output, library.site);
  });
  eleventyConfig.addGlobalData('assets', () => assets);
  const offer = given?.isDraft ? undefined : toOffer(library);
  eleventyConfig.addGlobalData('offlineOffer', () => offer);
  eleventyConfig.on('eleventy.after', async ({ directories }) => {
    if (library.site.url)
      await writeFile(resolve(directories.output, 'sitemap.xml'), toSitemap(library, views));
    await writeFile(resolve(directories.output, '_headers'), toHeaders(library, views));
    if (offer) await writeOffline(directories.output, library, views, outputs);
    if (given?.isQuick) return;
    await writeSearchIndex(directories.output, listPageFiles(views));
  });
}
