import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { findFaults } from './look-at-pages.ts';
import { addressOf, type OpenSite, PATIENCE, withPage, wordsOf } from './open-site.ts';
import { EXIT, pressShift, standInForExit } from './quick-exit.ts';
import { type Served, serveBuild } from './serve.ts';

const LIST = 'worksheets/';
const SHEET = 'worksheets/sleep-diary/';
const GET = '[data-offline-get]';
const SAID = '[data-offline-said]';

/** The same build at an origin of its own, where nothing was kept before. */
type Fresh = { site: OpenSite; served: Served; page: Page };

async function onFreshSite<T>(
  site: OpenSite,
  work: (fresh: Fresh) => Promise<T>,
  isMissing?: (local: string) => boolean,
): Promise<T> {
  const served = await serveBuild(site.folder, site.prefix, { isMissing });
  site.origins.push(served.origin);
  try {
    const own = { ...site, served, home: served.origin + site.prefix };
    return await withPage(own, (page) => work({ site: own, served, page }));
  } finally {
    await served.close();
  }
}

const waitFor = (page: Page, words: string) =>
  page.waitForFunction(
    (selector: string, start: string) =>
      document.querySelector(selector)?.textContent?.startsWith(start),
    PATIENCE,
    SAID,
    words,
  );

/** Asks for the copy, as a reader does with a keyboard, and waits until it is there. */
async function copySite({ site, page }: Pick<Fresh, 'site' | 'page'>): Promise<void> {
  await page.goto(addressOf(site, LIST));
  await page.focus(GET);
  await page.keyboard.press('Enter');
  await waitFor(page, 'The guide and the sheets are now kept on this device');
}

/** What the browser holds for the origin: copied addresses below the root, and workers. */
function readKept(page: Page): Promise<{ copied: string[]; workers: number; stored: number }> {
  return page.evaluate(async () => {
    const copied: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      copied.push(...requests.map(({ url }) => new URL(url).pathname));
    }
    const workers = (await navigator.serviceWorker.getRegistrations()).length;
    return { copied: copied.sort(), workers, stored: localStorage.length };
  });
}

const NOTHING = { copied: [], workers: 0, stored: 0 };

/** What the origin holds, seen from a file without a script that could take anything away. */
async function readFromOutside({ site, page }: Fresh) {
  await page.goto(addressOf(site, 'manifest.json'));
  return readKept(page);
}

/** What holds of the copy for offline use. */
export function testOffline(open: () => OpenSite): void {
  it('is not there unless it is asked for, and its size is told before', async () => {
    await onFreshSite(open(), async ({ site, page, served }) => {
      for (const local of ['', LIST, SHEET]) await page.goto(addressOf(site, local));
      expect(await readKept(page)).toEqual(NOTHING);
      expect(served.requested).not.toContain(`${site.prefix}sw.js`);
      await page.goto(addressOf(site, LIST));
      expect(await wordsOf(page, '.offline')).toMatch(/It takes [\d.]+\s[kM]B\./);
      expect(await wordsOf(page, '.offline')).toContain(
        'Others who use this device could find it.',
      );
    });
  });

  it('opens pages and sheets without a connection, but no private sheet', async () => {
    await onFreshSite(open(), async (fresh) => {
      const { site, page, served } = fresh;
      await copySite(fresh);
      expect(await wordsOf(page, '[data-kept]')).toContain('a copy of this site');
      await served.close();
      const titles: string[] = [];
      for (const local of ['', SHEET, 'guide/what-helps/', 'safety/', 'worksheets/am-i-well/']) {
        await page.goto(addressOf(site, local));
        titles.push(await wordsOf(page, 'h1'));
      }
      expect(titles.slice(1)).toEqual([
        'Sleep diary',
        'What helps',
        'When to see a doctor',
        'This page is not in your copy',
      ]);
      const { copied } = await readKept(page);
      const pdfs = copied.filter((file) => file.endsWith('.pdf'));
      expect(pdfs.map((file) => path.basename(file))).toEqual([
        'sheet-1-a4.pdf',
        'sheet-1-letter.pdf',
        'sheet-2-a4.pdf',
        'sheet-2-letter.pdf',
      ]);
      expect(copied.filter((file) => /am-i-well|sheet-a|pagefind|404/.test(file))).toEqual([]);
    });
  });

  it.each([
    ['its link', (page: Page) => page.click('.exit-link__link')],
    ['Shift, pressed three times', (page: Page) => pressShift(page, 3)],
  ])('is gone once the reader has left by %s', async (_, leave) => {
    await onFreshSite(open(), async (fresh) => {
      const { site, page } = fresh;
      await copySite(fresh);
      await standInForExit(page);
      await page.goto(addressOf(site, SHEET));
      await Promise.all([page.waitForNavigation(), leave(page)]);
      expect(page.url()).toBe(EXIT);
      await expect.poll(() => readFromOutside(fresh), PATIENCE).toEqual(NOTHING);
    });
  });

  it.each([
    ['the worker', 'caches.delete = navigator.serviceWorker.getRegistration = async () => {}'],
    ['the page', 'ServiceWorker.prototype.postMessage = () => {}'],
  ])('is taken away by %s alone where the other comes to nothing', async (_, hinder) => {
    await onFreshSite(open(), async (fresh) => {
      const { site, page } = fresh;
      await copySite(fresh);
      await standInForExit(page);
      await page.goto(addressOf(site, SHEET));
      await page.evaluate(hinder);
      await Promise.all([page.waitForNavigation(), page.click('.exit-link__link')]);
      await expect.poll(() => readFromOutside(fresh), PATIENCE).toEqual(NOTHING);
    });
  });

  it.each(['[data-offline-remove]', '.kept button'])('is removed by %s', async (button) => {
    await onFreshSite(open(), async (fresh) => {
      const { site, page } = fresh;
      await copySite(fresh);
      await page.focus(button);
      await page.keyboard.press('Enter');
      await expect.poll(() => readKept(page), PATIENCE).toEqual(NOTHING);
      expect(await page.$eval(GET, (one) => one.checkVisibility())).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
        'status',
      );
      await page.goto(addressOf(site, SHEET));
      expect(await readFromOutside(fresh)).toEqual(NOTHING);
    });
  });

  it('leaves nothing behind when it cannot be finished, and says so', async () => {
    const isMissing = (local: string) => local.endsWith('sheet-2-letter.pdf');
    await onFreshSite(
      open(),
      async ({ site, page }) => {
        await page.goto(addressOf(site, LIST));
        await page.click(GET);
        await waitFor(page, 'The copy could not be finished');
        await expect.poll(() => readKept(page), PATIENCE).toEqual(NOTHING);
      },
      isMissing,
    );
  });

  it('is brought up to date when there is a new edition, and only what changed is fetched', async () => {
    const folder = path.join(await makeTemporaryFolder(), 'edition');
    await cp(open().folder, folder, { recursive: true });
    await onFreshSite({ ...open(), folder }, async (fresh) => {
      const { site, page, served } = fresh;
      await copySite(fresh);
      const worker = path.join(folder, 'sw.js');
      const chapter = path.join(folder, 'guide/what-helps/index.html');
      await writeFile(chapter, (await readFile(chapter, 'utf8')).replace('</h1>', ', anew</h1>'));
      const list = await readFile(worker, 'utf8');
      await writeFile(worker, list.replace(/("guide\/what-helps\/",")[0-9a-f]+/, '$1abc'));
      served.requested.length = 0;
      await page.goto(site.home);
      await expect
        .poll(
          () =>
            page.evaluate(async () => {
              const [name = ''] = await caches.keys();
              const keys = await (await caches.open(name)).keys();
              return keys.map(({ url }) => url).filter((url) => url.includes('what-helps'));
            }),
          PATIENCE,
        )
        .toEqual([`${addressOf(site, 'guide/what-helps/')}?abc`]);
      expect(served.requested.filter((file) => file.endsWith('.pdf'))).toEqual([]);
      await served.close();
      await page.goto(addressOf(site, 'guide/what-helps/'));
      expect(await wordsOf(page, 'h1')).toBe('What helps, anew');
    });
  });

  it('has no fault that a tool can find once it is there', async () => {
    await onFreshSite(open(), async ({ site }) => {
      const bring = (page: Page) => copySite({ site, page });
      expect(await findFaults(site, [{ name: 'copied', local: LIST, bring }])).toEqual([]);
    });
  });
}
