import { beforeAll, describe, expect, it } from 'vitest';
import { type PacketJob, printPacket } from '../../scripts/command/print-packet.ts';
import { loadReading } from '../../scripts/content/load.ts';
import type { LanguageShelf, Library } from '../../scripts/model/library.ts';
import {
  checkPacket,
  findLongSheets,
  type PrintedPacketFacts,
} from '../../scripts/pdf/check-packet.ts';
import { readFacts } from '../../scripts/pdf/facts.ts';
import { openPrinter, type Printer } from '../../scripts/pdf/print-sheet.ts';
import { renderPacket } from '../../scripts/sheet/render-packet.ts';
import { fillWithPdfJs } from './fill-in.ts';
import { annotationIdsOf, openObjects } from './objects-of.ts';
import {
  annotationsInReadingOrder,
  lettersIn,
  lettersOf,
  type PdfReading,
  readPdf,
} from './open-pdf.ts';
import { usePress } from './press.ts';

const open = usePress();
const MADE = { creator: 'a test', date: '2026-11-01' };

let library: Library;
let shelf: LanguageShelf;
let print: Printer;

beforeAll(async () => {
  ({ library } = await loadReading('content'));
  const [first] = library.languages;
  if (!first) throw new Error('the real content has no language');
  shelf = first;
  print = await openPrinter(open.press.browser);
});

/** Sheets of the real content as a command binds them. */
function bind(sheets: string[], more: Partial<PacketJob> = {}) {
  const request = {
    title: 'Three sheets',
    file: 'the packet',
    characters: {},
    positions: {},
    sheets,
    binds: 'sheets' as const,
    copies: 'who' as const,
    openers: false,
    sources: false,
    cites: [],
    blocks: [],
    ...more.request,
  };
  const { styles, font } = open.press;
  const job: PacketJob = { library, shelf, edition: 'standard', duplex: true, ...more, request };
  return printPacket(job, print, MADE, { styles, font });
}

async function read(bound: Awaited<ReturnType<typeof bind>>): Promise<PdfReading> {
  expect(bound.problems).toEqual([]);
  return readPdf(bound.files[0]?.bytes ?? new Uint8Array());
}

const wordsOf = ({ pages }: PdfReading, page: number) =>
  (pages[page]?.texts ?? []).map(({ text }) => text).join(' ');

describe('a packet in print', () => {
  it('nests sheets under their stage in the outline, each copy by its own name', async () => {
    const request = { openers: true } as PacketJob['request'];
    const pdf = await read(await bind(['our-ground-rules', 'trust-snapshot'], { request }));
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      'Three sheets',
      'Contents',
      'Check first',
      'Steady',
    ]);
    const below = pdf.outline.map(({ items }) => items.map(({ title }) => title));
    expect(below[3]?.slice(1)).toEqual([
      'Trust snapshot · Copy 1 of 2',
      'Trust snapshot · Copy 2 of 2',
    ]);
  });

  it('is tabbed through in the order in which it is read', async () => {
    const bound = await bind(['trust-snapshot', 'weekly-check-in']);
    const pdf = await read(bound);
    const bytes = bound.files[0]?.bytes ?? new Uint8Array();
    // As they stand in the file: PDF.js gives the links of a page before its fields.
    const written = (await openObjects(bytes)).getPages().map(annotationIdsOf);
    expect(written).toEqual(pdf.pages.map(annotationsInReadingOrder));
  });

  it('carries the name of a practice on its cover and on every sheet', async () => {
    const practice = 'Harbor Street Practice';
    const pdf = await read(await bind(['our-ground-rules', 'trust-snapshot'], { practice }));
    const pages = pdf.pages.flatMap((_, page) =>
      wordsOf(pdf, page).includes(practice) ? [page] : [],
    );
    expect(pages).toEqual([0, 4, 6, 8]);
  });

  it('has no empty page between copies where paper is printed on one side', async () => {
    const sheets = ['our-ground-rules', 'trust-snapshot'];
    const [both, one] = [await bind(sheets), await bind(sheets, { duplex: false })];
    const empty = lettersOf(shelf.strings['packetBlank'] ?? '?');
    expect(lettersIn(await read(both)).split(empty).length - 1).toBe(2);
    expect(lettersIn(await read(one)).split(empty).length - 1).toBe(0);
  });

  it('names the sheet that comes next in it, and none behind the last', async () => {
    const pdf = await read(await bind(['trust-snapshot', 'our-ground-rules']));
    const words = pdf.pages.map((_, page) => wordsOf(pdf, page)).join('\n');
    expect(words).toContain('Sheet 3, Our ground rules');
    expect(words).not.toContain('Sheet 4,');
  });

  it('keeps what is typed into one copy out of the other', async () => {
    const bound = await bind(['trust-snapshot']);
    const bytes = bound.files[0]?.bytes ?? new Uint8Array();
    const filled = await fillWithPdfJs(bytes, {
      's6a-up-by-one': 'Mine',
      's6b-up-by-one': 'Yours',
    });
    const pdf = await readPdf(filled);
    const values = pdf.pages.flatMap(({ annotations }) =>
      annotations.flatMap(({ fieldName = '', fieldValue }) =>
        fieldName.endsWith('-up-by-one') ? [[fieldName, fieldValue]] : [],
      ),
    );
    expect(values).toEqual([
      ['s6a-up-by-one', 'Mine'],
      ['s6b-up-by-one', 'Yours'],
    ]);
  });

  it('is bound in two-minute versions too', async () => {
    const pdf = await read(await bind(['our-ground-rules', 'say-it-gently'], { edition: 'short' }));
    const counted = pdf.pages.filter((_, page) =>
      wordsOf(pdf, page).includes('Two-minute version'),
    );
    expect(counted.length).toBe(3);
  });

  it('has the same bytes each time', async () => {
    const [one, two] = [await bind(['trust-snapshot']), await bind(['trust-snapshot'])];
    expect(
      Buffer.compare(
        one.files[0]?.bytes ?? new Uint8Array(),
        two.files[0]?.bytes ?? new Uint8Array(1),
      ),
    ).toBe(0);
  });
});

describe('what is held against a packet', () => {
  let facts: PrintedPacketFacts;

  beforeAll(async () => {
    const { styles } = open.press;
    const bound = await bind(['trust-snapshot']);
    const bytes = bound.files[0]?.bytes ?? new Uint8Array();
    const source = { title: 'Three sheets', file: 'the packet', plan: bound.plan };
    const { html, parts } = renderPacket({
      ...source,
      edition: 'standard',
      library,
      shelf,
      styles,
    });
    const { dom, fits } = await print(html, parts);
    facts = {
      file: 'the packet',
      edition: 'standard',
      parts,
      fits,
      dom,
      facts: await readFacts(bytes),
      marks: bound.marks,
    };
  });

  const told = (changed: Partial<PrintedPacketFacts>) =>
    checkPacket({ ...facts, ...changed }).map(({ message }) => message);

  it('finds nothing in a packet that is sound', () => {
    expect(told({})).toEqual([]);
  });

  it('finds a part that begins on another page than the contents name', () => {
    const marks = new Map(facts.marks).set('s6b', { page: 5, topPt: 0 });
    expect(told({ marks })).toEqual([
      'the contents name page 7 for "Trust snapshot", it begins on 6',
    ]);
  });

  it('finds a part that was not broken as planned, and pages too many', () => {
    const marks = new Map(facts.marks).set('s6a-head', { page: 5, topPt: 0 });
    expect(told({ marks })).toEqual(['"Trust snapshot" was not broken into pages as planned']);
    const pages = { ...facts.facts, pages: 9 };
    expect(told({ facts: pages })).toEqual(['expected 8 pages, found 9']);
  });

  it('finds lost tags and lost fields', () => {
    const [first, ...widgets] = facts.facts.widgets;
    const tags = { ...facts.facts.tags, H1: 2 };
    expect(told({ facts: { ...facts.facts, tags } })).toEqual([
      'tags were lost in the PDF: 4 H1 on the page, 2 in the PDF',
    ]);
    expect(told({ facts: { ...facts.facts, widgets } })).toEqual([
      `fields were lost in the PDF: ${first?.name}?${first?.state}`,
    ]);
  });

  it('tells sheets that take more pages than they may', () => {
    const parts = facts.parts.map((part) => (part.id === 's6b' ? { ...part, budget: 1 } : part));
    expect(findLongSheets(facts)).toEqual([]);
    expect(findLongSheets({ ...facts, parts }).map(({ message }) => message)).toEqual([
      'in this packet the standard edition of "Trust snapshot" has 2 pages, its budget is 1',
    ]);
  });

  it('finds what belongs together and is taller than a page', () => {
    const fits = facts.fits.map((fit, index) =>
      index === 2 ? { ...fit, pages: [{ first: 0, end: fit.slabs.length, usedPx: 2000 }] } : fit,
    );
    expect(told({ fits })).toEqual([
      expect.stringContaining('taller than a page of the standard edition'),
    ]);
  });
});
