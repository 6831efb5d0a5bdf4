import type { Browser, Page } from 'puppeteer';
import type { OpenSite } from './open-site.ts';

/** Longer than a page pauses between two requests that belong together. */
const QUIET_MS = 250;

/** The browser's own controls hold pictures as data, which ask nobody. */
const isInside = (address: string) => /^(data|blob):/.test(address);

/** Notes what a page and its workers ask for, answered or not. */
export function logPage(page: Page, asked: string[]): void {
  page.on('request', (request) => {
    if (!isInside(request.url())) asked.push(request.url());
  });
}

/**
 * Notes what service workers ask for; they belong to no page, and not every browser tells of them.
 * What they ask of the site itself stands in `served.requested` in any browser.
 */
export function logServiceWorkers(browser: Browser, asked: string[]): void {
  browser.on('targetcreated', async (target) => {
    if (target.type() !== 'service_worker') return;
    const session = await target.createCDPSession();
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!isInside(request.url)) asked.push(request.url);
    });
    await session.send('Network.enable');
  });
}

/** What was asked for of anybody but the site itself and the origins that are named. */
export function listOutsiders({ asked, origins }: OpenSite, besides: string[] = []): string[] {
  const known = new Set([...origins, ...besides]);
  return asked.filter((address) => !known.has(new URL(address).origin));
}

/**
 * What is asked for while something is done on a page, and right after it. A page that was just
 * loaded may still ask for fonts, pictures or its icon; these are waited for first.
 */
export async function listRequestsWhile(
  { asked, served }: OpenSite,
  page: Page,
  work: () => Promise<unknown>,
): Promise<string[]> {
  await page.waitForNetworkIdle({ idleTime: QUIET_MS });
  const [before, servedBefore] = [asked.length, served.requested.length];
  await work();
  await page.waitForNetworkIdle({ idleTime: QUIET_MS });
  return [...asked.slice(before), ...served.requested.slice(servedBefore)];
}
