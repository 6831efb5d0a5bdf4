import { existsSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { testFillIn } from './fill-in.ts';
import { testFilter, testSearch } from './finding.ts';
import { listOutsiders, listRequestsWhile } from './network-log.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';
import { listPageTypes } from './page-types.ts';
import { testPrivateForm } from './private-form.ts';
import { EXIT, leaveSheet, onSheet, pressShift, statusOf } from './quick-exit.ts';

/** Where an installer puts Firefox, by platform. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [path.join(process.env['PROGRAMFILES'] ?? '', 'Mozilla Firefox/firefox.exe')],
};

/** Firefox, as FIREFOX_PATH names it or an installer left it; who names one must have it. */
function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named && !existsSync(named))
    throw new Error(`FIREFOX_PATH names ${named}: no file is there.`);
  return named ?? INSTALLED[process.platform]?.find((file) => existsSync(file));
}

const PREFERENCES = {
  // No test reaches the network, not even to ask where something is.
  'network.dns.localDomains': new URL(EXIT).hostname,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // A page that comes back from this cache tells the driver of no load, and it waits for ever.
  'browser.sessionhistory.max_total_viewers': 0,
  'fission.bfcacheInParent': false,
};

/**
 * The same build and server in Firefox, which speaks WebDriver BiDi. A journey that was written for
 * Chromium runs here as it is, except for what BiDi cannot do in Puppeteer: CDP sessions (so no
 * accessibility tree, no emulated media or colors, no tracing, no folder for downloads), switching
 * scripts off, passing by a page's policy, and pages that come back from the cache of the history.
 * It can answer for requests, type, click, choose files, go back, take pictures and print to PDF.
 */
async function openInFirefox(site: OpenSite, executablePath: string): Promise<OpenSite> {
  const downloads = await makeTemporaryFolder();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      ...PREFERENCES,
      'browser.download.folderList': 2,
      // Its list of downloads would take the focus away from the page.
      'browser.download.alwaysOpenPanel': false,
      'browser.download.dir': downloads,
      'browser.download.open_pdf_attachments_inline': false,
    },
  });
  return { ...site, asked: [], downloads, browser, close: () => browser.close() };
}

/**
 * Runs tests in Firefox on a site that is open already. Where there is no Firefox they are skipped
 * by name; with FIREFOX_PATH they must run.
 */
export function describeInFirefox(open: () => OpenSite, tests: (open: () => OpenSite) => void) {
  describe('in Firefox', () => {
    const executablePath = findFirefox();
    if (!executablePath) {
      it('what is shown in Chromium is shown again', ({ skip }) => {
        skip('No Firefox was found: install firefox-esr, or name one in FIREFOX_PATH.');
      });
      return;
    }
    let site: OpenSite;
    beforeAll(async () => {
      site = await openInFirefox(open(), executablePath);
    });
    afterAll(() => site?.close());
    tests(() => site);
  });
}

/** What must hold in another browser too. */
export function testOtherBrowser(open: () => OpenSite): void {
  it('every type of page loads, without a word in the console', async () => {
    const found = await withPage(open(), async (page) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      for (const { local } of listPageTypes(open().tree)) {
        await page.goto(addressOf(open(), local), { waitUntil: 'load' });
        if (!(await page.$('html.is-scripted'))) said.push(`${local} has no script`);
      }
      return said;
    });
    expect(found).toEqual([]);
  });

  it('the way out leads there by its link and by Shift, and Back not to the page left', async () => {
    for (const leave of [
      (page: Parameters<typeof pressShift>[0]) => page.click('.exit-link__link'),
      (page: Parameters<typeof pressShift>[0]) => pressShift(page, 3),
    ]) {
      expect(await leaveSheet(open(), leave)).toEqual({ at: EXIT, back: open().home });
    }
    const status = await onSheet(open(), async (page) => {
      await pressShift(page, 2);
      return statusOf(page);
    });
    expect(status).toBe('Shift. Press it 1 more time to leave this site.');
  });

  it('the page of a sheet is filled in without a request, and printed', async () => {
    await withPage(open(), async (page) => {
      await page.goto(addressOf(open(), 'worksheets/sleep-diary/'), { waitUntil: 'load' });
      const asked = await listRequestsWhile(open(), page, () =>
        page.type('main textarea', 'Łódź, 10 at night'),
      );
      expect(asked).toEqual([]);
      const printed = await PDFDocument.load(await page.pdf({ format: 'a4' }));
      expect(printed.getPageCount()).toBeGreaterThan(0);
      expect(printed.getPageCount()).toBeLessThan(6);
    });
  });

  describe('a sheet that is filled in on its page', () => testFillIn(open));
  describe('the questions of a private sheet', () => testPrivateForm(open));
  describe('the filter', () => testFilter(open));
  describe('the search', () => testSearch(open));

  it('no page asked anything of another site', () => {
    expect(open().asked.length).toBeGreaterThan(0);
    expect(listOutsiders(open(), [new URL(EXIT).origin])).toEqual([]);
  });
}
