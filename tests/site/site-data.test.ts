import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../scripts/content/load.ts';
import type { Library } from '../../scripts/model/library.ts';
import { NO_OUTPUTS, type SheetOutput } from '../../scripts/model/manifest.ts';
import { formatBytes, formatDate, formatLanguageName } from '../../scripts/site/format.ts';
import { listPageFiles, toSiteData } from '../../scripts/site/site-data.ts';

async function loadFixture(change: Partial<Library['site']> = {}): Promise<Library> {
  const outcome = await loadLibrary('tests/fixtures/better-sleep');
  if (!outcome.ok) throw new Error(`the fixture has problems: ${JSON.stringify(outcome.problems)}`);
  return { ...outcome.value, site: { ...outcome.value.site, ...change } };
}

const library = await loadFixture({ pathPrefix: '/sub/' });
const [sheet] = library.languages[0]?.worksheets ?? [];
if (!sheet) throw new Error('the fixture has no sheet');

const output: SheetOutput = {
  lang: sheet.lang,
  slug: sheet.slug,
  files: (['large', 'standard'] as const).flatMap((edition) =>
    (['letter', 'a4'] as const).map((paper) => ({
      path: `pdf/en/sheet-1-${paper}-${edition}.pdf`,
      paper,
      edition,
      pages: 1,
      bytes: 61_234,
      sha256: '',
    })),
  ),
  picture: { path: 'pictures/1.png', widthPx: 10, heightPx: 14 },
};

const printed = { sheets: [output], packets: [] };

describe('a site without an address', () => {
  it('is not hidden from search engines, but for the pages of what is not there', async () => {
    const pages = Object.values(
      toSiteData(await loadFixture({ url: undefined }), NO_OUTPUTS),
    ).flat();
    expect(pages.filter(({ canonical }) => canonical)).toEqual([]);
    expect(pages.filter(({ isUnlisted }) => isUnlisted).map(({ file }) => file)).toEqual([
      '404.html',
      'offline.html',
    ]);
    expect(pages.length).toBeGreaterThan(5);
  });
});

describe('what the pages are made of', () => {
  it('is a page for each text, for each list that has something, and for a wrong address', () => {
    expect(listPageFiles(toSiteData(library, NO_OUTPUTS))).toEqual([
      '404.html',
      'guide/index.html',
      'guide/what-helps/index.html',
      'index.html',
      'offline.html',
      'search/index.html',
      'worksheets/index.html',
      'worksheets/sleep-diary/index.html',
      'worksheets/wind-down/index.html',
    ]);
  });

  it('has no list of chapters and no way to one when there are no chapters', () => {
    const shelves = library.languages.map((shelf) => ({ ...shelf, articles: [], pages: [] }));
    const data = toSiteData({ ...library, languages: shelves }, NO_OUTPUTS);
    expect(data.guides).toEqual([]);
    expect(data.homes[0]?.nav.map(({ label }) => label)).toEqual(['Worksheets', 'Search']);
  });

  it('offers A4 in standard print first, and every file under the path of the site', () => {
    const page = toSiteData(library, printed).worksheets.find(({ title }) => title === sheet.title);
    const { main, prints } = page?.download ?? {};
    expect(main?.label).toBe('standard print');
    expect(main?.files[0]).toEqual({
      href: '/sub/pdf/en/sheet-1-a4-standard.pdf',
      paper: 'a4',
      paperLabel: 'A4',
      name: 'Sleep diary: A4, standard print (PDF)',
      size: '1 page, 61\u00a0kB',
    });
    expect(
      prints?.flatMap(({ label, files }) => files.map((one) => `${one.paperLabel}, ${label}`)),
    ).toEqual([
      'A4, standard print',
      'Letter, standard print',
      'A4, large print',
      'Letter, large print',
    ]);
  });

  it('offers no download for a sheet that was not printed', () => {
    expect(toSiteData(library, NO_OUTPUTS).worksheets.map(({ download }) => download)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('says beside every download who else can see the file', () => {
    const [shelf] = library.languages;
    if (!shelf) throw new Error('the fixture has no language');
    const sheets = [sheet, { ...sheet, private: true }];
    const notes = sheets.map((one) => {
      const languages = [{ ...shelf, worksheets: [one], articles: [], pages: [] }];
      return toSiteData({ ...library, languages }, printed).worksheets[0]?.download?.note;
    });
    expect(notes[0]).not.toBe(notes[1]);
    for (const note of notes) {
      expect(note).toContain('lands in the downloads folder, where others who use this device');
    }
  });

  it('describes a text for search engines so that no title can end the script element', () => {
    const [shelf] = library.languages;
    if (!shelf) throw new Error('the fixture has no language');
    const title = '</script><script>"\u2028';
    const languages = [{ ...shelf, worksheets: [{ ...sheet, title }], articles: [], pages: [] }];
    const [page] = toSiteData({ ...library, languages }, NO_OUTPUTS).worksheets;
    expect(page?.structured).not.toContain('<');
    expect(JSON.parse(page?.structured ?? '')['@graph'][0].name).toBe(title);
  });

  it('has no link for mistakes and no card for shared links where the site names no addresses', async () => {
    const plain = await loadFixture({ url: undefined });
    const pages = Object.values(toSiteData(plain, NO_OUTPUTS)).flat();
    expect(pages.flatMap(({ report, preview }) => report ?? preview ?? [])).toEqual([]);
  });

  it('has no address left that only the author understands', () => {
    expect(JSON.stringify(toSiteData(library, printed))).not.toContain('slug:');
  });

  it('marks where the reader is', () => {
    const [page] = toSiteData(library, NO_OUTPUTS).articles;
    expect(page?.nav.map(({ label, current }) => [label, current])).toEqual([
      ['Guide', 'true'],
      ['Worksheets', undefined],
      ['Search', undefined],
    ]);
    expect(page?.trail.map(({ href }) => href)).toEqual(['/sub/', '/sub/guide/']);
  });
});

describe('a word on a page', () => {
  it('gives sizes as people say them', () => {
    expect([10, 61_234, 1_240_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
      '1\u00a0kB',
      '61\u00a0kB',
      '1.2\u00a0MB',
    ]);
  });

  it('gives dates in words, and languages in their own', () => {
    expect(formatDate('2026-11-01', 'en')).toBe('November 1, 2026');
    expect(formatLanguageName('es')).toBe('Español');
  });
});
