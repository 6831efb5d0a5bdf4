import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

/** Where the way out leads. */
export const EXIT = 'https://elsewhere.example/weather';
const SHEET = 'worksheets/sleep-diary/';

/** Answers for the page that the way out leads to: no test reaches the network. */
export async function standInForExit(page: Page, answer?: 'nothing'): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() !== EXIT) return request.continue();
    // Then the other page never comes, and this one can be looked at.
    if (answer === 'nothing') return request.respond({ status: 204 });
    return request.respond({ contentType: 'text/html', body: '<title>Weather</title>Sunny' });
  });
}

/** Opens the home page and a sheet, leaves by `leave`, and tells where one is and where Back leads. */
export async function leaveSheet(
  site: OpenSite,
  leave: (page: Page) => Promise<unknown>,
): Promise<{ at: string; back: string }> {
  return withPage(site, async (page) => {
    await standInForExit(page);
    await page.goto(site.home);
    await page.goto(addressOf(site, SHEET));
    await Promise.all([page.waitForNavigation({ timeout: 10_000 }), leave(page)]);
    const at = page.url();
    await page.goBack();
    return { at, back: page.url() };
  });
}

/** Presses Shift and lets it go, with nothing in between. */
export async function pressShift(page: Page, times: number): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press('Shift');
}

/** What the page last said about the presses. */
export const statusOf = (page: Page) =>
  page.$eval('[data-exit-status]', (element) => element.textContent);

/** Opens a sheet for a test that stays on it. */
export function onSheet<T>(site: OpenSite, work: (page: Page) => Promise<T>): Promise<T> {
  return withPage(site, async (page) => {
    await standInForExit(page);
    await page.goto(addressOf(site, SHEET));
    return work(page);
  });
}

/** What holds of the way out. */
export function testQuickExit(open: () => OpenSite): void {
  it('leads to the address of the site by its link, and Back does not lead to the page left', async () => {
    const { at, back } = await leaveSheet(open(), (page) => page.click('.exit-link__link'));
    expect([at, back]).toEqual([EXIT, open().home]);
  });

  it('leads there by the second thing that Tab reaches', async () => {
    const { at, back } = await leaveSheet(open(), async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    });
    expect([at, back]).toEqual([EXIT, open().home]);
  });

  it('leads there by Shift, pressed three times', async () => {
    const { at, back } = await leaveSheet(open(), (page) => pressShift(page, 3));
    expect([at, back]).toEqual([EXIT, open().home]);
  });

  it('leads there without a script, as an ordinary link that tells nothing of where one was', async () => {
    const { at } = await leaveSheet(open(), async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.reload();
      await page.click('.exit-link__link');
    });
    expect(at).toBe(EXIT);
  });

  it('counts presses aloud and in dots', async () => {
    await onSheet(open(), async (page) => {
      await pressShift(page, 1);
      const first = await statusOf(page);
      await pressShift(page, 1);
      expect([first, await statusOf(page)]).toEqual([
        'Shift. Press it 2 more times to leave this site.',
        'Shift. Press it 1 more time to leave this site.',
      ]);
      expect(
        await page.$eval('[data-exit-dots]', (dots) => [
          (dots as HTMLElement).hidden,
          (dots as HTMLElement).dataset['pressed'],
        ]),
      ).toEqual([false, '2']);
    });
  });

  it('takes no capital letter for a wish to leave, and any other key starts over', async () => {
    await onSheet(open(), async (page) => {
      for (let letter = 0; letter < 4; letter++) {
        await page.keyboard.down('Shift');
        await page.keyboard.press('A');
        await page.keyboard.up('Shift');
      }
      await pressShift(page, 2);
      await page.keyboard.press('x');
      await pressShift(page, 2);
      expect(page.url()).toBe(addressOf(open(), SHEET));
    });
  });

  it('forgets the presses after five seconds, counted from the last', async () => {
    await onSheet(open(), async (page) => {
      // The clock of the page, so that nobody has to wait.
      await page.evaluate(() => {
        const real = window.setTimeout.bind(window);
        window.setTimeout = ((work: () => void, ms: number) => real(work, ms / 50)) as never;
      });
      await pressShift(page, 2);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await statusOf(page)).toBe(
        'This site is still open. To leave, press Shift three times again.',
      );
      await pressShift(page, 2);
      expect(page.url()).toBe(addressOf(open(), SHEET));
    });
  });

  it('erases what was typed and all storage, and covers the page, before it leaves', async () => {
    const found = await withPage(open(), async (page) => {
      await standInForExit(page, 'nothing');
      await page.goto(addressOf(open(), SHEET));
      await page.type('textarea', 'words');
      await page.evaluate(() => {
        sessionStorage.setItem('a', 'b');
        localStorage.setItem('a', 'b');
      });
      await page.click('.exit-link__link');
      return page.evaluate(() => {
        const top = document.elementFromPoint(200, 300);
        return {
          typed: document.querySelector('textarea')?.value,
          kept: sessionStorage.length + localStorage.length,
          cover: top?.className,
          title: document.title,
        };
      });
    });
    expect(found).toEqual({ typed: '', kept: 0, cover: 'exit-cover', title: 'Loading' });
  });

  it('tells the pages that wait in the history, which browsers then drop', async () => {
    const heard = await onSheet(open(), async (other) => {
      // The browser of this test keeps no page of the history; an open one hears the same.
      await other.evaluate(() => {
        const ear = new BroadcastChannel('traces-erased');
        ear.onmessage = () => document.body.setAttribute('data-heard', '');
      });
      await leaveSheet(open(), (page) => page.click('.exit-link__link'));
      await other.waitForSelector('[data-heard]', { timeout: 10_000 });
      return true;
    });
    expect(heard).toBe(true);
  });

  it.each(['reset', 'elements'])('leads there when a field is called "%s"', async (name) => {
    const { at } = await leaveSheet(open(), async (page) => {
      await page.type('textarea', 'words');
      await page.$eval('textarea', (room, given) => room.setAttribute('name', given), name);
      await page.click('.exit-link__link');
    });
    expect(at).toBe(EXIT);
  });

  it.each([1, 2])(
    'takes the cover and its title off a page that comes back: left %s×',
    async (times) => {
      await withPage(open(), async (page) => {
        await standInForExit(page, 'nothing');
        await page.goto(addressOf(open(), SHEET));
        const read = () =>
          page.evaluate(() => ({
            covers: document.querySelectorAll('.exit-cover').length,
            isLeaving: document.documentElement.classList.contains('is-leaving'),
            title: document.title,
          }));
        const before = await read();
        for (let time = 0; time < times; time++) await pressShift(page, 3);
        expect(await read()).toEqual({ covers: 1, isLeaving: true, title: 'Loading' });
        await page.evaluate(() => {
          window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        });
        expect(await read()).toEqual(before);
        expect(before.title).toMatch(/^Sleep diary/);
      });
    },
  );

  it('stays in reach on a long page, and stands large where safety is the matter', async () => {
    await withPage(open(), async (page) => {
      await page.setViewport({ width: 360, height: 640 });
      await page.goto(addressOf(open(), SHEET));
      await page.evaluate(() => window.scrollTo(0, 900));
      const small = await page.$eval(
        '.exit-link__link',
        (link) => link.getBoundingClientRect().top,
      );
      await page.goto(addressOf(open(), 'safety/'));
      const large = await page.$eval('.exit-panel__link', (link) => {
        const { height, top } = link.getBoundingClientRect();
        return { height, top };
      });
      expect(small).toBeGreaterThanOrEqual(0);
      expect(small).toBeLessThan(40);
      expect(large.height).toBeGreaterThanOrEqual(60);
      expect(large.top).toBeLessThan(320);
    });
  });
}
