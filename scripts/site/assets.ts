import { mkdir, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Site } from '../model/library.ts';
import { addressOf } from '../model/library.ts';
import type { ScriptName } from './view.ts';

/** The folder that holds package.json. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Addresses as a page writes them; the names change with the content. */
export type Assets = {
  stylesheet: string;
  icon: string;
  /** On every page. */
  script: string;
  /** On the pages that ask for them. */
  scripts: Record<ScriptName, string>;
};

const ENTRIES = {
  stylesheet: 'templates/styles/site.css',
  icon: 'templates/assets/icon.svg',
  script: 'templates/client/every-page.ts',
  paper: 'templates/client/paper.ts',
  filter: 'templates/client/filter.ts',
  search: 'templates/client/search.ts',
  progress: 'templates/client/progress.ts',
};

/** Bundles the style sheet with its fonts, the scripts, and the icon, into `<out>/assets`. */
export async function bundleAssets(
  outDir: string,
  site: Pick<Site, 'pathPrefix'>,
): Promise<Assets> {
  const result = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: Object.values(ENTRIES),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: resolve(outDir, 'assets'),
    bundle: true,
    format: 'esm',
    // Written here: its own process would go on writing after an interrupted build was cleared away.
    write: false,
    minify: true,
    metafile: true,
    legalComments: 'inline',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    target: ['chrome120', 'firefox121', 'safari17'],
    logLevel: 'silent',
  });
  await mkdir(resolve(outDir, 'assets'), { recursive: true });
  for (const { path, contents } of result.outputFiles) await writeFile(path, contents);
  const written = Object.entries(result.metafile.outputs);
  const findAddress = (entry: string) => {
    const found = written.find(([, output]) => output.entryPoint === entry);
    if (!found) throw new Error(`esbuild was asked for ${entry} and wrote no file for it`);
    const file = relative(resolve(outDir), resolve(PROJECT_ROOT, found[0]));
    return addressOf(site, `/${file.replaceAll('\\', '/')}`);
  };
  const { stylesheet, icon, script, paper, filter, search, progress } = ENTRIES;
  return {
    stylesheet: findAddress(stylesheet),
    icon: findAddress(icon),
    script: findAddress(script),
    scripts: {
      paper: findAddress(paper),
      filter: findAddress(filter),
      search: findAddress(search),
      progress: findAddress(progress),
    },
  };
}
