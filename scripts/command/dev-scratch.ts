import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A private folder for what is built while somebody works; it is gone when the process is. */
export type DevScratch = {
  /** The printed files, as on the site. */
  printDir: string;
  /** Pictures of printed pages. */
  pictureDir: string;
  /** A new folder for a site; sites but this one, the one before and those to keep are removed. */
  newSite(keep: readonly (string | undefined)[]): Promise<string>;
  close(): Promise<void>;
};

/** Writes a file below a folder; `file` has forward slashes. */
export async function writeBelow(
  folder: string,
  file: string,
  bytes: Uint8Array | string,
): Promise<void> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, bytes);
}

/** Makes the folder, which nobody else can look into. */
export async function openDevScratch(): Promise<DevScratch> {
  const root = await mkdtemp(path.join(tmpdir(), 'worksheet-press-'));
  const options = { recursive: true, force: true, maxRetries: 3 };
  // Also when the process is ended in the middle of something.
  const removeNow = () => rmSync(root, options);
  process.once('exit', removeNow);
  const sites: string[] = [];
  let count = 0;
  return {
    printDir: path.join(root, 'print'),
    pictureDir: path.join(root, 'pictures'),
    async newSite(keep) {
      // A page of the site before may be on its way to a browser still.
      for (const old of sites.slice(0, -1).filter((one) => !keep.includes(one))) {
        sites.splice(sites.indexOf(old), 1);
        await rm(old, options);
      }
      const site = path.join(root, `site-${++count}`);
      sites.push(site);
      await mkdir(site);
      return site;
    },
    async close() {
      await rm(root, options);
      process.removeListener('exit', removeNow);
    },
  };
}
