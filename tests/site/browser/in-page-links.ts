import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { addressOf, type OpenSite, withPage } from './open-site.ts';
import { EXIT, standInForExit } from './quick-exit.ts';

const SAFETY = 'safety/';

const stepsOf = (page: Page) => page.evaluate(() => history.length);

async function skip(page: Page): Promise<void> {
  await page.focus('.skip-link');
  await page.keyboard.press('Enter');
}

/** Opens the home page and a page from there, and works on it. */
function onPage<T>(site: OpenSite, local: string, work: (page: Page) => Promise<T>): Promise<T> {
  return withPage(site, async (page) => {
    await standInForExit(page);
    await page.goto(site.home);
    await page.goto(addressOf(site, local));
    return work(page);
  });
}

/** What holds of links that lead to a place on the same page. */
export function testInPageLinks(open: () => OpenSite): void {
  it('leave nothing behind that Back could return to after leaving', async () => {
    await onPage(open(), SAFETY, async (page) => {
      const steps = await stepsOf(page);
      await page.click('.contents__link');
      await skip(page);
      await page.click('.exit-panel__help a');
      expect(new URL(page.url()).hash).toBe('#page_helplines');
      // The way back to the top of the page, as the navigation offers it.
      await Promise.all([page.waitForNavigation(), page.click('.site-nav__link[aria-current]')]);
      expect(await stepsOf(page)).toBe(steps);
      await page.click('.contents__link');
      await Promise.all([page.waitForNavigation(), page.click('.exit-link__link')]);
      expect(page.url()).toBe(EXIT);
      await page.goBack();
      expect(page.url()).toBe(open().home);
    });
  });

  it('take the keyboard along to where they lead', async () => {
    await onPage(open(), SAFETY, async (page) => {
      await skip(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('page_main');
      const [link] = await page.$$('.contents__link[href="#what-the-questions-are-for"]');
      await link?.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('what helps');
      expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    });
  });

  it('open a tab or a window of their own where that is asked for', async () => {
    await onPage(open(), SAFETY, async (page) => {
      const taken = await page.evaluate(() => {
        const found: boolean[] = [];
        window.addEventListener('click', (event) => {
          found.push(event.defaultPrevented);
          event.preventDefault();
        });
        const link = document.querySelector('.contents__link');
        const manners = [
          {},
          { ctrlKey: true },
          { metaKey: true },
          { shiftKey: true },
          { button: 1 },
        ];
        for (const manner of manners) {
          link?.dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true, ...manner }),
          );
        }
        return found;
      });
      expect(taken).toEqual([true, false, false, false, false]);
    });
  });

  it('set the filter of the sheets', async () => {
    await onPage(open(), 'worksheets/', async (page) => {
      const steps = await stepsOf(page);
      await page.$eval('main', (main) => {
        const link = Object.assign(document.createElement('a'), { href: '#stage=change' });
        link.textContent = 'What can be changed';
        main.prepend(link);
      });
      await page.click('main > a');
      await page.waitForFunction(() => document.querySelector('output')?.value.startsWith('1'));
      expect(await page.$eval('#filter_stage', (one) => (one as HTMLSelectElement).value)).toBe(
        'change',
      );
      expect(await stepsOf(page)).toBe(steps);
    });
  });
}
