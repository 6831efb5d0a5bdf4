import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIVE_AREA_MM, PAPERS } from '../../scripts/model/edition.ts';
import { operators } from '../../scripts/pdf/content-stream.ts';
import { streamBytes } from '../../scripts/pdf/objects.ts';
import { PT_PER_MM } from '../../scripts/pdf/papers.ts';
import { answersIn, fillWithPdfJs, inkIn } from './fill-in.ts';
import { type PdfReading, readPdf, structureNodes } from './open-pdf.ts';
import { type Print, problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();

/** How far a back may lie beside its front; the browser sets fields on whole pixels. */
const TOLERANCE_MM = 0.3;
const PAGES = '{standard: 9, large: 9}';
const EDITIONS = ['standard', 'large'] as const;

/** Nine cards that have room on both sides, so that every side is a field that can be measured. */
const ROOM = ':::cards[Calm]{#calm own=8}\n- tea\n:::';
const NAMES = Array.from({ length: 8 }, (_, at) => `calm-own${at + 1}`);

const printed = async (markdown: string, edition: 'standard' | 'large' = 'standard') =>
  own.press.print(await toSheet(markdown, { pages: PAGES }), edition);

type Place = { page: number; left: number; right: number; top: number; bottom: number };

/** Where a field lies, in mm from the lower left corner of its page. */
function placeOf({ pages }: PdfReading, name: string): Place {
  const page = pages.findIndex(({ annotations }) =>
    annotations.some(({ fieldName }) => fieldName === name),
  );
  const field = pages[page]?.annotations.find(({ fieldName }) => fieldName === name);
  const [left = 0, bottom = 0, right = 0, top = 0] = field?.rect.map((pt) => pt / PT_PER_MM) ?? [];
  return { page, left, right, top, bottom };
}

describe.each(EDITIONS)('cards in the %s edition', (edition) => {
  let print: Print;

  beforeAll(async () => {
    print = await printed(ROOM, edition);
  });

  it('are printed with nothing lost', () => {
    expect(problemsOf(print)).toEqual([]);
  });

  it('take a page for the fronts of a leaf and a page for its backs, and none is empty', () => {
    // A page of words, the empty side behind it, and two leaves.
    expect(print.promised.facts.pages).toBe(2 + 2 * 2);
    const pages = [1, 2, 3, 4].map((leaf) => print.promised.marks.get(`leaf-${leaf}`)?.page);
    expect(pages).toEqual([2, 3, 4, 5]);
  });

  it('fill their page, but for less than a millimetre', () => {
    const end = print.promised.marks.get('leaf-1-end')?.topPt ?? 0;
    const heightMm = end / PT_PER_MM;
    expect(heightMm).toBeLessThanOrEqual(LIVE_AREA_MM.height);
    expect(heightMm).toBeGreaterThan(LIVE_AREA_MM.height - 1);
  });

  it('are set no smaller than the rest', () => {
    for (const scale of print.promised.facts.scales) expect(scale).toBeCloseTo(1, 2);
  });

  it.each(PAPERS)('have each back behind its front on $label, when turned over', async (paper) => {
    const file = print.finished.files.find((one) => one.paper === paper.name);
    const pdf = await readPdf(file?.bytes ?? new Uint8Array());
    for (const name of NAMES) {
      const [front, back] = [placeOf(pdf, name), placeOf(pdf, `${name}-back`)];
      expect(back.page).toBe(front.page + 1);
      expect(Math.abs(back.left - (paper.width - front.right))).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs(back.right - (paper.width - front.left))).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs(back.top - front.top)).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs(back.bottom - front.bottom)).toBeLessThan(TOLERANCE_MM);
    }
  });

  it('have room in two columns of four, 82 and 56 mm apart', async () => {
    const pdf = await readPdf(print.bytes);
    const [second, third, fourth] = NAMES.map((name) => placeOf(pdf, name));
    if (!second || !third || !fourth) throw new Error('there are eight fields');
    expect(second.left - third.left).toBeCloseTo(82, 0);
    expect(second.top - fourth.top).toBeCloseTo(56, 0);
    expect(fourth.left).toBe(second.left);
  });
});

describe('cards on paper', () => {
  const WORDS =
    ':::cards[Calm *cards*]{#calm back="Begin again."}\n- tea\n- a walk\n  - Slowly.\n:::';

  it('keep what is typed on them, and show it', async () => {
    const { bytes } = await printed(ROOM);
    const answers = {
      'calm-own1': 'Water the plants',
      'calm-own8': 'Sit',
      'calm-tea-back': 'Two cups',
      'calm-own8-back': 'In the sun',
    };
    expect(await answersIn(bytes)).toEqual({});
    const filled = await fillWithPdfJs(bytes, answers);
    expect(await answersIn(filled)).toEqual(answers);
    expect(await inkIn(filled, 'calm-own8-back')).toBeGreaterThan(
      (await inkIn(bytes, 'calm-own8-back')) + 10,
    );
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    document.getForm().getTextField('calm-own1').setText('Water the plants');
    const kept = await answersIn(await document.save());
    expect(kept).toEqual({ 'calm-own1': 'Water the plants' });
  });

  it('are two lists, the fronts and the backs, in which each says its number first', async () => {
    const { bytes } = await printed(WORDS);
    const { pages } = await readPdf(bytes);
    const rolesOn = (page: number) =>
      [...structureNodes(pages[page]?.structure ?? {})].flatMap(({ node }) => node.role ?? []);
    expect(rolesOn(2).filter((role) => ['L', 'LI'].includes(role))).toEqual(['L', 'LI', 'LI']);
    expect(rolesOn(3).filter((role) => ['L', 'LI'].includes(role))).toEqual(['L', 'LI', 'LI']);
    const wordsOn = (page: number) => pages[page]?.texts.map(({ text }) => text).join(' ');
    expect(wordsOn(2)).toMatch(/Calm\s+cards Cut along the marks.*Card 1 tea Card 2 a walk/);
    expect(wordsOn(3)).toMatch(/The backs of.*Card 1, back Begin again. Card 2, back Slowly./);
  });

  it('say where they are, where the author has put them', async () => {
    const { bytes } = await printed(WORDS);
    const { pages } = await readPdf(bytes);
    const words = pages[0]?.texts.map(({ text }) => text).join(' ');
    expect(words).toMatch(/Calm\s+cards The cards are on the last pages/);
    expect(words?.match(/Begin again|tea/)).toBeNull();
  });

  it('have marks on their fronts alone, and those are decoration', async () => {
    const document = await PDFDocument.load((await printed(WORDS)).bytes);
    const strokes = document.getPages().map(({ node }) => {
      const content = streamBytes(node.lookup(PDFName.of('Contents'))).toString('latin1');
      const open: boolean[] = [];
      const found: string[] = [];
      for (const { word, start, end } of operators(content)) {
        if (word === 'BMC' || word === 'BDC') open.push(/Artifact/.test(content.slice(start, end)));
        else if (word === 'EMC') open.pop();
        else if (word === 'S') found.push(open.includes(true) ? 'decoration' : 'content');
      }
      return found;
    });
    expect(strokes[2]).toEqual(['decoration']);
    expect(strokes[3]).toEqual([]);
  });

  it('have an empty side before their first front when the text ends on a right-hand page', async () => {
    const { bytes } = await printed(WORDS);
    const { pages } = await readPdf(bytes);
    const words = pages.map(({ texts }) => texts.map(({ text }) => text).join(' '));
    expect(words).toHaveLength(4);
    expect(words[1]).toContain('This side is empty');
    // Counted from 1, the fronts lie on the third page: the front of a leaf.
    expect(words[2]).toContain('Cut along the marks');
    expect(words[3]).toContain('The backs of the cards');
  });

  it('follow the text at once when it ends on a left-hand page', async () => {
    const lines = [9, 9, 9, 9].map((rows) => `::lines[Why?]{rows=${rows}}`).join('\n\n');
    const { promised } = await printed(`${lines}\n\n${WORDS}`);
    expect([promised.fit.pages.length, promised.fit.filler]).toEqual([2, false]);
    expect(promised.marks.get('leaf-1')?.page).toBe(2);
    expect(promised.facts.pages).toBe(4);
  });

  it('of two fields lie one after the other, and each has its own page before it', async () => {
    const two = `${WORDS}\n\nWords.\n\n${ROOM.replace('calm', 'more')}`;
    const { sheet, promised } = await printed(two);
    expect(sheet.blocks.slice(-7).map(({ id, line }) => `${line} ${id}`)).toEqual([
      '2 end',
      '12 leaf-1',
      '12 leaf-2',
      '20 leaf-3',
      '20 leaf-4',
      '20 leaf-5',
      '20 leaf-6',
    ]);
    expect(sheet.html.match(/leaf--filler"/g)).toHaveLength(2);
    expect(promised.facts.pages).toBe(8);
    expect(promised.marks.get('leaf-3')?.page).toBe(4);
  });

  it('are there in a quotation too', async () => {
    const quoted = `> ${WORDS.replaceAll('\n', '\n> ')}`;
    const print = await printed(quoted);
    expect([problemsOf(print), print.promised.facts.pages]).toEqual([[], 4]);
  });

  it.each(EDITIONS)('may have a name longer than their strip in %s print', async (edition) => {
    const name = 'Cards for the **many** long evenings '.repeat(6).trim();
    const print = await printed(`:::cards[${name}]{own=2}\n:::`, edition);
    expect(problemsOf(print)).toEqual([]);
    expect(print.promised.facts.scales.every((scale) => scale > 0.99)).toBe(true);
  });

  it('come along on the two-minute version when they are marked for it, else not', async () => {
    const body = `${ROOM.replace('own=8', 'own=8 short')}\n\n${WORDS.replace('#calm', '#other')}`;
    const place = await toSheet(body, { pages: '{standard: 9, large: 9, short: 6}' });
    const print = await own.press.print(place, 'short');
    expect(problemsOf(print)).toEqual([]);
    expect(print.promised.facts.pages).toBe(6);
  });

  it('are drawn on a private sheet as on any other, with nothing to type in', async () => {
    const place = await toSheet(ROOM, { pages: PAGES });
    const worksheet = { ...place.worksheet, private: true };
    const print = await own.press.print({ ...place, worksheet }, 'standard');
    expect(problemsOf(print)).toEqual([]);
    expect(print.promised.facts.widgets).toEqual([]);
    expect(print.sheet.html.match(/class="lines"/g)).toHaveLength(17);
    expect(print.promised.facts.pages).toBe(6);
  });
});

describe('cards that a sheet has no pages for', () => {
  it('are told at their line', async () => {
    const place = await toSheet(`Words.\n\n${ROOM}`, { pages: '{standard: 4, large: 9}' });
    expect(problemsOf(await own.press.print(place, 'standard'))).toEqual([
      '14:1: the standard edition has 6 pages, its budget is 4: the cards take 5',
    ]);
  });

  it('leave the text its pages: what does not fit on those is told first', async () => {
    const lines = [9, 9, 9, 9, 9, 9].map((rows) => `::lines[Why?]{rows=${rows}}`).join('\n\n');
    const place = await toSheet(`${lines}\n\n${ROOM}`, { pages: '{standard: 6, large: 9}' });
    const [problem] = problemsOf(await own.press.print(place, 'standard'));
    expect(problem?.replace(/ \d[\d.]+ mm/, ' N mm')).toBe(
      '20:1: the standard edition has 8 pages, its budget is 6: from here on it does not fit, N mm too much',
    );
  });
});
