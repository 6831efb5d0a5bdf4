import { beforeAll, describe, expect, it } from 'vitest';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import type { PdfFacts } from '../../scripts/pdf/facts.ts';
import { type Print, problemsOf, type SheetPlace, toSheet, usePress } from './press.ts';

const own = usePress();

const LIVE_HEIGHT_MM = 243;
const MM_PER_PX = 25.4 / 96;
/** Height of a ruled line, as the contract with pens has it. */
const LINE_MM = 9;

const print = async (place: SheetPlace, edition: 'standard' | 'large' = 'standard') =>
  own.press.print(place, edition);

/** How long a sheet is when paper is endless: what the browser says of its one long page. */
async function measureHeightMm({ sheet }: Print): Promise<number> {
  const page = await own.press.browser.newPage();
  try {
    await page.emulateMediaType('print');
    await page.setViewport({ width: Math.round(170 / MM_PER_PX), height: 900 });
    await page.setContent(sheet.html);
    const px = await page.$eval('main', (main) => main.getBoundingClientRect().height);
    return px * MM_PER_PX;
  } finally {
    await page.close();
  }
}

/** A sheet with one field of ruled lines after another. */
const withLines = (...rows: number[]) =>
  toSheet(rows.map((count, at) => `::lines[Question ${at + 1}]{rows=${count}}`).join('\n\n'));

/** The millimetres that the problem of a print says are too much; none when it fits. */
function spillOf(made: Print): number | undefined {
  const [problem] = problemsOf(made);
  const spill = /([\d.]+) mm too much/.exec(problem ?? '')?.[1];
  return spill === undefined ? undefined : Number(spill);
}

describe('a sheet that is too long', () => {
  let rows: number;
  let tooLong: Print;

  beforeAll(async () => {
    const short = await measureHeightMm(await print(await withLines(4, 1)));
    // As many lines as make the sheet between 9 and 18 mm too long.
    rows = 1 + Math.ceil((LIVE_HEIGHT_MM + LINE_MM - short) / LINE_MM);
    tooLong = await print(await withLines(4, rows));
  });

  it('is told by how many millimetres, within one', async () => {
    const expected = (await measureHeightMm(tooLong)) - LIVE_HEIGHT_MM;
    expect(expected).toBeGreaterThan(8);
    expect(expected).toBeLessThan(19);
    expect(spillOf(tooLong)).toBeGreaterThan(expected - 1);
    expect(spillOf(tooLong)).toBeLessThan(expected + 1);
  });

  it('is told of 9 mm more for each line more', async () => {
    const longer = await print(await withLines(4, rows + 1));
    expect((spillOf(longer) ?? 0) - (spillOf(tooLong) ?? 0)).toBeCloseTo(LINE_MM, 0);
  });

  it('fits when as many lines are taken away as was said, and not with one fewer', async () => {
    const needed = Math.ceil((spillOf(tooLong) ?? 0) / LINE_MM);
    expect(problemsOf(await print(await withLines(4, rows - needed)))).toEqual([]);
    expect(problemsOf(await print(await withLines(4, rows - needed + 1)))).toHaveLength(1);
  });

  it('fits on two pages what was told to fit when two pages were allowed', async () => {
    const lines = (last: number) =>
      [8, 8, 8, 8, last].map((count, at) => `::lines[Question ${at + 1}]{rows=${count}}`);
    const sheetWith = (last: number) =>
      toSheet(lines(last).join('\n\n'), { pages: '{standard: 2, large: 5}' });
    const made = await print(await sheetWith(15));
    const needed = Math.ceil((spillOf(made) ?? 0) / LINE_MM);
    expect(needed).toBeGreaterThan(0);
    expect(problemsOf(await print(await sheetWith(15 - needed)))).toEqual([]);
    expect(problemsOf(await print(await sheetWith(15 - needed + 1)))).toHaveLength(1);
  });

  it('is told at the first block that does not fit, with the pages it has and may have', async () => {
    const [problem] = problemsOf(await print(await withLines(4, rows + 3)));
    expect(problem?.replace(/[\d.]+ mm/, 'N mm')).toBe(
      '14:1: the standard edition has 2 pages, its budget is 1: from here on it does not fit, N mm too much',
    );
  });

  it('is told at its page budget when only the closing lines spill', async () => {
    const needed = Math.ceil((spillOf(tooLong) ?? 0) / LINE_MM);
    const [problem] = problemsOf(await print(await withLines(4, rows - needed + 1)));
    expect(problem?.replace(/[\d.]+ mm/, 'N mm')).toBe(
      '6:19: the standard edition has 2 pages, its budget is 1: the closing lines do not fit, N mm too much',
    );
  });

  it('is told at a field that goes on over the page it may have', async () => {
    const rows = Array.from({ length: 6 }, (_, row) => `- step ${row + 1}`).join('\n');
    const body = `Words.\n\n:::tracker[Steps]{weeks=5}\n${rows}\n:::`;
    const [problem] = problemsOf(await print(await toSheet(body)));
    expect(problem?.replace(/ \d[\d.]+ mm/, ' N mm')).toBe(
      '14:1: the standard edition has 2 pages, its budget is 1: from here on it does not fit, N mm too much',
    );
  });

  it('may be given another page instead, as the hint says', async () => {
    const [problem] = checkSheet(tooLong.promised);
    expect(problem?.hint).toBe('Shorten the sheet, or raise "standard" under pages to 2.');
    const allowed = { ...tooLong.promised, budget: 2 };
    expect(checkSheet(allowed)).toEqual([]);
  });
});

describe('a sheet that is too wide', () => {
  const word = 'unbreakable'.repeat(12);
  const tooWide = async () =>
    print(await toSheet(`A first paragraph.\n\n    ${word}\n\n::lines[Question]{rows=2}`));

  it('is told at the line of the long word, and not that it is too long as well', async () => {
    expect(problemsOf(await tooWide())).toEqual(['14:5: something here is wider than the page']);
  });

  it('is seen in the file itself, where the browser has set all text smaller', async () => {
    const { promised } = await tooWide();
    expect(promised.facts.scales[0]).toBeLessThan(0.9);
  });

  it('is not a sheet with a long word in a sentence, in a list, in a table or in a question', async () => {
    const table = `:::table[${word}]\n| ${word} | B |\n|---|---|\n| ${word} | |\n:::`;
    const scale = `::scale[How?]{from=1 to=3 low="${word}" high="${word}"}`;
    const body = `${word}\n\n- ${word}\n\n${table}\n\n${scale}`;
    const made = await print(await toSheet(body, { pages: '{standard: 3, large: 9}' }));
    expect(problemsOf(made)).toEqual([]);
  });

  it('is told at its page budget when no block can be named', async () => {
    const made = await print(await withLines(2));
    const facts: PdfFacts = { ...made.promised.facts, scales: [0.667] };
    expect(problemsOf({ ...made, promised: { ...made.promised, facts } })).toEqual([
      '6:19: the browser shrank the sheet to 67 %',
    ]);
  });
});

describe('a field that is taller than a page', () => {
  it('is told at its line by how much, and not also that a page break cuts it', async () => {
    const body = 'Words.\n\n::lines[A very long answer]{#long rows=24}';
    const place = await toSheet(body, { pages: '{standard: 2, large: 3}' });
    // 24 lines of 12 mm, their prompt of 18 pt by 1.3, and a page of 243 mm.
    const spill = 24 * 12 + (18 * 1.3 * 25.4) / 72 - LIVE_HEIGHT_MM;
    const [problem = '', ...more] = problemsOf(await print(place, 'large'));
    expect(more).toEqual([]);
    expect(problem.replace(/[\d.]+ mm/, 'N mm')).toBe(
      '14:1: what belongs together here is taller than a page of the large edition: N mm too much',
    );
    expect(Math.abs(Number(/([\d.]+) mm/.exec(problem)?.[1]) - spill)).toBeLessThan(1);
  });

  it('would be told at its line if a page break cut it after all', async () => {
    const { promised } = await print(await toSheet('::lines[Why?]{#why}'));
    const widgets = [...promised.facts.widgets, ...promised.facts.widgets].map((widget, page) => ({
      ...widget,
      page,
    }));
    const facts = { ...promised.facts, widgets };
    expect(checkSheet({ ...promised, facts }).map(({ line, message }) => [line, message])).toEqual([
      [12, 'the field "why" lies over a page break in the standard edition'],
    ]);
  });
});
