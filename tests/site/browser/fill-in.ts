import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { answersIn } from '../../pdf/fill-in.ts';
import { readPdf } from '../../pdf/open-pdf.ts';
import { watchDownloads } from './downloads.ts';
import { addressOf, type OpenSite, PATIENCE, withPage, wordsOf } from './open-site.ts';

/** The sheet that is filled in, and its room for several lines. */
export const DIARY = 'worksheets/sleep-diary/';
export const AWAKE = '#f_awake';
const ANSWERS = {
  light: 'half past ten',
  rested: 'step-3',
  'nights-2-2': '6 – or so',
  awake: 'The wind.\nThen “nothing”.',
};

/** Goes on with Tab until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

const press = async (page: Page, selector: string) => {
  await tabTo(page, selector);
  await page.keyboard.press(' ');
};

/** Writes every answer by keyboard alone, in reading order. */
async function writeAll(page: Page): Promise<void> {
  await page.focus('main');
  for (const [name, answer] of Object.entries(ANSWERS)) {
    if (answer.startsWith('step-')) {
      await tabTo(page, `[name="${name}"]`);
      for (let step = 0; step <= 3; step++) await page.keyboard.press(step ? 'ArrowRight' : ' ');
      continue;
    }
    await tabTo(page, `[name="${name}"]`);
    for (const [index, line] of answer.split('\n').entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
  }
}

/** What is written on the page, by name. */
export const written = (page: Page): Promise<Record<string, string>> =>
  page.$eval('form[data-fill-in]', (form) =>
    Object.fromEntries(
      [...new FormData(form as HTMLFormElement)].filter(([, value]) => value !== '') as [
        string,
        string,
      ][],
    ),
  );

const stored = (page: Page): Promise<number> =>
  page.evaluate(() => localStorage.length + sessionStorage.length);

async function open({ page, site, local = DIARY }: { page: Page; site: OpenSite; local?: string }) {
  await page.goto(addressOf(site, local), { waitUntil: 'networkidle0' });
}

/** The same sheet in two windows; its answers are kept, and the other window has them too. */
function keptInTwo(site: OpenSite, work: (one: Page, other: Page) => Promise<void>): Promise<void> {
  return withPage(site, (one) =>
    withPage(site, async (other) => {
      await open({ page: one, site });
      await one.click('[data-keep]');
      await one.type(AWAKE, 'The wind');
      await open({ page: other, site });
      await work(one, other);
    }),
  );
}

/** What holds of a sheet that is filled in on its page. */
export function testFillIn(current: () => OpenSite): void {
  it('goes from the filter to an erased device by keyboard alone, and asks nobody while one types', async () => {
    const site = current();
    await withPage(site, async (page) => {
      const nextFile = await watchDownloads(page, site);
      await open({ page, site, local: 'worksheets/' });
      await page.focus('#filter_need');
      await page.keyboard.type('Mornings');
      await tabTo(page, '.sheet-list__link');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(page.url()).toBe(addressOf(site, DIARY));
      await page.waitForNetworkIdle({ idleTime: 200 });

      const before = site.served.requested.length;
      await writeAll(page);
      expect(await written(page)).toEqual(ANSWERS);
      expect(site.served.requested.slice(before)).toEqual([]);
      expect(await stored(page)).toBe(0);
      await page.reload({ waitUntil: 'networkidle0' });
      expect(await written(page)).toEqual({});

      await page.focus('main');
      await press(page, '[data-keep]');
      expect(await wordsOf(page, '[data-keep-status]')).toMatch(/^Kept on this device/);
      const kept = site.served.requested.length;
      await writeAll(page);
      expect(site.served.requested.slice(kept)).toEqual([]);
      await page.reload({ waitUntil: 'networkidle0' });
      expect(await written(page)).toEqual(ANSWERS);
      expect(await page.$eval('[data-keep]', (box) => (box as HTMLInputElement).checked)).toBe(
        true,
      );

      await press(page, '[data-pdf]');
      const file = await nextFile();
      expect(await wordsOf(page, '[data-pdf-outcome]')).toMatch(/^Your PDF is ready\./);
      expect(await answersIn(file)).toEqual(ANSWERS);
      const blank = await readPdf(site.tree.get('pdf/en/sheet-1-a4.pdf') ?? Buffer.of());
      const full = await readPdf(file);
      expect(full.pages.map(({ structure }) => structure)).toEqual(
        blank.pages.map(({ structure }) => structure),
      );

      // Firefox, as it is set at first, also shows a saved PDF in a tab of its own.
      await page.bringToFront();
      await press(page, '[data-erase]');
      await press(page, '[data-erase-yes]');
      expect(await wordsOf(page, '[data-erase-done]')).toMatch(/^Erased\./);
      expect([await written(page), await stored(page)]).toEqual([{}, 0]);

      const pdf = path.join(await makeTemporaryFolder(), 'mine.pdf');
      await writeFile(pdf, file);
      await page.focus('main');
      await tabTo(page, '[data-open]');
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.keyboard.press(' ')]);
      await chooser.accept([pdf]);
      const outcome = () => wordsOf(page, '[data-open-outcome]');
      await expect.poll(outcome, PATIENCE).toBe('Answers put on this page: 4.');
      expect(await written(page)).toEqual(ANSWERS);
      expect(await stored(page)).toBe(0);
    });
  });

  it('keeps nothing after the way out, from the page itself or from another one', async () => {
    const site = current();
    await withPage(site, async (page) => {
      await open({ page, site });
      await page.click('[data-keep]');
      await page.type(AWAKE, 'The wind');
      expect(await stored(page)).toBe(1);
      const left = await page.evaluate(() => {
        // The address to leave for is not of this test: what counts is what stands there at once.
        document.querySelector<HTMLElement>('a[data-exit]')?.click();
        const room = document.querySelector<HTMLTextAreaElement>('#f_awake');
        const count = localStorage.length;
        if (room) room.value = 'typed after the exit';
        room?.dispatchEvent(new Event('input', { bubbles: true }));
        return [room?.form?.elements.length !== 0, count, localStorage.length];
      });
      expect(left).toEqual([true, 0, 0]);
    });
  });

  it('is emptied in every window when it is erased in one', async () => {
    await keptInTwo(current(), async (one, other) => {
      expect(await written(other)).toEqual({ awake: 'The wind' });
      await other.click('[data-erase]');
      await other.click('[data-erase-yes]');
      await expect.poll(() => written(one), PATIENCE).toEqual({});
      expect(await wordsOf(one, '[data-keep-status]')).toBe(
        'Your answers were erased in another tab or window.',
      );
      await one.type(AWAKE, 'again');
      expect(await stored(one)).toBe(0);
    });
  });

  it('is the same in every window when it is kept, so that none writes over another', async () => {
    await keptInTwo(current(), async (one, other) => {
      await other.type('#f_light', 'ten');
      await expect.poll(() => written(one), PATIENCE).toEqual({ awake: 'The wind', light: 'ten' });
      await one.type(AWAKE, '.');
      await expect
        .poll(() => written(other), PATIENCE)
        .toEqual({ awake: 'The wind.', light: 'ten' });
      await one.click('[data-keep]');
      expect(await stored(one)).toBe(0);
    });
  });

  it('forgets when the switch is turned off, and leaves what is written on the page', async () => {
    const site = current();
    await withPage(site, async (page) => {
      await open({ page, site });
      await page.type(AWAKE, 'The wind');
      await page.click('[data-keep]');
      expect(await stored(page)).toBe(1);
      await page.click('[data-keep]');
      expect(await stored(page)).toBe(0);
      expect(await written(page)).toEqual({ awake: 'The wind' });
    });
  });

  it('tells in words when too much is ticked', async () => {
    const site = current();
    await withPage(site, async (page) => {
      await open({ page, site, local: 'worksheets/wind-down/' });
      for (const box of (await page.$$('[data-max] input[type="checkbox"]')).slice(0, 3))
        await box.click();
      expect(await wordsOf(page, '.field__fault')).toBe('You ticked 3. Tick up to 2.');
      await page.click('[data-max] input[type="checkbox"]');
      expect(await wordsOf(page, '.field__fault')).toBe('');
    });
  });

  it('prints what is written whole, however long, and nothing of the tools', async () => {
    const site = current();
    await withPage(site, async (page) => {
      await open({ page, site });
      const words = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
      await page.focus(AWAKE);
      await page.keyboard.type(words);
      await page.focus('#f_light');
      await page.keyboard.type(words.slice(0, 120));
      const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
      const text = pages
        .flatMap(({ texts }) => texts.map((one) => one.text))
        .join('')
        .replace(/\s+/g, '');
      for (const word of words.split(' ')) expect(text).toContain(word);
      expect(text).not.toMatch(/Whenyouaredone|Keepmyanswers/);
      expect(await written(page)).toEqual({ awake: words, light: words.slice(0, 120) });
    });
  });

  it('offers none of this on a private sheet', async () => {
    const site = current();
    await withPage(site, async (page) => {
      await open({ page, site, local: 'worksheets/am-i-well/' });
      expect(await page.$$('[data-keep], [data-open], [data-pdf], [data-print]')).toEqual([]);
      expect(await page.$('form[data-keeps-nothing]')).not.toBeNull();
    });
  });
}
