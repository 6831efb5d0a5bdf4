import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

/** Presses Tab until the focus is on a link that fits; the focus must be seen on the way. */
async function tabTo(page: Page, fits: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const { isThere, isSeen } = await page.evaluate((selector) => {
      const focused = document.activeElement;
      const { outlineStyle } = getComputedStyle(focused ?? document.body);
      const after = getComputedStyle(focused ?? document.body, '::after').outlineStyle;
      return {
        isThere: focused?.matches(selector) ?? false,
        isSeen: outlineStyle !== 'none' || after !== 'none',
      };
    }, fits);
    expect(isSeen).toBe(true);
    if (isThere) return;
  }
  throw new Error(`Tab never came to ${fits}`);
}

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** What a reader can do with a keyboard alone, without a script, and with a printer for Letter. */
export function testJourneys(open: () => OpenSite): void {
  it('leads from home to a sheet and its PDF by Tab and Enter alone', async () => {
    await withPage(open(), async (page) => {
      const session = await open().browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: await makeTemporaryFolder(),
      });
      await page.goto(open().home);
      await tabTo(page, '.site-nav__link[href$="/worksheets/"]');
      await enter(page);
      await tabTo(page, '[href$="/worksheets/sleep-diary/"]');
      await enter(page);
      await tabTo(page, '.download__button');
      const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      await page.keyboard.press('Enter');
      await expect.poll(() => open().served.requested).toContain(new URL(href).pathname);
      expect(href).toMatch(/\/pdf\/en\/sheet-1-(a4|letter)\.pdf$/);
    });
  });

  it.each([
    [['en-US'], 'letter'],
    [['de-DE', 'en-US'], 'a4'],
    [['es-MX'], 'letter'],
    [['es'], 'a4'],
    [['en-PH'], 'letter'],
  ])('offers for %s the paper %s', async (languages, paper) => {
    await withPage(open(), async (page) => {
      await page.evaluateOnNewDocument((all) => {
        Object.defineProperty(navigator, 'languages', { value: all });
      }, languages);
      await page.goto(addressOf(open(), 'worksheets/sleep-diary/'));
      const shown = await page.$$eval('.download__button', (all) =>
        all
          .filter((button) => button.checkVisibility())
          .map((button) => button.getAttribute('href')),
      );
      expect(shown).toEqual([`${open().prefix}pdf/en/sheet-1-${paper}.pdf`]);
    });
  });

  it('reads without a script: all sheets, one download, no dead control, where the lists are', async () => {
    await withPage(open(), async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.goto(addressOf(open(), 'worksheets/'));
      const visible = (selector: string) =>
        page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
      expect(await visible('[data-sheet]')).toBe(3);
      expect(await visible('select, main button')).toBe(0);
      await page.goto(addressOf(open(), 'worksheets/sleep-diary/'));
      expect(await visible('.download__button')).toBe(1);
      await page.goto(addressOf(open(), 'search/'));
      expect(await visible('input, button')).toBe(0);
      expect(await visible('main a[href$="/guide/"]')).toBe(1);
      await page.goto(addressOf(open(), 'safety/'));
      expect(await visible('.exit-panel__link')).toBe(1);
      expect(await visible('.exit-panel__keys')).toBe(0);
    });
  });

  it('leads on from a wrong address', async () => {
    await withPage(open(), async (page) => {
      const answer = await page.goto(addressOf(open(), 'worksheets/no-such-sheet/'));
      expect(answer?.status()).toBe(404);
      const links = await page.$$eval('main a', (all) =>
        all.map((link) => new URL(link.href).pathname),
      );
      const { prefix } = open();
      expect(links).toEqual([
        prefix,
        ...['guide/', 'worksheets/', 'safety/', 'counselors/', 'search/'].map(
          (one) => prefix + one,
        ),
      ]);
    });
  });
}
