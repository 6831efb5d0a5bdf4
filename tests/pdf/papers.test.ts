import type { PDFDict } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { PAPERS, type Paper } from '../../scripts/model/edition.ts';
import { loadDraft } from '../../scripts/pdf/draft.ts';
import { listOf, numbersOf } from '../../scripts/pdf/objects.ts';
import { moveToPaper } from '../../scripts/pdf/papers.ts';
import { findDifferences } from '../build/read-tree.ts';
import { lettersIn, type PdfReading, readPdf } from './open-pdf.ts';
import { loadSleepSheet, toSheet, usePress } from './press.ts';

const own = usePress();
const [a4, letter] = PAPERS as [Paper, Paper];

describe('the papers', () => {
  it('are A4 and Letter with one live area of 170 by 243 mm between their margins', () => {
    const told = PAPERS.map(({ name, width, height, marginLeft, marginTop }) => ({
      name,
      size: [width, height],
      margins: [marginLeft.toFixed(2), marginTop.toFixed(2)],
      live: [width - 2 * marginLeft, height - 2 * marginTop].map((mm) => mm.toFixed(2)),
    }));
    const live = ['170.00', '243.00'];
    expect(told).toEqual([
      { name: 'a4', size: [210, 297], margins: ['20.00', '27.00'], live },
      { name: 'letter', size: [215.9, 279.4], margins: ['22.95', '18.20'], live },
    ]);
  });
});

describe('a print that is moved to another paper', () => {
  const boxes = (page: PDFDict, draft: Awaited<ReturnType<typeof loadDraft>>) =>
    listOf(page, 'Annots').map((ref) => {
      const annotation = draft.document.context.lookup(ref);
      return numbersOf(annotation as PDFDict, 'Rect');
    });

  it('comes back to where it was when it is moved there and back', async () => {
    const { raw } = await own.press.print(await loadSleepSheet('wind-down'), 'standard');
    const draft = await loadDraft(raw);
    const [page] = draft.pages;
    if (!page) throw new Error('the print has a page');
    moveToPaper(draft, a4, a4);
    const before = boxes(page.dict, draft);
    moveToPaper(draft, a4, letter);
    const between = boxes(page.dict, draft);
    moveToPaper(draft, letter, a4);
    expect(before.length).toBeGreaterThan(10);
    expect(between).not.toEqual(before);
    expect(boxes(page.dict, draft)).toEqual(before);
  });

  it('has the size of the paper as its one page box', async () => {
    const { finished } = await own.press.print(await loadSleepSheet('wind-down'), 'standard');
    const views = await Promise.all(
      finished.files.map(async ({ paper, bytes }) => {
        const { pages } = await readPdf(bytes);
        return [paper, ...pages.map(({ view }) => view)];
      }),
    );
    expect(views).toEqual([
      ['a4', [0, 0, 595.276, 841.89]],
      ['letter', [0, 0, 612, 792]],
    ]);
  });

  it('says the same in the same words, and is another file only by its place', async () => {
    const { finished } = await own.press.print(await loadSleepSheet('wind-down'), 'large');
    const [first, second] = await Promise.all(finished.files.map(({ bytes }) => readPdf(bytes)));
    const named = (pdf?: PdfReading) =>
      pdf?.pages.map((page) => page.annotations.map((one) => [one.fieldName, one.alternativeText]));
    expect(lettersIn(second as PdfReading)).toBe(lettersIn(first as PdfReading));
    expect(named(second)).toEqual(named(first));
    expect(second?.outline.map(({ title }) => title)).toEqual(
      first?.outline.map(({ title }) => title),
    );
  });

  it('takes the places that links inside the sheet lead to along', async () => {
    const body = 'See [the end](#the-end).\n\n## The end\n\n::lines[Words]{rows=2}';
    const { finished } = await own.press.print(await toSheet(body), 'standard');
    const targets = await Promise.all(
      finished.files.map(async ({ bytes }) => {
        const { pages, outline } = await readPdf(bytes);
        const heading = outline[0]?.items[0];
        const links = pages[0]?.annotations.filter(({ subtype }) => subtype === 'Link');
        return { title: heading?.title, y: heading?.at[1], links: links?.length };
      }),
    );
    expect(targets.map(({ title, links }) => [title, links])).toEqual([
      ['The end', 1],
      ['The end', 1],
    ]);
    const moved = (targets[1]?.y ?? 0) - (targets[0]?.y ?? 0);
    expect(moved).toBeCloseTo(((18.2 - 27) / 25.4) * 72, 2);
  });
});

describe('a sheet printed twice', () => {
  it('gives the same bytes, whatever was printed in between', async () => {
    const files = async () => {
      const made = await own.press.print(await loadSleepSheet('sleep-diary'), 'standard');
      return new Map(made.finished.files.map(({ paper, bytes }) => [paper, Buffer.from(bytes)]));
    };
    const first = await files();
    await own.press.print(await loadSleepSheet('wind-down'), 'large');
    expect(findDifferences(first, await files())).toEqual([]);
  });
});
