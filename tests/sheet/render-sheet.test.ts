import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { renderSheet } from '../../scripts/sheet/render-sheet.ts';
import { listDicts, openObjects } from '../pdf/objects-of.ts';
import { readPdf } from '../pdf/open-pdf.ts';
import { loadSleepSheet, type SheetPlace, toSheet, usePress } from '../pdf/press.ts';

const own = usePress();

const render = (place: SheetPlace, edition: 'standard' | 'large' = 'standard') =>
  renderSheet({ ...place, edition, styles: own.press.styles });

/** A sheet with any title at all. */
const titled = (title: string) =>
  toSheet('::lines[Words]{#x rows=1}', { title: JSON.stringify(title) });

/** The words in the lower margin of a file, from left to right. */
async function footOf(bytes: Uint8Array): Promise<string[]> {
  const { pages } = await readPdf(bytes);
  const low = pages[0]?.texts.filter(({ y }) => y < 70) ?? [];
  const texts = low.sort((a, b) => a.x - b.x).map(({ text }) => text);
  return texts;
}

describe('a sheet with a hostile title', () => {
  it.each([
    ['ends the stylesheet', '</style><script>alert(1)</script>'],
    ['ends the title', '</title><img src=x onerror=alert(1)>'],
    ['ends a string of the stylesheet', '"}body{display:none}@page{content:"'],
    ['opens a comment of the stylesheet', '/* <!-- /*css*/ */'],
    ['ends an escape', 'a\\"; b\\'],
    ['fills in a template', '{{ 7 * 7 }} {% raw %} {page} $& $1'],
  ])('is printed as it is written when it %s', async (_, title) => {
    const made = await own.press.print(await titled(title), 'standard');
    const pdf = await readPdf(made.bytes);
    expect(pdf.info['Title']).toBe(title);
    expect(pdf.outline.map((heading) => heading.title)).toEqual([title]);
    expect((await footOf(made.bytes)).join(' ')).toContain(`${title} · Sheet 7`);
    expect(pdf.fieldNames).toEqual(['x']);
  });

  it('opens no element of its own', async () => {
    const { html } = render(await titled('</style></title><script>alert(1)</script>'));
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script/i);
  });
});

describe('the sheet that comes next', () => {
  it('is named at the end, but never a private one', async () => {
    const place = await toSheet('::lines[Why?]');
    const later = (number: number, title: string, isPrivate: boolean) => {
      return { ...place.worksheet, number, title, slug: `s${number}`, private: isPrivate };
    };
    const worksheets = [place.worksheet, later(8, 'Alone', true), later(9, 'Together', false)];
    const { html } = render({ ...place, shelf: { ...place.shelf, worksheets } });
    expect(html).toContain('Sheet 9, Together');
    expect(html).not.toContain('Alone');
  });
});

describe('the words that the front matter holds', () => {
  it('are words and no markup, wherever they stand on the sheet', async () => {
    const place = await loadSleepSheet('sleep-diary');
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const worksheet = {
      ...place.worksheet,
      purpose: evil,
      needs: evil,
      repeats: evil,
      steps: [evil],
      caution: evil,
      evidence: { ...place.worksheet.evidence, note: evil },
    };
    const { html } = render({ ...place, worksheet });
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img src=x/g)).toHaveLength(6);
  });

  it('cannot leave the attribute that a label stands in', async () => {
    const place = await toSheet('::lines[Say "x" onclick=alert(1) & go]{#x rows=1}');
    const { html } = render(place);
    expect(html).toContain('aria-label="Say &quot;x&quot; onclick=alert(1) &amp; go"');
  });
});

describe('the running foot', () => {
  it('says the sheet, its address and the page on each page', async () => {
    const made = await own.press.print(await loadSleepSheet('sleep-diary'), 'large');
    const { pages } = await readPdf(made.bytes);
    const foot = pages.map(({ texts }) =>
      texts
        .filter(({ y }) => y < 70)
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text),
    );
    expect(foot.map((texts) => texts[0])).toEqual([
      'Sleep diary · Sheet 1',
      'Sleep diary · Sheet 1',
    ]);
    expect(foot.map((texts) => texts.at(-1))).toEqual(['1 of 2', '2 of 2']);
  });

  it('leaves the address out where a title needs its room', async () => {
    const place = await loadSleepSheet('sleep-diary');
    const print = (title: string) =>
      own.press.print({ ...place, worksheet: { ...place.worksheet, title } }, 'standard');
    const [, address] = await footOf((await print('Sleep diary')).bytes);
    expect(address).toMatch(/^better-sleep\.example/);
    const long = await footOf((await print('What the two of us do on nights without sleep')).bytes);
    expect(long.slice(1)).toEqual(['1 of 1']);
  });

  it('is one line, also under the longest title that is allowed', async () => {
    const made = await own.press.print(
      await titled('Wwwwww '.repeat(9).trim().slice(0, 60)),
      'large',
    );
    const { pages } = await readPdf(made.bytes);
    const heights = pages[0]?.texts.filter(({ y }) => y < 70).map(({ y }) => Math.round(y));
    expect(new Set(heights).size).toBe(1);
  });
});

describe('the HTML of a sheet', () => {
  it('asks for nothing from outside and says so in its policy', async () => {
    const { html } = render(await loadSleepSheet('wind-down'));
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|img|iframe|object|embed|link)\b/i);
    expect(html.match(/\ssrc=/g)).toBeNull();
  });

  it('names each block in reading order, with the line that it stands on', async () => {
    const body = 'Words.\n\n## A part\n\n::lines[Question]{rows=1}';
    const { blocks } = render(await toSheet(body));
    expect(blocks.map(({ id, line }) => `${line} ${id}`)).toEqual([
      '2 head',
      '12 block-1',
      '14 block-2',
      '16 block-3',
      '2 end',
    ]);
  });

  it('says its language and its title', async () => {
    const sheet = render(await loadSleepSheet('wind-down'));
    expect([sheet.lang, sheet.title]).toEqual(['en', 'Wind down']);
    expect(sheet.html).toContain('<html lang="en">');
    expect(sheet.html).toContain('<title>Wind down</title>');
  });

  it('leads a link to another sheet to the site, whole, for paper has no other way', async () => {
    const place = await loadSleepSheet('wind-down');
    const parts = [{ html: '<p>See <a href="slug:sleep-diary#last-night">it</a>.</p>' }];
    const blocks = [
      ...place.worksheet.blocks,
      { kind: 'prose' as const, parts, line: 1, column: 1 },
    ];
    const { html } = render({ ...place, worksheet: { ...place.worksheet, blocks } });
    expect(html).toContain(
      'href="https://better-sleep.example/worksheets/sleep-diary/#last-night"',
    );
  });
});

describe('the fonts of a sheet', () => {
  it('are those of the program, also for code, and never one of the machine', async () => {
    const body =
      'Some `code`, **strong**, *soft*, ***both***.\n\n    a block\n\n::lines[W]{rows=1}';
    const made = await own.press.print(await toSheet(body), 'standard');
    const dicts = listDicts(await openObjects(made.bytes));
    const names = dicts.flatMap((dict) => {
      const name = dict.lookup(PDFName.of('BaseFont'));
      return name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]{6}\+/, '')] : [];
    });
    const foreign = names.filter(
      (name) => !/^(AtkinsonHyperlegibleNext|SourceSerif4|SourceSans3)/.test(name),
    );
    expect([...new Set(foreign)]).toEqual([]);
  });
});
