import { describe, expect, it } from 'vitest';
import { readPdf } from './open-pdf.ts';
import { type Print, problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();

const MM_PER_PT = 25.4 / 72;
const PAGE_MM = 297;
const LIVE_MM = { top: 27, height: 243 };
const PITCH_MM = { standard: 9, large: 12 };
const budget = (pages: number) => ({ pages: `{standard: ${pages}, large: ${pages}}` });

type Place = { topMm: number; bottomMm: number };

/** The form fields of each page, measured from the top of the live area. */
async function placesOf({ bytes }: Print): Promise<Place[][]> {
  const { pages } = await readPdf(bytes);
  return pages.map(({ annotations }) =>
    annotations.map(({ rect }) => {
      const fromTop = (y = 0) => PAGE_MM - y * MM_PER_PT - LIVE_MM.top;
      return { topMm: fromTop(rect[3]), bottomMm: fromTop(rect[1]) };
    }),
  );
}

describe('a sheet that is 14 mm too long', () => {
  /** Two boxes, the second of this height: all else is the same. */
  const withBox = async (mm: number) =>
    own.press.print(
      await toSheet(`::box[One]{height=100mm}\n\n::box[Two]{height=${mm}mm}`),
      'standard',
    );
  const spillOf = (print: Print) =>
    Number(/([\d.]+) mm too much/.exec(problemsOf(print)[0] ?? '')?.[1]);

  it('is told so within a millimetre, and fits when so much is taken away', async () => {
    const exact = spillOf(await withBox(190));
    expect(exact).toBeGreaterThan(20);
    const tooLong = 190 - Math.round(exact - 14);
    const told = spillOf(await withBox(tooLong));
    expect(Math.abs(told - 14)).toBeLessThanOrEqual(1);
    expect(problemsOf(await withBox(tooLong - Math.ceil(told)))).toEqual([]);
    expect(problemsOf(await withBox(tooLong - Math.floor(told) + 1))).toHaveLength(1);
  });
});

describe('room that may grow', () => {
  const fields = [
    '::lines[A]{#a rows=5 stretch}',
    '::box[B]{#b height=90mm stretch}',
    ':::pair[C]{#c rows=9 stretch}\n:::',
    '::lines[D]{#d rows=15}',
    '::lines[E]{#e rows=3 stretch}',
    '::lines[F]{#f rows=16 stretch}',
    '::box[G]{#g height=100mm}',
  ];

  it.each(['standard', 'large'] as const)(
    'ends every page but the last within one ruled line of full (%s)',
    async (edition) => {
      const print = await own.press.print(await toSheet(fields.join('\n\n'), budget(9)), edition);
      expect(problemsOf(print)).toEqual([]);
      const pages = await placesOf(print);
      expect(pages.length).toBeGreaterThan(2);
      const left = pages
        .slice(0, -1)
        .map((places) => LIVE_MM.height - Math.max(...places.map(({ bottomMm }) => bottomMm)));
      for (const mm of left) {
        expect(mm).toBeGreaterThanOrEqual(-0.3);
        expect(mm).toBeLessThan(PITCH_MM[edition]);
      }
    },
  );

  it.each(['standard', 'large'] as const)('grows by whole lines (%s)', async (edition) => {
    const heightOf = async (stretch: string) => {
      const body = `::lines[A]{#a rows=5${stretch}}\n\n::box[B]{#b height=30mm${stretch}}`;
      const [places = []] = await placesOf(await own.press.print(await toSheet(body), edition));
      return places.map(({ topMm, bottomMm }) => bottomMm - topMm);
    };
    const [before, after] = [await heightOf(''), await heightOf(' stretch')];
    const grown = after.map((mm, at) => (mm - (before[at] ?? 0)) / PITCH_MM[edition]);
    for (const lines of grown) expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05);
    expect(grown.every((lines) => lines > 0.9)).toBe(true);
  });

  it('does not grow out of the page, nor bring another one', async () => {
    const print = await own.press.print(await toSheet('::lines[A]{rows=1 stretch}'), 'standard');
    expect(print.promised.facts.pages).toBe(1);
    expect(problemsOf(print)).toEqual([]);
  });
});

describe('a print that is not as it was planned', () => {
  it('is told at the first block that stands elsewhere', async () => {
    const print = await own.press.print(
      await toSheet('Words.\n\n::lines[A]\n\n::lines[B]'),
      'standard',
    );
    const marks = new Map(print.promised.marks);
    marks.set('block-2-end', { page: 1, topPt: 20 });
    expect(problemsOf({ ...print, promised: { ...print.promised, marks } })).toEqual([
      '14:1: the standard edition was not broken into pages as planned',
    ]);
  });

  it('is told when it has a page that nobody planned', async () => {
    const print = await own.press.print(await toSheet('::lines[A]'), 'standard');
    const facts = { ...print.promised.facts, pages: 2 };
    expect(problemsOf({ ...print, promised: { ...print.promised, facts } })).toEqual([
      '6:19: the standard edition was not broken into pages as planned',
    ]);
  });
});

describe('a page that begins with a quote, or with code in a list', () => {
  const quote = `> ${'words '.repeat(60)}`;
  const code = `1. \`\`\`\n${'   words\n'.repeat(5)}   \`\`\``;

  it.each([quote, code])('is as full as it was planned', async (opening) => {
    const body = `::box[A]{height=165mm}\n\n${opening}\n\n::box[B]{#b height=200mm}`;
    const fitting = async (mm: number) => {
      const place = await toSheet(body.replace('200', String(mm)), budget(2));
      return problemsOf(await own.press.print(place, 'standard'));
    };
    const told = (await fitting(200)).join();
    const spill = Number(/([\d.]+) mm too much/.exec(told)?.[1] ?? 0);
    expect(await fitting(200 - Math.ceil(spill))).toEqual([]);
  });
});

describe('the tenth page', () => {
  it('is counted with the zero that the text has, also where no other zero stands on the sheet', async () => {
    const body = Array.from({ length: 10 }, () => '::box[A]{height=190mm}').join('\n\n');
    const { raw, sheet } = await own.press.print(await toSheet(body, budget(12)), 'standard');
    expect(sheet.words.replace(/<[^>]*>/g, '')).not.toContain('0');
    expect(Buffer.from(raw).toString('latin1')).toContain('SourceSans3');
  });
});

describe('a last page that would be nearly empty', () => {
  const toldOf = async (body: string) => {
    const print = await own.press.print(await toSheet(body, budget(3)), 'standard');
    return problemsOf(print)[0];
  };

  it('is told where it begins when nothing can join it', async () => {
    const tall = '::box[A]{height=150mm}\n\n## Part\n\n### Of it\n\n::box[B]{height=200mm}';
    expect(await toldOf(`${tall}\n\n::lines[C]{rows=3}`)).toMatch(
      /^20:1: the last page of the standard edition begins here and is \d+ % full/,
    );
  });

  it('is told at the budget when no more than the closing lines stand on it', async () => {
    const body = '::lines[A]{rows=1}\n\n## Part\n\n### Of it\n\n::box[B]{height=200mm}';
    expect(await toldOf(body)).toMatch(
      /^6:19: the last page of the standard edition holds the closing lines alone and is \d+ % full/,
    );
  });
});
