import { mkdir, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import type { Site } from '../model/library.ts';
import { addressOf } from '../model/library.ts';
import { FIRST_FONTS, leanFonts } from './fonts.ts';
import { writeLicenses } from './licenses.ts';
import { SCRIPT_NAMES, type ScriptName } from './view.ts';

/** The folder that holds package.json. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Addresses as a page writes them; the names change with the content. */
export type Assets = {
  stylesheet: string;
  icon: string;
  /** To be asked for with the style sheet that will want them. */
  fonts: string[];
  /** On every page, before it is drawn. */
  early: string;
  /** On every page. */
  script: string;
  /** On the pages that ask for them. */
  scripts: Record<ScriptName, string>;
};

const STYLESHEET = 'templates/styles/site.css';
const ICON = 'templates/assets/icon.svg';
const EARLY = 'templates/client/looks-early.ts';
const EVERY_PAGE = 'templates/client/every-page.ts';

const scriptFile = (name: ScriptName) => `templates/client/${name}.ts`;

/** Finds what was written of an entry or of a font, as pages write its address. */
function createFinder(
  bundles: readonly Metafile[],
  outDir: string,
  site: Pick<Site, 'pathPrefix'>,
) {
  const written = bundles.flatMap(({ outputs }) => Object.entries(outputs));
  const toAddress = (output: string | undefined, wanted: string) => {
    if (!output) throw new Error(`esbuild was asked for ${wanted} and wrote no file for it`);
    const file = relative(resolve(outDir), resolve(PROJECT_ROOT, output));
    return addressOf(site, `/${file.replaceAll('\\', '/')}`);
  };
  return {
    findAddress: (entry: string) =>
      toAddress(written.find(([, { entryPoint }]) => entryPoint === entry)?.[0], entry),
    findFont: (name: string) =>
      toAddress(
        written.find(([, { inputs }]) =>
          Object.keys(inputs).some((input) => input.endsWith(`/${name}.woff2`)),
        )?.[0],
        name,
      ),
  };
}

/** How everything of the site is bundled. */
export const BUNDLE = {
  absWorkingDir: PROJECT_ROOT,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  format: 'esm',
  // Written here: its own process would go on writing after an interrupted build was cleared away.
  write: false,
  minify: true,
  metafile: true,
  legalComments: 'inline',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  // The first in which a color can say its light and its dark side.
  target: ['chrome123', 'firefox121', 'safari17.5'],
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** Bundles the style sheet with its fonts, the scripts, and the icon, into `<out>/assets`, licenses beside them. */
export async function bundleAssets(
  outDir: string,
  site: Pick<Site, 'pathPrefix'>,
): Promise<Assets> {
  const options = { ...BUNDLE, outdir: resolve(outDir, 'assets') };
  const bundles = await Promise.all([
    // What a script imports only when it is asked for is a file of its own, loaded only then.
    build({
      ...options,
      entryPoints: [STYLESHEET, ICON, EVERY_PAGE, ...SCRIPT_NAMES.map(scriptFile)],
      splitting: true,
      plugins: [leanFonts(resolve(PROJECT_ROOT, '.cache/fonts'))],
    }),
    // In one file: what it shares with the others would have to be asked for first.
    build({ ...options, entryPoints: [EARLY], format: 'iife' }),
  ]);
  await mkdir(resolve(outDir, 'assets'), { recursive: true });
  for (const { path, contents } of bundles.flatMap(({ outputFiles }) => outputFiles)) {
    await writeFile(path, contents);
  }
  const metafiles = bundles.map(({ metafile }) => metafile);
  await writeLicenses(options.outdir, PROJECT_ROOT, metafiles);
  const { findAddress, findFont } = createFinder(metafiles, outDir, site);
  const scripts = SCRIPT_NAMES.map((name) => [name, findAddress(scriptFile(name))] as const);
  return {
    stylesheet: findAddress(STYLESHEET),
    icon: findAddress(ICON),
    fonts: FIRST_FONTS.map(findFont),
    early: findAddress(EARLY),
    script: findAddress(EVERY_PAGE),
    scripts: Object.fromEntries(scripts) as Assets['scripts'],
  };
}
