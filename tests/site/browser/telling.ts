import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { pathsEnding, textOf } from '../../build/site-files.ts';
import { listStrangers } from './look-at-pages.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

const SHEET = 'worksheets/sleep-diary/';
const CHAPTER = 'guide/what-helps/';
const PRIVATE = 'worksheets/am-i-well/';

const fileOf = (local: string) => `${local}index.html`;

/** What the `meta` of a page say, by their names. */
function readMeta(html: string): Record<string, string> {
  const found = html.matchAll(
    /<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g,
  );
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

type Thing = Record<string, unknown> & { '@type': string };

/** The things that a page describes for search engines, by their types. */
function readThings(html: string): Record<string, Thing> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  if (!json) return {};
  const { '@graph': graph } = JSON.parse(json) as { '@graph': Thing[] };
  return Object.fromEntries(graph.map((thing) => [thing['@type'], thing]));
}

/** What holds of the words that a page has for those who are not on it. */
export function testTelling(open: () => OpenSite): void {
  it('shows the same words and the same picture with every shared link, whatever the page', () => {
    const { tree } = open();
    const files = pathsEnding(tree, '.html');
    const cards = files.map((file) => [file, readMeta(textOf(tree, file))] as const);
    const without = cards.filter(([, card]) => Object.keys(card).length === 0);
    expect(without.map(([file]) => file)).toEqual(['404.html', 'offline.html', fileOf(PRIVATE)]);
    const shown = cards.flatMap(([, { 'og:url': _, ...card }]) =>
      Object.keys(card).length > 0 ? [JSON.stringify(card)] : [],
    );
    expect(new Set(shown).size).toBe(1);
    expect(JSON.parse(shown[0] ?? '')).toEqual({
      'og:type': 'website',
      'og:title': 'Pages &amp; sheets',
      'og:description': 'Plain pages to read and print.',
      'og:image': 'https://better-sleep.example/sub/path/preview.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Pages &amp; sheets',
      'twitter:card': 'summary_large_image',
    });
  });

  it('has a picture of the size that it tells', () => {
    const { width, height, channels, data } = decode(open().tree.get('preview.png') ?? Buffer.of());
    expect([width, height, channels]).toEqual([1200, 630, 3]);
    // The paper, and on it ink and gold.
    expect([...data.slice(0, 3)]).toEqual([0xfb, 0xf8, 0xf3]);
    expect(new Set(data).size).toBeGreaterThan(50);
  });

  it('describes a sheet and a chapter for search engines, but no private sheet', () => {
    const { tree } = open();
    const sheet = readThings(textOf(tree, fileOf(SHEET)));
    expect(sheet['LearningResource']).toMatchObject({
      name: 'Sleep diary',
      timeRequired: 'PT5M',
      inLanguage: 'en',
      isAccessibleForFree: true,
      learningResourceType: 'Worksheet',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      position: 1,
      url: 'https://better-sleep.example/sub/path/worksheets/sleep-diary/',
    });
    expect(sheet['BreadcrumbList']?.['itemListElement']).toMatchObject([
      { position: 1, name: 'Home', item: 'https://better-sleep.example/sub/path/' },
      { position: 2, name: 'Worksheets' },
      { position: 3, name: 'Sleep diary' },
    ]);
    const chapter = readThings(textOf(tree, fileOf(CHAPTER)));
    expect(chapter['Article']).toMatchObject({ headline: 'What helps' });
    expect(readThings(textOf(tree, fileOf(PRIVATE)))).toEqual({});
  });

  it('is under its policy with all of that: the console says nothing', async () => {
    expect(await listStrangers(open(), [SHEET, CHAPTER, PRIVATE, ''])).toEqual([]);
  });

  it('begins a letter about a mistake, whose subject names no page where safety is the matter', async () => {
    const links = await withPage(open(), async (page) => {
      const found: string[] = [];
      for (const local of [CHAPTER, PRIVATE, 'safety/']) {
        await page.goto(addressOf(open(), local));
        found.push(await page.$eval('a[href^="mailto:"]', ({ href }) => decodeURIComponent(href)));
      }
      return found;
    });
    expect(links).toEqual([
      'mailto:help@better-sleep.example?subject=Mistake on: What helps',
      'mailto:help@better-sleep.example?subject=A mistake on a page',
      'mailto:help@better-sleep.example?subject=A mistake on a page',
    ]);
  });
}
