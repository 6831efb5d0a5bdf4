import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

const PACKAGE = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Raised when what is unpacked changes, so that no older folder is taken for it. */
const LAYOUT = 2;

/** A browser to start, with the variables that it alone needs. */
export type BrowserBinary = { path: string; environment: Record<string, string> };

function unpackTar(file: string, into: string): Promise<void> {
  return pipeline(createReadStream(file), createBrotliDecompress(), extract(into));
}

/**
 * The browser paints no text at all, not even in fonts of the sheet's own, where fontconfig finds no
 * font; and what it finds must not depend on the machine. So it is shown one folder, and nothing else.
 */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function unpackInto(folder: string): Promise<void> {
  const bin = path.join(PACKAGE, 'bin');
  const browser = path.join(folder, 'chromium');
  await Promise.all([
    pipeline(
      createReadStream(path.join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(browser),
    ),
    unpackTar(path.join(bin, 'al2023.tar.br'), folder),
    unpackTar(path.join(bin, 'fonts.tar.br'), folder),
  ]);
  await writeFile(path.join(folder, 'fonts.conf'), FONT_CONFIGURATION);
  await chmod(browser, 0o755);
}

/**
 * The browser that npm brought, unpacked once into a private folder named by its version. The
 * package's own unpacking is not used: it writes to one fixed name in the shared temporary folder,
 * reuses whatever stands there, and changes the environment of the whole process.
 * Gives `undefined` where the package has no build for this machine (it is for Linux on x64).
 */
export async function preparePinnedChromium(): Promise<BrowserBinary | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = path.join(PACKAGE, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(CACHE, `chromium-${version}-${LAYOUT}`);
  if (!existsSync(path.join(folder, 'chromium'))) {
    await mkdir(CACHE, { recursive: true });
    const scratch = await mkdtemp(path.join(CACHE, 'unpacking-'));
    await unpackInto(scratch);
    // Renaming is atomic: of two builds that unpack at once, the second finds the first one's folder.
    await rename(scratch, folder).catch(() => rm(scratch, { recursive: true, force: true }));
  }
  const environment = {
    LD_LIBRARY_PATH: path.join(folder, 'lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  };
  return { path: path.join(folder, 'chromium'), environment };
}
