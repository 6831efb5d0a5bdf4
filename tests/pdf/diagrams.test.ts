import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../scripts/model/field-names.ts';
import { readPdf } from './open-pdf.ts';
import { type Print, problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();
const PT_PER_MM = 72 / 25.4;
/** How far above the foot of its place the rule of a single line is drawn. */
const BELOW_RULE_MM = 1.2;
const LARGE = { pages: '{standard: 4, large: 6}' };

/** A list of so many lines, each made from its number and filled with words up to a length. */
function listOf(count: number, length: number): string {
  const words = 'it is late and I would like to sleep, but the night is young and long '.repeat(2);
  const line = (at: number) => `${at + 1} ${words}`.slice(0, length).trim();
  return Array.from({ length: count }, (_, at) => `- ${line(at)}`).join('\n');
}

/** The page that each PDF field of a print is on, counted from 0, by its name. */
function pagesOf({ promised }: Print): Map<string, number> {
  return new Map(promised.facts.widgets.map(({ name, page }) => [name, page]));
}

/** Where each PDF field begins above the foot of the page, in mm, in the order of tabbing. */
async function heightsIn(bytes: Uint8Array) {
  const { pages } = await readPdf(bytes);
  return pages
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ fieldName, rect: [, bottom] }) =>
      fieldName ? [{ name: fieldName, y: bottom / PT_PER_MM }] : [],
    );
}

describe('a ladder on paper', () => {
  it('is read and tabbed through from the lowest step upwards', async () => {
    const place = await toSheet(':::ladder[Steps]{#steps own=2}\n- the first\n- the second\n:::');
    const { bytes } = await own.press.print(place, 'standard');
    const heights = await heightsIn(bytes);
    expect(heights.map(({ name }) => name)).toEqual(place.worksheet.fields.flatMap(fieldNames));
    const boxes = heights.filter(({ name }) => name.endsWith('-done')).map(({ y }) => y);
    expect(boxes).toEqual([...boxes].sort((a, b) => a - b));
    expect(new Set(boxes).size).toBe(4);
    const { pages } = await readPdf(bytes);
    const words = pages[0]?.texts.map(({ text }) => text) ?? [];
    expect(words.indexOf('the first')).toBeLessThan(words.indexOf('the second'));
  });

  it.each(['standard', 'large'] as const)(
    'has room for ten steps of the longest words on one page of %s print',
    async (edition) => {
      // The closing lines would stand alone behind a ladder that fills its page.
      const last = '::lines[What next?]{rows=9}';
      const body = `:::ladder[Steps]{#steps hint="Take your time."}\n${listOf(10, 60)}\n:::\n\n${last}`;
      const print = await own.press.print(await toSheet(body, LARGE), edition);
      expect(problemsOf(print)).toEqual([]);
      const steps = [...pagesOf(print)].filter(([name]) => name.startsWith('steps-'));
      expect(new Set(steps.map(([, page]) => page)).size).toBe(1);
    },
  );
});

describe('a timeline on paper', () => {
  it.each(['standard', 'large'] as const)(
    'goes on over the page between its points in %s print, never with one point alone',
    async (edition) => {
      const place = await toSheet(`:::timeline[Nights]{#n points=11 rows=4}\n- one\n:::`, LARGE);
      const print = await own.press.print(place, edition);
      expect(problemsOf(print)).toEqual([]);
      const pages = pagesOf(print);
      expect(new Set(pages.values()).size).toBeGreaterThan(1);
      const names = place.worksheet.fields.flatMap(fieldNames).filter((_, at) => at % 2 === 1);
      const at = names.map((name) => pages.get(name));
      expect(names.map((name) => pages.get(`${name}-when`))).toEqual(at);
      expect([at[0], at.at(-2)]).toEqual([at[1], at.at(-1)]);
    },
  );

  it.each(['standard', 'large'] as const)(
    'has the line for when level with the first line for what in %s print',
    async (edition) => {
      const place = await toSheet(':::timeline[Nights]{#n points=2 rows=1}\n:::');
      const heights = await heightsIn((await own.press.print(place, edition)).bytes);
      const [when, what] = heights.map(({ y }) => y);
      expect((when ?? 0) + BELOW_RULE_MM - (what ?? 0)).toBeCloseTo(0, 0);
    },
  );
});

describe('a cycle on paper', () => {
  it.each([
    [3, 4],
    [4, 4],
    [5, 3],
    [6, 2],
  ])(
    'has room for %d steps of the longest words with %d lines each on one page',
    async (count, rows) => {
      const body = `:::cycle[Nights]{#n rows=${rows} hint="Take your time."}\n${listOf(count, 80)}\n:::`;
      const print = await own.press.print(await toSheet(body, LARGE), 'standard');
      expect(problemsOf(print)).toEqual([]);
      expect(new Set(pagesOf(print).values()).size).toBe(1);
    },
  );

  it.each([
    [4, 4],
    [6, 2],
  ])(
    'goes on over the page between its %d steps of %d lines in large print',
    async (count, rows) => {
      const body = `:::cycle[Nights]{#n rows=${rows}}\n${listOf(count, 80)}\n:::`;
      const print = await own.press.print(await toSheet(body, LARGE), 'large');
      expect(problemsOf(print)).toEqual([]);
      expect(new Set(pagesOf(print).values()).size).toBeGreaterThan(1);
    },
  );
});
