import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { launchBrowser } from '../../../scripts/pdf/browser.ts';
import { readTree } from '../../build/read-tree.ts';
import { openRealBuild } from '../../build/real-build.ts';
import { buildOrThrow, PROJECT_ROOT } from '../../build/run-build.ts';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { logPage, logServiceWorkers } from './network-log.ts';
import { type Served, serveBuild } from './serve.ts';

/** For what another process does: a loaded machine takes longer than the usual second. */
export const PATIENCE = { timeout: 20_000 };

/** A build that is served, and a browser to look at it with. */
export type OpenSite = {
  folder: string;
  tree: Map<string, Buffer>;
  prefix: string;
  /** Where the home page is. */
  home: string;
  served: Served;
  /** Where this build is served, once or several times. */
  origins: string[];
  browser: Browser;
  /** What all its pages and their workers have asked for, of anybody. */
  asked: string[];
  /** Where its browser saves files, when that was settled before it was started. */
  downloads?: string;
  close(): Promise<void>;
};

/** Folders laid over each other, the last on top, with the path that the site is to live under. */
async function composeContent(folders: readonly string[], prefix: string): Promise<string> {
  const content = path.join(await makeTemporaryFolder(), 'content');
  for (const folder of folders) {
    await cp(path.join(PROJECT_ROOT, folder), content, { recursive: true });
  }
  const site = path.join(content, 'site.yml');
  const text = await readFile(site, 'utf8');
  await writeFile(site, text.replace(/^pathPrefix:.*$/m, `pathPrefix: ${prefix}`));
  return content;
}

/** Builds a site of folders laid over each other as it is published, and opens it. */
export async function openSite(folders: readonly string[], prefix = '/'): Promise<OpenSite> {
  const content = await composeContent(folders, prefix);
  const out = path.join(path.dirname(content), 'out');
  await buildOrThrow(content, out);
  return openBuild(out, prefix);
}

/** Opens the site of the real content. */
export async function openRealSite(): Promise<OpenSite> {
  return openBuild(await openRealBuild(), '/');
}

async function openBuild(out: string, prefix: string): Promise<OpenSite> {
  const served = await serveBuild(out, prefix);
  const browser = await launchBrowser({ sandbox: false, loopback: true });
  const asked: string[] = [];
  logServiceWorkers(browser, asked);
  return {
    folder: out,
    tree: await readTree(out),
    prefix,
    home: `${served.origin}${prefix}`,
    served,
    origins: [served.origin],
    browser,
    asked,
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** A page of its own for one test, closed after it. */
export async function withPage<T>(
  { browser, asked }: OpenSite,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  logPage(page, asked);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** The address of a page of the site. */
export function addressOf({ home }: OpenSite, local: string): string {
  return home + local;
}

/** The words of the first element that a selector finds. */
export async function wordsOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}
