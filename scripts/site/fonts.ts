import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import subsetFont from 'subset-font';
import tool from 'subset-font/package.json' with { type: 'json' };

/** The faces of the first words on every page; asked for at once, they are there when it is drawn. */
export const FIRST_FONTS = [
  'atkinson-hyperlegible-next-latin-400-normal',
  'atkinson-hyperlegible-next-latin-700-normal',
  'source-serif-4-latin-600-normal',
  'source-serif-4-latin-400-normal',
  // Their zeros: they must be there when somebody types one, or when a script says one.
  'source-sans-3-latin-400-normal',
  'source-sans-3-latin-700-normal',
];

type Diet = { files: RegExp; letters: string; features: string[] };

/** Every letter that one code unit can say; a face has few of them. */
const ALL = String.fromCharCode(...Array.from({ length: 0xd7e0 }, (_, index) => index + 0x20));

/** What is left of the faces: of fractions, small figures and the like no page makes use. */
const DIETS: Diet[] = [
  { files: /source-sans-3-latin-[^/\\]*\.woff2$/, letters: '0', features: [] },
  { files: /source-serif-4-latin-[0-9][^/\\]*\.woff2$/, letters: ALL, features: ['kern', 'liga'] },
  {
    // Somebody may type in it, with accents of their own.
    files: /atkinson-hyperlegible-next-latin-[0-9][^/\\]*\.woff2$/,
    letters: ALL,
    features: ['kern', 'liga', 'ccmp', 'mark', 'mkmk'],
  },
];

/** Makes a lean font, or takes the one that an earlier build made of the same bytes. */
async function slim(file: string, { letters, features }: Diet, cache: string): Promise<Buffer> {
  const font = await readFile(file);
  const recipe = `${tool.version} ${letters.length} ${features.join()}`;
  const name = createHash('sha256').update(font).update(recipe).digest('hex');
  const kept = path.join(cache, `${name}.woff2`);
  const found = await readFile(kept).catch(() => undefined);
  if (found) return found;
  const made = await subsetFont(font, letters, { targetFormat: 'woff2', keepFeatures: features });
  // Another build may make the same one now; where nothing can be written the next makes it anew.
  const own = `${kept}.${process.pid}`;
  await mkdir(cache, { recursive: true })
    .then(() => writeFile(own, made))
    .then(() => rename(own, kept))
    .catch(() => undefined);
  return made;
}

/** Leaves out of the font files of the site what its pages never show; `cache` keeps them. */
export function leanFonts(cache: string): Plugin {
  return {
    name: 'lean-fonts',
    setup(build) {
      for (const diet of DIETS) {
        build.onLoad({ filter: diet.files }, async (given) => ({
          contents: await slim(given.path, diet, cache),
          loader: 'file',
        }));
      }
    },
  };
}
