import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { addressOf, type OpenSite, withPage, wordsOf } from './open-site.ts';

const LIST = 'worksheets/';

/** Titles of the sheets that are to be seen. */
function titlesOf(page: Page): Promise<string[]> {
  return page.$$eval('[data-sheet]:not([hidden]) .sheet-list__link', (links) =>
    links.map((link) => link.textContent ?? ''),
  );
}

/** Types words into the search, and gives the addresses that it finds. */
export async function search(page: Page, words: string): Promise<string[]> {
  await page.type('#search_words', words);
  await page.waitForFunction(
    (asked: string) => document.querySelector('[data-search-status]')?.textContent?.includes(asked),
    { timeout: 10_000 },
    `“${words}”`,
  );
  return page.$$eval('[data-search-results] a', (links) => links.map((link) => link.href));
}

/** What holds of the filter of the sheets. */
export function testFilter(open: () => OpenSite): void {
  it('leaves what fits, says how much that is, and writes it into the address', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), LIST));
      expect(await wordsOf(page, 'output')).toBe('3 of 3 sheets');
      await page.select('#filter_need', 'mornings');
      await page.select('#filter_minutes', '5');
      expect(await titlesOf(page)).toEqual(['Sleep diary']);
      expect(await wordsOf(page, 'output')).toBe('1 of 3 sheets');
      expect(new URL(page.url()).hash).toBe('#minutes=5&need=mornings');
      expect(await page.$$eval('[data-sheets]:not([hidden])', (all) => all.length)).toBe(1);
    });
  });

  it('comes back with the address, also by a link on the page, and goes with "Show all"', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${LIST}#stage=change`));
      expect(await titlesOf(page)).toEqual(['Wind down']);
      expect(
        await page.$eval('#filter_stage', (select) => (select as HTMLSelectElement).value),
      ).toBe('change');
      await page.evaluate(() => {
        location.hash = 'need=mornings&stage=nonsense';
      });
      await page.waitForFunction(() => document.querySelector('output')?.value.startsWith('2'));
      await page.click('.library-filter [type="reset"]');
      // The output goes back by itself, a moment before the address does.
      await page.waitForFunction(() => location.hash === '');
      expect(await page.evaluate(() => location.href)).toBe(addressOf(open(), LIST));
      expect(await page.$eval('output', ({ value }) => value)).toMatch(/^3/);
    });
  });

  it('says in words that nothing fits', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${LIST}#stage=change&need=mornings`));
      expect(await titlesOf(page)).toEqual([]);
      expect(await wordsOf(page, '[data-filter-none]:not([hidden])')).toMatch(/^No sheet fits/);
    });
  });

  it('leaves an address that leads to a stage as it is', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${LIST}#stage_change`));
      expect(await titlesOf(page)).toHaveLength(3);
      expect(new URL(page.url()).hash).toBe('#stage_change');
    });
  });
}

/** What holds of the search. */
export function testSearch(open: () => OpenSite): void {
  it('finds a sheet, a chapter and the notes for counselors, and leads to them', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'search/'));
      const found = await search(page, 'diary');
      expect(found).toContain(addressOf(open(), 'worksheets/sleep-diary/'));
      expect(found).toContain(addressOf(open(), 'guide/what-helps/'));
      expect(found).toContain(addressOf(open(), 'counselors/sleep-diary/'));
      expect(await wordsOf(page, '[data-search-status]')).toMatch(/^\d pages found for “diary”$/);
      expect(await page.$eval('[data-excerpt] mark', (mark) => mark.textContent)).toMatch(/diary/i);
      await Promise.all([page.waitForNavigation(), page.click('[data-search-results] a')]);
      expect(found).toContain(page.url());
    });
  });

  it('keeps what one looks for out of the address', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'search/'));
      await page.type('#search_words', 'diary');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-search-results] a');
      expect(page.url()).toBe(addressOf(open(), 'search/'));
    });
  });

  it('shows nothing of what one looked for once all is erased', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'search/'));
      await page.evaluate(() => localStorage.setItem('looks', '{}'));
      await page.reload();
      expect(await search(page, 'diary')).not.toEqual([]);
      await page.click('.kept button');
      await page.waitForFunction(() => !document.querySelector('[data-search-results] a'));
      expect(await wordsOf(page, '[data-search-status]')).toBe('Type at least two letters.');
    });
  });

  it('asks for two letters, and says in words that there is nothing', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'search/'));
      expect(await wordsOf(page, '[data-search-status]')).toBe('Type at least two letters.');
      expect(await search(page, 'xylophone')).toEqual([]);
      expect(await wordsOf(page, '[data-search-status]')).toMatch(/^Nothing found for “xylophone”/);
    });
  });
}
