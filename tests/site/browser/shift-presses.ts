import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { onSheet, pressShift, statusOf } from './quick-exit.ts';

/** Lets Shift stand for something else three times, and tells what the page made of it. */
function useShift(site: OpenSite, use: (page: Page) => Promise<unknown>): Promise<string | null> {
  return onSheet(site, async (page) => {
    for (let time = 0; time < 3; time++) await use(page);
    return statusOf(page);
  });
}

/** What counts as a press of Shift alone, and what does not. */
export function testShiftPresses(open: () => OpenSite): void {
  it('is not asked for by the wheel that scrolls sideways', async () => {
    const status = await useShift(open(), async (page) => {
      await page.keyboard.down('Shift');
      const scrolled = page.evaluate(
        () => new Promise((resolve) => addEventListener('wheel', resolve, { once: true })),
      );
      await page.mouse.move(200, 300);
      await page.mouse.wheel({ deltaY: 40 });
      await scrolled;
      await page.keyboard.up('Shift');
    });
    expect(status).toBe('');
  });

  it('is not asked for by a capital letter whose key is let go last', async () => {
    const told = await onSheet(open(), async (page) => {
      await page.evaluate(() => {
        const status = document.querySelector('[data-exit-status]');
        const said: string[] = [];
        Object.assign(window, { said });
        new MutationObserver(() => said.push(status?.textContent ?? '')).observe(
          status ?? document.body,
          { childList: true },
        );
      });
      await page.keyboard.down('Shift');
      await page.keyboard.down('A');
      await page.keyboard.up('Shift');
      await page.keyboard.up('A');
      return page.evaluate('said');
    });
    expect(told).toEqual([]);
  });

  it.each([
    ['a fresh press', "new KeyboardEvent('keydown', { key: 'Shift', shiftKey: true })"],
    ['another window', "new FocusEvent('blur')"],
  ])('forgets with %s that Shift was once held for a click', async (_, event) => {
    const status = await onSheet(open(), async (page) => {
      // The release was told to another window.
      await page.evaluate(`
        document.dispatchEvent(new PointerEvent('pointerdown', { shiftKey: true }));
        ${event.includes('blur') ? 'window' : 'document'}.dispatchEvent(${event});
        document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }))`);
      return statusOf(page);
    });
    expect(status).toBe('Shift. Press it 2 more times to leave this site.');
  });

  it('still is asked for after a click with Shift', async () => {
    await onSheet(open(), async (page) => {
      await page.keyboard.down('Shift');
      await page.mouse.click(5, 400);
      await page.keyboard.up('Shift');
      await Promise.all([page.waitForNavigation(), pressShift(page, 3)]);
    });
  });
}
