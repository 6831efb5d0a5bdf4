import type { Page } from 'puppeteer';
import { search } from './finding.ts';
import { pressShift } from './quick-exit.ts';

/** A state that a page can be brought into after it has loaded. */
export type PageState = {
  name: string;
  /** Where it begins, below the root of the site. */
  local: string;
  bring(page: Page): Promise<unknown>;
};

/** Two presses of Shift, which are not forgotten while somebody looks. */
async function pressTwice(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { realTimeout: window.setTimeout });
    window.setTimeout = (() => 0) as never;
  });
  await pressShift(page, 2);
  await page.waitForSelector('[data-exit-dots]:not([hidden])');
  await page.evaluate(() => {
    window.setTimeout = (window as unknown as { realTimeout: typeof setTimeout })
      .realTimeout as never;
  });
}

const openAll = (page: Page) =>
  page.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });

/** Opens the questions whose answers would be lost, and says a fault: what a form can show at once. */
async function fillWrongly(page: Page): Promise<void> {
  const boxes = await page.$$('[data-max] input[type="checkbox"]');
  for (const box of boxes.slice(0, 3)) await box.click();
  await page.waitForSelector('.field__fault:not(:empty)');
  await page.click('[data-erase]');
  await page.waitForSelector('[data-erase-question]:not([hidden])');
}

/** States of the pages that a site with everything has; `sheet` is one with a limit to its ticks. */
export const STATES: PageState[] = [
  {
    name: 'a filter that nothing fits',
    local: 'worksheets/#stage=change&need=mornings',
    bring: (page) => page.waitForSelector('[data-filter-none]:not([hidden])'),
  },
  { name: 'results', local: 'search/', bring: (page) => search(page, 'diary') },
  { name: 'no results', local: 'search/', bring: (page) => search(page, 'xylophone') },
  { name: 'Shift pressed twice', local: 'worksheets/sleep-diary/', bring: pressTwice },
  { name: 'Shift pressed twice', local: 'safety/', bring: pressTwice },
  {
    name: 'answers that are kept',
    local: 'worksheets/sleep-diary/',
    bring: async (page) => {
      await page.click('[data-keep]');
      await page.type('main textarea', 'The wind');
      await page.waitForFunction(() => localStorage.length > 0);
    },
  },
  { name: 'too much ticked, erase asked', local: 'worksheets/wind-down/', bring: fillWrongly },
];

/** States of pages that only the real content has. */
export const REAL_STATES: PageState[] = [
  {
    name: 'a number that is not asked for',
    local: 'progress/',
    bring: async (page) => {
      await page.type('[data-progress-row] input', '12');
      await page.waitForSelector('[aria-invalid="true"]');
    },
  },
  { name: 'all weeks open', local: 'worksheets/small-promises-tracker/', bring: openAll },
];
