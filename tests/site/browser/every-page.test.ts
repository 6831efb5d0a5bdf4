import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsEnding } from '../../build/site-files.ts';
import { listDeadLinks, listTalkativeLinks, validatePages } from './check-files.ts';
import { findFaults, listStrangers, MANNERS } from './look-at-pages.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { listPageTypes } from './page-types.ts';

describe('every page of the real content', () => {
  let site: OpenSite;
  let types: string[];

  beforeAll(async () => {
    site = await openSite(['content']);
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
