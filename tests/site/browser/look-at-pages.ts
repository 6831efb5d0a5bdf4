import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { CDPSession, Page } from 'puppeteer';
import { addressOf, type OpenSite, withPage } from './open-site.ts';
import type { PageState } from './page-states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A way of looking at pages. */
export type Manner = {
  name: string;
  width: number;
  /** In CSS pixels, as the width is; as high as usual unless it says so. */
  height?: number;
  /** How many pixels of the screen a CSS pixel takes. */
  zoom?: number;
  features?: Record<string, string>;
  style?: string;
  /** Whether the page has colors of its own here that it has in no other manner. */
  hasColors?: boolean;
};

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;

/** The manners that every page must stand. */
export const MANNERS: Manner[] = [
  { name: 'light', width: 1280, features: { 'prefers-color-scheme': 'light' }, hasColors: true },
  { name: 'dark', width: 1280, features: { 'prefers-color-scheme': 'dark' }, hasColors: true },
  // What is left of a window of 1280 × 1024.
  { name: '400 % zoom', width: 320, height: 256, zoom: 4 },
  { name: 'forced colors', width: 1280, features: { 'forced-colors': 'active' } },
  { name: 'wide text spacing', width: 360, style: SPACING },
];

/** What is set by a session holds as long as it is open: each page has one. */
const sessions = new WeakMap<Page, CDPSession>();

/** Makes a page, as it stands, look as in a manner; what it was shown in before is taken back. */
async function takeManner(page: Page, manner: Manner): Promise<void> {
  const { name, width, height = 800, zoom = 1, features = {}, style = '' } = manner;
  await page.setViewport({ width, height, deviceScaleFactor: zoom });
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })),
  });
  const isTaken = await page.evaluate(
    async (css, queries) => {
      const id = 'manner_style';
      document.getElementById(id)?.remove();
      const element = Object.assign(document.createElement('style'), { id, textContent: css });
      if (css) document.head.append(element);
      // The bar at the top lies over what was scrolled below it.
      scrollTo(0, 0);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return queries.every((query) => matchMedia(query).matches);
    },
    style,
    [`(width: ${width}px)`, ...Object.entries(features).map((both) => `(${both.join(': ')})`)],
  );
  if (!isTaken) throw new Error(`The browser does not show pages in this manner: ${name}`);
}

function runAxe(page: Page, hasColors: boolean): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: {
      'target-size': { enabled: true },
      'color-contrast': { enabled: hasColors },
      'color-contrast-enhanced': { enabled: hasColors },
    },
  };
  return page.evaluate(async (given) => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(options: unknown): Promise<{ violations: Result[] }> };
    };
    const { violations } = await tool.run(given);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, options as object);
}

/** Text that a box cuts off, and a page that is wider than its window. */
function listCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} px`] : [];
    const cut = [...document.body.querySelectorAll('*')].filter((element) => {
      if (element.closest('svg, textarea, input, select, .visually-hidden, .skip-link'))
        return false;
      const { overflowX, clipPath } = getComputedStyle(element);
      if (overflowX === 'visible' || clipPath !== 'none') return false;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
    });
    return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 80))];
  });
}

/** What is wrong with a page as it stands, in whatever state it was brought, in some manners. */
export async function findFaultsHere(
  page: Page,
  manners: Manner | readonly Manner[] = MANNERS,
): Promise<string[]> {
  await page.evaluate(axe);
  const faults: string[] = [];
  for (const manner of [manners].flat()) {
    await takeManner(page, manner);
    // The bar at the top lies over what was scrolled below it.
    await page.evaluate(() => scrollTo(0, 0));
    const found = [...(await runAxe(page, manner.hasColors ?? false)), ...(await listCutOff(page))];
    faults.push(...found.map((fault) => `${manner.name}: ${fault}`));
  }
  return faults;
}

/**
 * What is wrong with pages, or with states of them. Each is loaded once and looked at in all manners:
 * a page that changes with its window must stand that too.
 */
export function findFaults(
  site: OpenSite,
  looks: readonly (string | PageState)[],
  manners: Manner | readonly Manner[] = MANNERS,
): Promise<string[]> {
  return withPage(site, async (page) => {
    // For the tool alone, which is not of this site; pages are tested under their policy elsewhere.
    await page.setBypassCSP(true);
    const faults: string[] = [];
    for (const look of looks) {
      const { local, name, bring } =
        typeof look === 'string' ? { local: look, name: '', bring: undefined } : look;
      // From an empty page, so that one that differs only after the # is loaded anew.
      await page.goto('about:blank');
      await page.goto(addressOf(site, local), { waitUntil: 'load' });
      await bring?.(page);
      const found = await findFaultsHere(page, manners);
      faults.push(...found.map((fault) => `/${local} ${name} ${fault}`));
      // Nothing that was kept may be found by the next.
      await page.evaluate(() => localStorage.clear());
    }
    return faults;
  });
}

/** Requests that leave the origin, and messages of the console, while pages load under their policy. */
export function listStrangers(site: OpenSite, locals: readonly string[]): Promise<string[]> {
  return withPage(site, async (page) => {
    const found: string[] = [];
    page.on('request', (request) => {
      // The browser's own controls hold pictures as data, which ask nobody.
      const isInside = /^(data|blob):/.test(request.url());
      if (!isInside && !request.url().startsWith(site.served.origin)) found.push(request.url());
    });
    page.on('console', (message) => found.push(message.text()));
    page.on('pageerror', (error) => found.push(String(error)));
    for (const local of locals) {
      await page.goto(addressOf(site, local), { waitUntil: 'load' });
      await page.waitForNetworkIdle({ idleTime: 50 });
    }
    return found;
  });
}
