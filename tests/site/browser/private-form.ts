import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { listRequestsWhile } from './network-log.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

const PLACES = ['worksheets/am-i-well/', 'safety/'];
const FORM = 'form[data-keeps-nothing]';

async function fill(page: Page): Promise<void> {
  await page.type(`${FORM} textarea`, 'a worry');
  await page.type(`${FORM} .blank__room`, 'a year');
  await page.click(`${FORM} input[type="checkbox"]`);
  await page.click(`${FORM} input[type="radio"]`);
}

/** How many controls of the form hold something. */
function countFilled(page: Page): Promise<number> {
  return page.$eval(FORM, (form) => {
    const controls = [...form.querySelectorAll<HTMLInputElement>('input, textarea')];
    return controls.filter(({ type, checked, value }) =>
      type === 'radio' || type === 'checkbox' ? checked : value !== '',
    ).length;
  });
}

const EVENTS: Record<string, string> = {
  'the page is hidden': `Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'))`,
  'the page is left': "window.dispatchEvent(new PageTransitionEvent('pagehide'))",
  'the browser brings the page back':
    "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
};

/** What holds of the questions of a private sheet. */
export function testPrivateForm(open: () => OpenSite): void {
  it.each(Object.entries(EVENTS))('are emptied when %s', async (_, event) => {
    for (const place of PLACES) {
      await withPage(open(), async (page) => {
        await page.goto(addressOf(open(), place));
        await fill(page);
        expect(await countFilled(page)).toBe(4);
        await page.evaluate(event);
        expect(await countFilled(page)).toBe(0);
      });
    }
  });

  it('are empty when one goes on and comes back, and after loading again', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'safety/'));
      await fill(page);
      await page.goto(open().home);
      await page.goBack();
      expect(await countFilled(page)).toBe(0);
      await fill(page);
      await page.reload();
      expect(await countFilled(page)).toBe(0);
    });
  });

  it('ask the browser to remember, correct and complete nothing', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'safety/'));
      const asked = await page.$$eval(`${FORM} :is(textarea, input[type="text"])`, (controls) =>
        controls.map((control) =>
          ['autocomplete', 'spellcheck', 'autocapitalize'].map((name) =>
            control.getAttribute(name),
          ),
        ),
      );
      expect(asked.length).toBeGreaterThan(2);
      expect(asked.filter((values) => values.join() !== 'off,false,off')).toEqual([]);
      expect(await page.$eval(FORM, (form) => form.getAttribute('autocomplete'))).toBe('off');
    });
  });

  it('send nothing when Return is pressed, and nothing while one types', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'worksheets/am-i-well/'));
      const asked = await listRequestsWhile(open(), page, async () => {
        await fill(page);
        // Letters that the page itself has not: their faces must not be asked for.
        await page.type(`${FORM} textarea`, ' Łódź, 10 ½ years – “мир”');
        await page.focus(`${FORM} .blank__room`);
        await page.keyboard.press('Enter');
      });
      expect(page.url()).toBe(addressOf(open(), 'worksheets/am-i-well/'));
      expect(asked).toEqual([]);
    });
  });

  it('stand under a title and a description that do not say where they come from, and without a number', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'worksheets/am-i-well/'));
      expect(await page.title()).toBe('Am I well? · Better Sleep');
      expect(await page.$eval('main', (main) => main.textContent)).not.toMatch(/Sheet 3/);
      expect(
        await page.$eval('meta[name="description"]', (meta) => meta.getAttribute('content')),
      ).toBe('Questions for you alone. Nothing you type is kept or sent.');
    });
  });
}
