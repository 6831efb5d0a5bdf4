import { mkdir, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Site } from '../model/library.ts';
import { addressOf } from '../model/library.ts';
import { SCRIPT_NAMES, type ScriptName } from './view.ts';

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

const STYLESHEET = 'templates/styles/site.css';
const ICON = 'templates/assets/icon.svg';
const EVERY_PAGE = 'templates/client/every-page.ts';

const scriptFile = (name: ScriptName) => `templates/client/${name}.ts`;

/** Bundles the style sheet with its fonts, the scripts, and the icon, into `<out>/assets`. */
export async function bundleAssets(
  outDir: string,
  site: Pick<Site, 'pathPrefix'>,
): Promise<Assets> {
  const result = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [STYLESHEET, ICON, EVERY_PAGE, ...SCRIPT_NAMES.map(scriptFile)],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir: resolve(outDir, 'assets'),
    bundle: true,
    format: 'esm',
    // What a script imports only when it is asked for is a file of its own, loaded only then.
    splitting: true,
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
  const scripts = SCRIPT_NAMES.map((name) => [name, findAddress(scriptFile(name))] as const);
  return {
    stylesheet: findAddress(STYLESHEET),
    icon: findAddress(ICON),
    script: findAddress(EVERY_PAGE),
    scripts: Object.fromEntries(scripts) as Assets['scripts'],
  };
}
