import { expect, it } from 'vitest';
import { pathsEnding } from '../../build/site-files.ts';
import { withPdf } from '../../pdf/open-pdf.ts';
import { addressOf, type OpenSite, withPage } from './open-site.ts';

const PAPERS = ['A4', 'Letter'] as const;

/** A line of print: its words, its size in points, and how far it stands from the foot. */
type Line = { words: string; size: number; y: number };

/** Prints a page as a reader does, and reads what is on each sheet of paper, from top to bottom. */
async function printPage(
  site: OpenSite,
  local: string,
  format: (typeof PAPERS)[number],
): Promise<Line[][]> {
  const bytes = await withPage(site, async (page) => {
    await page.goto(addressOf(site, local), { waitUntil: 'load' });
    return page.pdf({ format, waitForFonts: true });
  });
  return withPdf(bytes, async (pdf) => {
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const lines = new Map<number, Line>();
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const y = Math.round(Number(item.transform[5]));
        const size = Number(item.transform[3]);
        const line = lines.get(y) ?? { words: '', size, y };
        lines.set(y, { ...line, words: line.words + item.str, size: Math.max(line.size, size) });
      }
      pages.push([...lines.values()].sort((a, b) => b.y - a.y));
    }
    return pages;
  });
}

const wordsOf = (pages: readonly Line[][]) =>
  pages.map((lines) => lines.map(({ words }) => words).join('\n')).join('\n');

/** What holds of a page that is printed from the browser. */
export function testHandout(open: () => OpenSite): void {
  it.each(PAPERS)(
    'says on top where it comes from, and where its links lead: %s',
    async (paper) => {
      const pages = await printPage(open(), 'guide/what-helps/', paper);
      const words = wordsOf(pages);
      const [first = ''] = words.split('\n');
      expect(first).toMatch(
        /^Better Sleep\s*·\s*better-sleep\.example\/sub\/path\/guide\/what-helps\//,
      );
      expect(words).toContain('What helps');
      expect(words).toContain('/sub/path/worksheets/sleep-diary/');
      expect(pages.map((lines) => lines.at(-1)?.words.replaceAll(' ', ''))).toEqual(
        pages.map((_, index) => `${index + 1}/${pages.length}`),
      );
      const screen = /Leave this site|How this page looks|Skip|Next|On this page|cookies|Home/;
      expect(words).not.toMatch(screen);
    },
  );

  it('says nothing of the site on a private sheet', async () => {
    const words = wordsOf(await printPage(open(), 'worksheets/am-i-well/', 'A4'));
    expect(words).not.toContain('Better Sleep');
    expect(words).not.toContain('better-sleep.example');
  });
}

/** What holds of every chapter on paper; there is enough text for several sheets of it. */
export function testLongHandouts(open: () => OpenSite): void {
  it.each(PAPERS)(
    'is a handout on paper, and no heading stands alone at a foot: %s',
    async (paper) => {
      const chapters = pathsEnding(open().tree, '.html').filter((file) =>
        /^guide\/.+\//.test(file),
      );
      const faults: string[] = [];
      for (const file of chapters.slice(0, 2)) {
        const pages = await printPage(open(), file.replace(/index\.html$/, ''), paper);
        const sizes = pages.flat().map(({ size }) => size);
        const usual = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
        if (usual < 11 || usual > 12) faults.push(`${file}: text of ${usual} pt`);
        for (const [index, lines] of pages.entries()) {
          // The last line is the number of the page.
          const last = lines.at(-2);
          if (last && last.size > 12.2) faults.push(`${file}, page ${index + 1}: ${last.words}`);
        }
        const words = wordsOf(pages);
        if (words.lastIndexOf('Sources') < words.length / 2)
          faults.push(`${file}: no sources at the end`);
      }
      expect(chapters.length).toBeGreaterThan(4);
      expect(faults).toEqual([]);
    },
  );
}
