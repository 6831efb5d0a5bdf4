import type { HTTPRequest, Page } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../pdf/open-pdf.ts';
import { watchDownloads } from './downloads.ts';
import { tabTo } from './fill-in.ts';
import { findFaults } from './look-at-pages.ts';
import { addressOf, type OpenSite, withPage, wordsOf } from './open-site.ts';

const PAGE = 'packets/build/';
const CHOSEN = ['4', '6', '9', '16', '23'];
const SAID = '[data-order-said]';
const RESULT = '[data-builder-result]:not([hidden])';

/** The rows of the order, by the stems of their sheets. */
const orderOf = (page: Page): Promise<string[]> =>
  page.$$eval('[data-order-rows] > li', (rows) =>
    rows.map((row) => (row as HTMLElement).dataset['stem'] ?? ''),
  );

const focusedLabel = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

/** What is asked of the network while somebody does something. */
async function listRequests(page: Page, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const hear = (request: HTTPRequest) => asked.push(request.url());
  page.on('request', hear);
  await work();
  page.off('request', hear);
  return asked;
}

async function chooseByKeyboard(page: Page): Promise<void> {
  for (const stem of CHOSEN) {
    await tabTo(page, `#sheet_${stem}`);
    await page.keyboard.press('Space');
  }
}

/** Makes the packet by the button and waits for what the page says of it. */
async function make(page: Page): Promise<void> {
  await page.click('#builder_bind');
  await page.waitForSelector(RESULT, { timeout: 60_000 });
}

function testJourney(open: () => OpenSite): void {
  it('is chosen, ordered and taken along by keyboard alone', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), PAGE), { waitUntil: 'networkidle0' });
      const nextFile = await watchDownloads(page, open());
      const early = await listRequests(page, async () => {
        await page.focus('main');
        await chooseByKeyboard(page);
        expect(await orderOf(page)).toEqual(CHOSEN);
        await tabTo(page, 'li[data-stem="16"] [data-move="up"]');
        await page.keyboard.press('Enter');
        expect(await wordsOf(page, SAID)).toBe('Say it gently is now 3 of 5.');
        expect(await focusedLabel(page)).toBe('Move up: Say it gently');
        await page.keyboard.down('Alt');
        await page.keyboard.press('ArrowUp');
        await page.keyboard.up('Alt');
        expect(await wordsOf(page, SAID)).toBe('Say it gently is now 2 of 5.');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        expect(await wordsOf(page, SAID)).toBe('Say it gently is already the first of 5.');
        expect(await focusedLabel(page)).toBe('Move up: Say it gently');
        await tabTo(page, '#builder_practice');
        await page.keyboard.type('Harbor Street');
        await tabTo(page, '#builder_bind');
      });
      expect(early).toEqual([]);
      const asked = await listRequests(page, async () => {
        await page.keyboard.press('Enter');
        await page.waitForSelector(RESULT, { timeout: 60_000 });
      });
      expect(asked.filter((url) => !url.startsWith(open().served.origin))).toEqual([]);
      expect(asked.filter((url) => url.endsWith('.pdf'))).toHaveLength(CHOSEN.length);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('builder_result');
      await tabTo(page, 'a[download]');
      await page.keyboard.press('Enter');
      const pdf = await readPdf(await nextFile());
      const [, pages] = /^(\d+) pages/.exec(await wordsOf(page, '[data-builder-size]')) ?? [];
      expect(pdf.pages).toHaveLength(Number(pages));
      expect(pdf.outline[2]?.title).toBe('Say it gently · Copy 1 of 2');
      expect(pdf.fieldNames).toContain('s16b-happened');
      expect(new URL(page.url()).hash).toBe('#sheets=16,4,6,9,23');
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  });
}

function testAddress(open: () => OpenSite): void {
  it('comes back with its address, but the name of a practice does not', async () => {
    await withPage(open(), async (page) => {
      const fragment = '#sheets=16,4,23&copies=2&paper=letter&print=large&sides=1';
      await page.goto(addressOf(open(), PAGE + fragment));
      await page.waitForSelector('[data-order-rows] > li');
      await page.type('#builder_practice', 'Harbor Street');
      await page.reload();
      await page.waitForSelector('[data-order-rows] > li');
      expect(await orderOf(page)).toEqual(['16', '4', '23']);
      expect(new URL(page.url()).hash).toBe(fragment);
      const values = await page.$$eval(
        'form[data-packet-builder] :is(select, [type="text"])',
        (all) => all.map((control) => (control as HTMLSelectElement).value),
      );
      expect(values).toEqual(['letter', 'large', '2', '']);
      expect(await page.$eval('#builder_both', (box) => (box as HTMLInputElement).checked)).toBe(
        false,
      );
    });
  });

  it('leaves a private sheet out of its address', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), PAGE));
      await page.click('#sheet_16');
      await page.click('#sheet_a');
      expect(await orderOf(page)).toContain('a');
      expect(new URL(page.url()).hash).toBe('#sheets=16');
    });
  });

  it('goes with all that is erased: its file, its order and its address', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${PAGE}#sheets=16,4&sides=1`));
      await page.evaluate(() => localStorage.setItem('looks', '{}'));
      await page.reload();
      await page.type('#builder_practice', 'Harbor Street');
      await make(page);
      await page.click('.kept button');
      expect([await orderOf(page), await page.$(RESULT), new URL(page.url()).hash]).toEqual([
        [],
        null,
        '',
      ]);
      const both = await page.$eval('#builder_both', (box) => (box as HTMLInputElement).checked);
      expect([both, await wordsOf(page, '[data-builder-status]')]).toEqual([true, '']);
    });
  });

  it('goes with the way out, name and all', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${PAGE}#sheets=16`));
      await page.type('#builder_practice', 'Harbor Street');
      const left = await page.evaluate(() => {
        document.querySelector<HTMLElement>('a[data-exit]')?.click();
        return document.querySelector<HTMLInputElement>('#builder_practice')?.value;
      });
      expect(left).toBe('');
    });
  });
}

function testWords(open: () => OpenSite): void {
  it('tells which sheets build on others, and puts them in order when asked', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), `${PAGE}#sheets=14,9`));
      const gaps = () =>
        page.$$eval('[data-order-gaps]:not([hidden]) [data-words]', (all) =>
          all.map((one) => one.textContent ?? ''),
        );
      await page.waitForSelector('[data-order-rows] > li');
      const [later, missing] = await gaps();
      expect(later).toMatch(/^“How it became possible” builds on “.+”, which comes later\.$/);
      expect(missing).toMatch(/, which is not in the packet\.$/);
      await page.click('[data-order-gap-rows] button');
      expect((await orderOf(page)).slice(0, 2)).toEqual(['9', '14']);
      expect(await gaps()).toHaveLength(1);
    });
  });

  it('says in words what is missing, which letters cannot be shown, and where ready files are', async () => {
    await withPage(open(), async (page) => {
      const fault = () => wordsOf(page, '[data-builder-fault]');
      await page.goto(addressOf(open(), PAGE));
      await page.click('#builder_bind');
      expect(await fault()).toBe('Choose at least one sheet first.');
      await page.click('#sheet_16');
      expect(await fault()).toBe('');
      await page.type('#builder_practice', 'Praxis Šćepan');
      await page.click('#builder_bind');
      await page.waitForSelector('[aria-invalid="true"]:focus');
      expect(await fault()).toContain('Š ć');
      await page.$eval('#builder_practice', (field) => {
        (field as HTMLInputElement).value = '';
      });
      await page.setOfflineMode(true);
      await page.click('#builder_bind');
      await page.waitForSelector('[data-builder-ready]:not([hidden])');
      expect(await fault()).toMatch(/^The packet could not be made/);
      await page.setOfflineMode(false);
      await make(page);
    });
  });
}

/** Empty, it is looked at with the other pages. */
function testStates(open: () => OpenSite): void {
  it('has no fault that a tool can find, at fault and made', async () => {
    const atFault = async (page: Page) => {
      await page.waitForSelector('[data-order-rows] > li');
      await page.click('#builder_bind');
      await page.waitForSelector('[data-builder-fault]:not(:empty)');
    };
    const made = async (page: Page) => {
      await page.waitForSelector('[data-order-gaps]:not([hidden])');
      await make(page);
    };
    const states = [
      { name: 'at fault', local: `${PAGE}#sheets=a`, bring: atFault },
      { name: 'made', local: `${PAGE}#sheets=${['14', 'a', ...CHOSEN].join(',')}`, bring: made },
    ];
    expect(await findFaults(open(), states)).toEqual([]);
  });
}

/** What holds of the page where readers make a packet of their own. */
export function testPacketBuilder(open: () => OpenSite): void {
  describe('a packet of one’s own', () => {
    testJourney(open);
    testAddress(open);
    testWords(open);
    testStates(open);
  });
}
