import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type EditionName, PAPERS } from '../../scripts/model/edition.ts';
import type { Site } from '../../scripts/model/library.ts';
import { lettersIn, lettersOf, readPdf, structureNodes } from './open-pdf.ts';
import { type Print, problemsOf, type SheetPlace, toSheet, usePress } from './press.ts';
import { readCode, renderPage, toPhotocopy } from './read-code.ts';

const own = usePress();

const BODY = '::lines[Why?]{#why rows=3 short}\n\nSee [the same sheet](a-sheet).\n';
const ADDRESS = 'https://sleep.example/deep/down/worksheets/a-sheet/';
const names = EDITIONS.map(({ name }) => name);

/** A sheet of a site that says of itself what `site` says. */
async function sheetOf(site: Partial<Site>, isPrivate = false): Promise<SheetPlace> {
  const place = await toSheet(BODY, { pages: '{standard: 1, large: 1, short: 1}' });
  const { url: _, ...rest } = place.library.site;
  const library = { ...place.library, site: { ...rest, ...site } };
  return { ...place, library, worksheet: { ...place.worksheet, private: isPrivate } };
}

/** What screen readers are told of the figures of a file. */
async function figuresIn({ bytes }: Print): Promise<(string | undefined)[]> {
  const { pages } = await readPdf(bytes);
  const nodes = pages.flatMap(({ structure }) => [...structureNodes(structure)]);
  const figures = nodes.filter(({ node }) => node.role === 'Figure');
  return figures.map(({ node }) => (node as { alt?: string }).alt);
}

/** Where the dark modules of the code stand in mm: its figure is the only one on these pages. */
async function findCode({ bytes }: Print): Promise<{ side: number; right: number }> {
  const dpi = 254;
  const { data, width, height } = await renderPage(bytes, 0, dpi);
  const from = Math.round(width * 0.7);
  let [left, right] = [width, 0];
  for (let y = 0; y < height; y++) {
    for (let x = from; x < width; x++) {
      // Black alone: the words of a sheet are a dark blue.
      if ((data[y * width + x] ?? 255) > 8) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
    }
  }
  return { side: ((right - left) * 25.4) / dpi, right: (right * 25.4) / dpi };
}

describe.each<EditionName>(names)(
  'a sheet of a site with an address, in the %s edition',
  (name) => {
    let print: Print;

    beforeAll(async () => {
      const site = { url: 'https://sleep.example', pathPrefix: '/deep/down/' };
      print = await own.press.print(await sheetOf(site), name);
    });

    it('has no problem', () => {
      expect(problemsOf(print)).toEqual([]);
    });

    it('leads a reader of QR codes to its page, at 100 dots per inch', async () => {
      expect(readCode(await renderPage(print.bytes, 0, 100))).toBe(ADDRESS);
    });

    it('does so from a photocopy too, on either paper', async () => {
      for (const { bytes } of print.finished.files) {
        expect(readCode(toPhotocopy(await renderPage(bytes, 0, 100)))).toBe(ADDRESS);
      }
      expect(print.finished.files).toHaveLength(PAPERS.length);
    });

    it('says in words what the code is, and the address beside it', async () => {
      const words = 'sleep.example/deep/down/worksheets/a-sheet';
      expect(await figuresIn(print)).toEqual([`QR code of the address ${words}`]);
      expect(lettersIn(await readPdf(print.bytes))).toContain(lettersOf(words));
    });

    it('has a code that is large enough with its white edge, and ends where the lines end', async () => {
      const { side, right } = await findCode(print);
      // 4 of 33 modules on each side are white (ISO/IEC 18004).
      expect((side * 41) / 33).toBeGreaterThanOrEqual(name === 'large' ? 23.8 : 17.9);
      const [paper] = PAPERS;
      // The lines are a little narrower than the live area, as they are measured.
      expect(Math.abs(right - (paper.marginLeft + 169.8))).toBeLessThan(0.3);
    });
  },
);

describe('a sheet of a site that has no address', () => {
  it('names none: no code, no words, and no link to where it would be', async () => {
    const print = await own.press.print(await sheetOf({}), 'standard');
    expect(problemsOf(print)).toEqual([]);
    expect(await figuresIn(print)).toEqual([]);
    expect(readCode(await renderPage(print.bytes, 0, 150))).toBeUndefined();
    const pdf = await readPdf(print.bytes);
    expect(lettersIn(pdf)).toContain(lettersOf('See the same sheet.'));
    expect(lettersIn(pdf)).not.toMatch(/example|worksheets/);
    expect(pdf.pages.flatMap(({ annotations }) => annotations.map(({ url }) => url))).toEqual([
      undefined,
    ]);
  });

  it('keeps its links to addresses outside', async () => {
    const place = await toSheet('::lines[Why?]\n\nSee [it](https://elsewhere.example/x).');
    const { url: _, ...site } = place.library.site;
    const print = await own.press.print(
      { ...place, library: { ...place.library, site } },
      'standard',
    );
    const { pages } = await readPdf(print.bytes);
    const urls = pages.flatMap(({ annotations }) => annotations.map(({ url }) => url));
    expect(urls).toContain('https://elsewhere.example/x');
  });
});

describe('a private sheet', () => {
  it.each<EditionName>(names)('has no code in the %s edition', async (name) => {
    const place = await sheetOf({ url: 'https://sleep.example' }, true);
    const print = await own.press.print(place, name);
    expect(await figuresIn(print)).toEqual([]);
    expect(readCode(await renderPage(print.bytes, 0, 150))).toBeUndefined();
    expect(lettersIn(await readPdf(print.bytes))).not.toContain('sleep.example');
  });
});
