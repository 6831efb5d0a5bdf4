import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { fileOf, pathsEnding, textOf } from '../../build/site-files.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';
import { listPageTypes } from './page-types.ts';
import { compress } from './serve.ts';

/** What the page of a sheet may bring before anybody asks for more, in bytes as they are sent. */
const MOST = { page: 60_000, fonts: 90_000 };

const WIDTHS = [360, 1280];

/** The style sheets and scripts that a page loads by itself, with what those import at once. */
function listParts(site: OpenSite, file: string): string[] {
  const html = textOf(site.tree, file);
  const named = /<(?:script[^>]* src|link rel="stylesheet"[^>]* href)="([^"]+)"/g;
  const parts = [...html.matchAll(named)].map(([, address = '']) =>
    fileOf(address, file, site.prefix),
  );
  // A file that a script imports only when it is asked to is not among them.
  const imported = /\b(?:from|import)\s*"(\.[^"]+)"/g;
  for (const part of parts.filter((one) => one.endsWith('.js'))) {
    for (const [, address = ''] of textOf(site.tree, part).matchAll(imported)) {
      const chunk = path.posix.join(path.posix.dirname(part), address);
      if (!parts.includes(chunk)) parts.push(chunk);
    }
  }
  return parts;
}

function weigh(site: OpenSite, file: string): number {
  const body = site.tree.get(file) ?? Buffer.from(textOf(site.tree, file));
  return (compress(file, body) ?? body).length;
}

type Loading = { shift: number; blocking: string[]; fonts: number };

/** Notes from the first moment what moves, and what held the page up. */
async function watchLoading(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const entries: PerformanceEntry[] = [];
    Object.assign(window, { shifts: entries });
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
}

function readLoading(page: Page): Promise<Loading> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const { shifts } = window as unknown as { shifts: { value: number }[] };
    const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
      renderBlockingStatus: string;
    })[];
    const fonts = resources.filter(({ name }) => name.endsWith('.woff2'));
    return {
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      blocking: resources
        .filter(({ name, renderBlockingStatus }) => {
          return renderBlockingStatus === 'blocking' && !name.endsWith('.css');
        })
        .map(({ name }) => name),
      fonts: fonts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  });
}

/** How heavy pages are, and how quietly they load. */
export function testWeight(open: () => OpenSite): void {
  it('brings with the page of a sheet little but words: HTML, style and scripts as they are sent', () => {
    const heavy = pathsEnding(open().tree, '.html')
      .filter((file) => file.includes('worksheets/'))
      .map((file) => {
        const all = [file, ...listParts(open(), file)];
        return { file, bytes: all.reduce((sum, part) => sum + weigh(open(), part), 0) };
      })
      .filter(({ bytes }) => bytes > MOST.page);
    expect(heavy).toEqual([]);
  });

  it('has fonts for common letters that are light even if a page shows them all', () => {
    const fonts = pathsEnding(open().tree, '.woff2').filter((file) => !file.includes('-ext-'));
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.reduce((sum, file) => sum + weigh(open(), file), 0)).toBeLessThan(MOST.fonts);
  });

  it.each(WIDTHS)('moves nothing while it loads and waits for no script: %i px', async (width) => {
    const found = await withPage(open(), async (page) => {
      await page.setViewport({ width, height: 800 });
      await watchLoading(page);
      const loadings: (Loading & { local: string })[] = [];
      for (const { local } of listPageTypes(open().tree)) {
        await page.goto(addressOf(open(), local), { waitUntil: 'load' });
        loadings.push({ local, ...(await readLoading(page)) });
      }
      return loadings;
    });
    expect(found.filter(({ shift, blocking }) => shift > 0 || blocking.length > 0)).toEqual([]);
    const loaded = found.map(({ fonts }) => fonts);
    expect(Math.min(...loaded)).toBeGreaterThan(0);
    expect(Math.max(...loaded)).toBeLessThan(MOST.fonts);
  });
}
