import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../scripts/model/manifest.ts';
import { pathsEnding, textOf } from '../../build/site-files.ts';
import { listDeadLinks, listTalkativeLinks, validatePages } from './check-files.ts';
import { listControlNames, listSpokenNames } from './field-names.ts';
import { search } from './finding.ts';
import { testLongHandouts } from './handout.ts';
import { findFaults, listStrangers } from './look-at-pages.ts';
import { addressOf, type OpenSite, openRealSite, withPage } from './open-site.ts';
import { testPacketBuilder } from './packet-builder.ts';
import { REAL_STATES } from './page-states.ts';
import { listPageTypes } from './page-types.ts';
import { testWeight } from './weight.ts';

describe('every page of the real content', () => {
  let site: OpenSite;
  let types: string[];

  beforeAll(async () => {
    site = await openRealSite();
    types = listPageTypes(site.tree).map(({ local }) => local);
  });
  afterAll(() => site?.close());

  it('of each type has no fault that a tool can find, in any manner', async () => {
    expect(types.length).toBeGreaterThanOrEqual(12);
    expect(await findFaults(site, types)).toEqual([]);
  }, 240_000);

  it.each(REAL_STATES)('has no such fault in the state: $name, $local', async (state) => {
    expect(await findFaults(site, [state])).toEqual([]);
  });

  it('loads from its own origin alone, and breaks no rule of its policy', async () => {
    const all = pathsEnding(site.tree, '.html').map((file) => file.replace(/index\.html$/, ''));
    expect(await listStrangers(site, all)).toEqual([]);
  });

  it('says of every control what is to be filled in there, as a screen reader hears it', async () => {
    const { worksheets } = JSON.parse(textOf(site.tree, 'manifest.json')) as Manifest;
    const sheets = worksheets.filter(({ fields }) => fields.length > 0);
    expect(sheets.length).toBeGreaterThanOrEqual(30);
    const faults = await withPage(site, async (page) => {
      const found: string[] = [];
      for (const { url, fields } of sheets) {
        await page.goto(addressOf(site, new URL(url, site.home).pathname.slice(1)));
        const [controls, spoken] = [await listControlNames(page), await listSpokenNames(page)];
        if (controls.length !== spoken.length) found.push(`${url}: ${controls} / ${spoken}`);
        for (const [index, control] of controls.entries()) {
          const words = spoken[index] ?? [];
          // A private sheet has no fields in its PDF, and so no names.
          const field = fields.find(
            ({ id, names }) =>
              names.includes(control) || (names.length === 0 && control.startsWith(id)),
          );
          const isNamed = words.at(-1) !== '' && field && words.join(' ').includes(field.label);
          if (!isNamed) found.push(`${url} ${control}: ${words.join(' / ')}`);
        }
        const alike = spoken
          .map((words) => words.join(' / '))
          .filter((one, at, all) => all.indexOf(one) !== at);
        found.push(...alike.map((one) => `${url} twice: ${one}`));
      }
      return found;
    });
    expect(faults).toEqual([]);
  });

  it('of each type empties the storage in the very tick in which it is left', async () => {
    const left: [string, number][] = [];
    for (const local of types) {
      // A page of its own for each: one that was left is still on its way.
      const count = await withPage(site, async (page) => {
        await page.goto(addressOf(site, local), { waitUntil: 'load' });
        return page.evaluate(() => {
          localStorage.setItem('answers:/a-sheet/', '[["a","b"]]');
          document.querySelector<HTMLElement>('a[data-exit]')?.click();
          return localStorage.length;
        });
      });
      left.push([local, count]);
    }
    expect(left).toEqual(types.map((local) => [local, 0]));
  });

  it('is found by a word that stands in it', async () => {
    const found = await withPage(site, async (page) => {
      await page.goto(addressOf(site, 'search/'));
      return search(page, 'gently');
    });
    expect(found).toContain(addressOf(site, 'worksheets/say-it-gently/'));
    expect(found.filter((address) => address.startsWith(addressOf(site, 'guide/')))).not.toEqual(
      [],
    );
  });

  it('says which number cannot be, and marks no other', async () => {
    const { numbers, wrong } = await withPage(site, async (page) => {
      await page.goto(addressOf(site, 'worksheets/trust-snapshot/'), { waitUntil: 'load' });
      const boxes = await page.$$('[data-number][data-most]');
      await boxes[0]?.type('3');
      await boxes[1]?.type('12');
      await page.keyboard.press('Tab');
      const marked = await page.$$eval('[aria-invalid="true"]', (all) =>
        (all as HTMLInputElement[]).map((one) => [
          one.value,
          document.getElementById(one.getAttribute('aria-errormessage') ?? '')?.textContent,
        ]),
      );
      return { numbers: boxes.length, wrong: marked };
    });
    expect(numbers).toBeGreaterThan(2);
    expect(wrong).toEqual([['12', expect.stringContaining('12')]]);
  });

  testWeight(() => site);
  testPacketBuilder(() => site);
  describe('that is a chapter', () => testLongHandouts(() => site));

  it('is valid HTML', async () => {
    expect(await validatePages(site.tree)).toEqual([]);
  });

  it('links only to what is there, down to the heading', () => {
    expect(listDeadLinks(site.tree, '/')).toEqual([]);
  });

  it('tells no other site where a reader comes from', () => {
    expect(listTalkativeLinks(site.tree)).toEqual([]);
  });
});
