import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsEnding } from '../../build/site-files.ts';
import { listDeadLinks, listTalkativeLinks, validatePages } from './check-files.ts';
import { search } from './finding.ts';
import { findFaults, listStrangers, MANNERS } from './look-at-pages.ts';
import { addressOf, type OpenSite, openRealSite, withPage } from './open-site.ts';
import { listPageTypes } from './page-types.ts';

describe('every page of the real content', () => {
  let site: OpenSite;
  let types: string[];

  beforeAll(async () => {
    site = await openRealSite();
    types = listPageTypes(site.tree).map(({ local }) => local);
  });
  afterAll(() => site?.close());

  it.each(MANNERS)('of each type has no fault that a tool can find: $name', async (manner) => {
    expect(types.length).toBeGreaterThanOrEqual(12);
    expect(await findFaults(site, types, manner)).toEqual([]);
  });

  it('loads from its own origin alone, and breaks no rule of its policy', async () => {
    const all = pathsEnding(site.tree, '.html').map((file) => file.replace(/index\.html$/, ''));
    expect(await listStrangers(site, all)).toEqual([]);
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
