import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { findFaults } from './look-at-pages.ts';
import { addressOf, type OpenSite, withPage, wordsOf } from './open-site.ts';
import { listPageTypes } from './page-types.ts';

const SHEET = 'worksheets/sleep-diary/';
const STRIP = '[data-kept]:not([hidden])';

/** How the page is shown: what was chosen, how large the text is, and how light its ground. */
function readShown(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const { fontSize, backgroundColor } = getComputedStyle(root);
    const { text, theme } = root.dataset;
    const light = Number(/\d+/.exec(backgroundColor)?.[0]);
    return { text, theme, px: Number.parseFloat(fontSize), isDark: light < 128 };
  });
}

const storedIn = (page: Page) => page.evaluate(() => ({ ...localStorage }));

async function choose(page: Page, ...controls: string[]): Promise<void> {
  await page.click('.looks__summary');
  for (const control of controls) await page.click(`.looks ${control}`);
}

const LARGEST = '[value="largest"]';
const DARK = '[value="dark"]';
const REMEMBER = '[name="remember"]';

/** Opens a sheet with storage of its own that is empty at first. */
function onSheet<T>(site: OpenSite, work: (page: Page) => Promise<T>): Promise<T> {
  return withPage(site, async (page) => {
    await page.goto(addressOf(site, SHEET));
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    return work(page).finally(() => page.evaluate(() => localStorage.clear()));
  });
}

/** What holds of the choice how pages look, and of what is told of it. */
export function testLooks(open: () => OpenSite): void {
  it('holds for this page alone, and nothing is kept of it or written into the address', async () => {
    await onSheet(open(), async (page) => {
      const usual = await readShown(page);
      await choose(page, LARGEST, DARK);
      const { px, ...shown } = await readShown(page);
      expect(shown).toEqual({ text: 'largest', theme: 'dark', isDark: true });
      expect(px / usual.px).toBeCloseTo(1.45, 2);
      expect([await storedIn(page), page.url()]).toEqual([{}, addressOf(open(), SHEET)]);
      expect(await page.$(STRIP)).toBeNull();
      await page.reload();
      expect(await readShown(page)).toEqual(usual);
    });
  });

  it('holds on all pages once it is to be remembered, and no longer when that is taken back', async () => {
    await onSheet(open(), async (page) => {
      await choose(page, DARK, REMEMBER);
      await page.goto(open().home);
      expect(await readShown(page)).toMatchObject({ theme: 'dark', isDark: true });
      expect(await wordsOf(page, STRIP)).toContain('Kept on this device: how pages look');
      await choose(page, REMEMBER);
      expect(await storedIn(page)).toEqual({});
      expect(await page.$(STRIP)).toBeNull();
      expect(await readShown(page)).toMatchObject({ theme: 'dark' });
      await page.reload();
      expect((await readShown(page)).theme).toBeUndefined();
    });
  });

  it('holds on a page that comes back, which is older than the choice', async () => {
    await onSheet(open(), async (page) => {
      await page.evaluate(() => {
        localStorage.setItem('looks', '{"theme":"dark"}');
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
      expect(await readShown(page)).toMatchObject({ theme: 'dark', isDark: true });
    });
  });

  it('lets light win over a device that is dark', async () => {
    await onSheet(open(), async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      const before = await readShown(page);
      await choose(page, '[value="light"]');
      expect([before.isDark, (await readShown(page)).isDark]).toEqual([true, false]);
    });
  });

  it('is made by keyboard alone, and what was chosen stays where it is in the window', async () => {
    await onSheet(open(), async (page) => {
      await page.focus('.looks__summary');
      for (const key of ['Enter', 'Tab', 'ArrowRight'] as const) await page.keyboard.press(key);
      const topOf = () =>
        page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
      const before = await topOf();
      await page.keyboard.press('ArrowRight');
      expect((await readShown(page)).text).toBe('largest');
      expect(Math.abs((await topOf()) - before)).toBeLessThan(3);
      for (const key of ['Tab', 'Tab', 'Space'] as const) await page.keyboard.press(key);
      expect(await storedIn(page)).toEqual({ looks: '{"text":"largest"}' });
    });
  });

  it('is erased with all else at once by "Erase everything", which says so where the reader is', async () => {
    await onSheet(open(), async (page) => {
      await choose(page, DARK, REMEMBER);
      await page.type('textarea', 'words');
      await page.evaluate(() => localStorage.setItem('answers:/a/', '{}'));
      await page.reload();
      expect(await wordsOf(page, STRIP)).toContain('answers to 1 sheet and how pages look');
      await page.focus('.kept button');
      await page.keyboard.press('Enter');
      expect(await storedIn(page)).toEqual({});
      expect(await page.$(STRIP)).toBeNull();
      const said = await page.evaluate(() => {
        const { activeElement } = document;
        return { role: activeElement?.getAttribute('role'), words: activeElement?.textContent };
      });
      expect(said.role).toBe('status');
      expect(said.words).toMatch(/^Erased\. This site keeps nothing on this device now\./);
      expect(await page.$$eval('textarea', (all) => all.map(({ value }) => value).join(''))).toBe(
        '',
      );
      await choose(page);
      expect(
        await page.$$eval('.looks input:checked', (all) => all.map((one) => one.value)),
      ).toEqual(['', 'dark']);
    });
  });

  it('makes no page wider than a narrow window, however large the text', async () => {
    await onSheet(open(), async (page) => {
      await choose(page, LARGEST, REMEMBER);
      await page.setViewport({ width: 320, height: 800 });
      const wide: string[] = [];
      for (const { local } of listPageTypes(open().tree)) {
        await page.goto(addressOf(open(), local), { waitUntil: 'load' });
        const found = await page.evaluate(() => {
          const boxOf = (selector: string) =>
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return {
            beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            overlap: boxOf('.site-header__brand').right - boxOf('.exit-link__link').left,
          };
        });
        if (found.beyond > 0 || found.overlap > 0) wide.push(`${local} ${JSON.stringify(found)}`);
      }
      expect(wide).toEqual([]);
    });
  });

  it('has no fault that a tool can find while it is made', async () => {
    const bring = (page: Page) => choose(page, LARGEST, REMEMBER);
    expect(await findFaults(open(), [{ name: 'looks', local: SHEET, bring }])).toEqual([]);
  });
}
