import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BETTER_SLEEP } from '../../build/run-build.ts';
import { textOf } from '../../build/site-files.ts';
import { listDeadLinks, listTalkativeLinks, validatePages } from './check-files.ts';
import { testFillIn } from './fill-in.ts';
import { testFilter, testSearch } from './finding.ts';
import { describeInFirefox, testOtherBrowser } from './firefox.ts';
import { testHandout } from './handout.ts';
import { testInPageLinks } from './in-page-links.ts';
import { testJourneys } from './journeys.ts';
import { findFaults } from './look-at-pages.ts';
import { testLooks } from './looks.ts';
import { listOutsiders } from './network-log.ts';
import { testOffline } from './offline.ts';
import { testOpenAgain } from './open-again.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { STATES } from './page-states.ts';
import { listPageTypes } from './page-types.ts';
import { testPrivateForm } from './private-form.ts';
import { EXIT, testQuickExit } from './quick-exit.ts';
import { testShiftPresses } from './shift-presses.ts';
import { testTelling } from './telling.ts';
import { testWeight } from './weight.ts';

// One build for all: with everything a folder can hold, and below a path.
let site: OpenSite;
const open = () => site;
beforeAll(async () => {
  site = await openSite([BETTER_SLEEP, `${BETTER_SLEEP}-whole`], '/sub/path/');
});
afterAll(() => site?.close());

describe('the way out', () => testQuickExit(open));
describe('the way out by Shift', () => testShiftPresses(open));
describe('links within a page', () => testInPageLinks(open));
describe('the questions of a private sheet', () => testPrivateForm(open));
describe('a sheet that is filled in on its page', () => testFillIn(open));
describe('a PDF that is opened again', () => testOpenAgain(open));
describe('the filter', () => testFilter(open));
describe('the search', () => testSearch(open));
describe('the choice how pages look', () => testLooks(open));
describe('the copy for offline use', () => testOffline(open));
describe('a page that is printed', () => testHandout(open));
describe('what a page tells others', () => testTelling(open));
describe('a reader', () => testJourneys(open));
describe('a page', () => testWeight(open));
describeInFirefox(open, testOtherBrowser);

describe('a site with all that a folder can hold, below a path', () => {
  it('has a page of each type', () => {
    expect(
      listPageTypes(site.tree)
        .map(({ type }) => type)
        .sort(),
    ).toEqual([
      '404.html',
      'counselors list',
      'counselors text',
      'guide list',
      'guide text',
      'index.html',
      'offline.html',
      'packets text data-packet-builder',
      'prose',
      'prose class="print-set"',
      'prose data-keeps-nothing class="helplines"',
      'search list',
      'worksheets list',
      'worksheets text',
      'worksheets text data-keeps-nothing',
    ]);
  });

  it('has no page with a fault that a tool can find, in any manner', async () => {
    const types = listPageTypes(site.tree).map(({ local }) => local);
    expect(await findFaults(site, types)).toEqual([]);
  });

  it.each(STATES)('has no such fault in the state: $name, $local', async (state) => {
    expect(await findFaults(site, [state])).toEqual([]);
  });

  it('is valid, and has no link that leads nowhere or tells where from', async () => {
    expect(await validatePages(site.tree)).toEqual([]);
    expect(listDeadLinks(site.tree, '/sub/path/')).toEqual([]);
    expect(listTalkativeLinks(site.tree)).toEqual([]);
  });

  it('counts the paper of the sheets to print together', () => {
    const page = textOf(site.tree, 'first-week/index.html');
    expect(page).toContain('3 sheets, 3 pages, on A4 or on Letter.');
  });

  it('links helplines by number and by address, and says what was not done', () => {
    const page = textOf(site.tree, 'safety/index.html');
    expect(page).toContain('href="tel:0123456789"');
    expect(page).toContain('href="https://night.example/line" rel="noreferrer noopener"');
    expect(page).toContain('Gathered May 2026 from public sources, not called by us.');
  });

  it('names all its pages in the sitemap but those for what is not there, in full', () => {
    const sitemap = textOf(site.tree, 'sitemap.xml');
    const pages = [...site.tree.keys()].filter((file) => file.endsWith('.html'));
    expect(sitemap.match(/<loc>https:\/\/better-sleep\.example\/sub\/path\//g)).toHaveLength(
      pages.length - 2,
    );
    expect(sitemap).toContain('<lastmod>2026-05-01</lastmod>');
    expect(sitemap).not.toMatch(/404|offline/);
  });

  it('asks for no copy of the pages on safety to be kept, in one rule for each address', () => {
    const rules = textOf(site.tree, '_headers').split(/\n(?=\/)/);
    const unkept = rules.filter((rule) => rule.includes('Cache-Control: no-store'));
    const paths = rules.map((rule) => rule.split('\n', 1)[0]);
    expect(unkept.map((rule) => rule.split('\n', 1)[0])).toEqual([
      '/sub/path/safety/*',
      '/sub/path/worksheets/am-i-well/*',
    ]);
    // Some servers keep only the last rule of an address.
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('lets only the search run WebAssembly, and a server forbid frames', () => {
    const allowing = [...site.tree.keys()].filter(
      (file) => file.endsWith('.html') && textOf(site.tree, file).includes('wasm-unsafe-eval'),
    );
    expect(allowing).toEqual(['search/index.html']);
    expect(textOf(site.tree, '_headers')).toMatch(
      /^\/sub\/path\/worksheets\/\*\n {2}Content-Security-Policy: default-src 'none';.*frame-ancestors 'none'$/m,
    );
  });
});

// The last: it looks back on all of the above.
it('no page of all these tests asked anything of another site', () => {
  expect(site.asked.length).toBeGreaterThan(0);
  expect(listOutsiders(site, [new URL(EXIT).origin])).toEqual([]);
});
