import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A way of looking at pages. */
export type Manner = {
  name: string;
  width: number;
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
  { name: '320 px wide, as at 400 % zoom', width: 320 },
  { name: 'forced colors', width: 1280, features: { 'forced-colors': 'active' } },
  { name: 'wide text spacing', width: 360, style: SPACING },
];

async function takeManner(page: Page, { width, features = {} }: Manner): Promise<void> {
  await page.setViewport({ width, height: 800 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
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

/** What is wrong with a page as it stands, in whatever state it was brought. */
export async function findFaultsHere(page: Page, manner: Manner): Promise<string[]> {
  await takeManner(page, manner);
  // The bar at the top lies over what was scrolled below it.
  await page.evaluate(() => scrollTo(0, 0));
  if (manner.style) await page.addStyleTag({ content: manner.style });
  await page.evaluate(axe);
  return [...(await runAxe(page, manner.hasColors ?? false)), ...(await listCutOff(page))];
}

/** What is wrong with pages when they are looked at in a manner. */
export function findFaults(
  site: OpenSite,
  locals: readonly string[],
  manner: Manner,
): Promise<string[]> {
  return withPage(site, async (page) => {
    // For the tool alone, which is not of this site; pages are tested under their policy elsewhere.
    await page.setBypassCSP(true);
    await takeManner(page, manner);
    const faults: string[] = [];
    for (const local of locals) {
      await page.goto(addressOf(site, local), { waitUntil: 'load' });
      if (manner.style) await page.addStyleTag({ content: manner.style });
      await page.evaluate(axe);
      const found = [
        ...(await runAxe(page, manner.hasColors ?? false)),
        ...(await listCutOff(page)),
      ];
      faults.push(...found.map((fault) => `/${local} ${fault}`));
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
