import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import type { OpenSite } from './open-site.ts';

async function allowDownloads(page: Page): Promise<string> {
  const folder = await makeTemporaryFolder();
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return folder;
}

/** Lets the page save files into a folder, and returns the one that it saves next. */
export async function watchDownloads(
  page: Page,
  { downloads }: Pick<OpenSite, 'downloads'>,
): Promise<() => Promise<Buffer>> {
  const folder = downloads ?? (await allowDownloads(page));
  const seen = new Set<string>(await readdir(folder));
  return async () => {
    let bytes = Buffer.of();
    // The name may be there before the file is: some browsers hold its place.
    const isWhole = async () => {
      const name = (await readdir(folder)).find((one) => /\.pdf$/.test(one) && !seen.has(one));
      if (!name) return false;
      bytes = await readFile(path.join(folder, name));
      if (!bytes.subarray(-16).includes('%%EOF')) return false;
      seen.add(name);
      return true;
    };
    await expect.poll(isWhole, { timeout: 20_000 }).toBe(true);
    return bytes;
  };
}
