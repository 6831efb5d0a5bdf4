import { mkdir, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import type { Site } from '../model/library.ts';
import { addressOf } from '../model/library.ts';
import { FIRST_FONTS, leanFonts } from './fonts.ts';
import { SCRIPT_NAMES, type ScriptName } from './view.ts';

/** The folder that holds package.json. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Addresses as a page writes them; the names change with the content. */
export type Assets = {
  stylesheet: string;
  icon: string;
  /** To be asked for with the style sheet that will want them. */
  fonts: string[];
  /** On every page. */
  script: string;
  /** On the pages that ask for them. */
  scripts: Record<ScriptName, string>;
};

const STYLESHEET = 'templates/styles/site.css';
const ICON = 'templates/assets/icon.svg';
const EVERY_PAGE = 'templates/client/every-page.ts';

const scriptFile = (name: ScriptName) => `templates/client/${name}.ts`;

/** Finds what was written of an entry or of a font, as pages write its address. */
function createFinder({ outputs }: Metafile, outDir: string, site: Pick<Site, 'pathPrefix'>) {
  const written = Object.entries(outputs);
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
    plugins: [leanFonts(resolve(PROJECT_ROOT, '.cache/fonts'))],
    target: ['chrome120', 'firefox121', 'safari17'],
    logLevel: 'silent',
  });
  await mkdir(resolve(outDir, 'assets'), { recursive: true });
  for (const { path, contents } of result.outputFiles) await writeFile(path, contents);
  const { findAddress, findFont } = createFinder(result.metafile, outDir, site);
  const scripts = SCRIPT_NAMES.map((name) => [name, findAddress(scriptFile(name))] as const);
  return {
    stylesheet: findAddress(STYLESHEET),
    icon: findAddress(ICON),
    fonts: FIRST_FONTS.map(findFont),
    script: findAddress(EVERY_PAGE),
    scripts: Object.fromEntries(scripts) as Assets['scripts'],
  };
}
