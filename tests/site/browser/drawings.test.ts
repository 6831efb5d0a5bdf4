import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validatePages } from './check-files.ts';
import { findFaults } from './look-at-pages.ts';
import { addressOf, type OpenSite, openSite, withPage } from './open-site.ts';

const SHEET = 'worksheets/drawings/';

describe('the page of a sheet with every drawing', () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(['tests/fixtures/drawings']);
  });
  afterAll(() => site?.close());

  it('has no fault that a tool can find, in any manner', async () => {
    expect(await findFaults(site, [SHEET])).toEqual([]);
  });

  it('is valid HTML', async () => {
    expect(await validatePages(site.tree)).toEqual([]);
  });

  it('is filled in by Tab alone, a ladder from its lowest step upwards', async () => {
    const stops = await withPage(site, async (page) => {
      await page.goto(addressOf(site, SHEET));
      await page.focus('[name="nights-the-first-bad-week-when"]');
      const found: { name: string; y: number }[] = [];
      for (let press = 0; press < 13; press++) {
        found.push(
          await page.evaluate(() => {
            const focused = document.activeElement;
            const { y = 0 } = focused?.getBoundingClientRect() ?? {};
            return { name: focused?.getAttribute('name') ?? '', y: y + scrollY };
          }),
        );
        await page.keyboard.press('Tab');
      }
      return found;
    });
    expect(stops.map(({ name }) => name)).toEqual([
      'nights-the-first-bad-week-when',
      'nights-the-first-bad-week',
      'nights-point1-when',
      'nights-point1',
      'nights-point2-when',
      'nights-point2',
      'calm-turn-the-phone-off-at-ten-done',
      'calm-leave-it-in-the-hall-with-the-so-done',
      'calm-own1',
      'calm-own1-done',
      'round-i-lie-awake',
      'round-i-sleep-in-late',
      'round-i-am-wide-awake-in-the-evening',
    ]);
    const climbed = stops.filter(({ name }) => name.endsWith('-done')).map(({ y }) => y);
    expect(climbed).toEqual([...climbed].sort((a, b) => b - a));
  });

  it('has a name for every control that makes sense alone, and one picture of each drawing', async () => {
    const { pictures, controls } = await withPage(site, async (page) => {
      await page.goto(addressOf(site, SHEET));
      const { children = [] } =
        (await page.accessibility.snapshot({ interestingOnly: true })) ?? {};
      const all = [...children];
      for (const node of all) all.push(...(node.children ?? []));
      return {
        pictures: all.filter(({ role }) => role === 'image').map(({ name }) => name),
        controls: all.filter(({ role }) => role === 'checkbox').map(({ name }) => name),
      };
    });
    expect(pictures.filter((name) => /circles|rungs|segments/.test(name ?? ''))).toHaveLength(4);
    expect(controls).toEqual([
      'Keep my answers on this device',
      'Done Turn the phone off at ten',
      'Done Leave it in the hall, with the sound off',
      'Done Step 3',
    ]);
  });
});
