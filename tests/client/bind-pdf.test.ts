import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import { readFacts } from '../../scripts/pdf/facts.ts';
import { bindPacket } from '../../templates/client/bind-pdf/bind-packet.ts';
import { BindError, type OrderedSheet } from '../../templates/client/bind-pdf/packet-order.ts';
import { fillWithPdfJs } from '../pdf/fill-in.ts';
import { annotationIdsOf, listDicts, nameIn, numberIn, openObjects } from '../pdf/objects-of.ts';
import {
  annotationsInReadingOrder,
  lettersOf,
  type PdfReading,
  readPdf,
  withPdf,
} from '../pdf/open-pdf.ts';
import { findSheet, type SheetPlace, usePress } from '../pdf/press.ts';
import { bindOrThrow, printForBinding, toOrder } from './bound-files.ts';

const open = usePress();
const SLUGS = ['trust-snapshot', 'our-ground-rules', 'say-it-gently'];

let shelf: SheetPlace['shelf'];
/** Two copies of the first, one of each other. */
let sheets: OrderedSheet[];
let packet: Uint8Array;
let pdf: PdfReading;

beforeAll(async () => {
  const { library } = await loadReading('content');
  const places = SLUGS.map((slug) => findSheet(library, slug));
  const [first] = places;
  if (!first) throw new Error('there are no sheets to bind');
  shelf = first.shelf;
  sheets = [];
  for (const place of places) {
    const copies = place === first ? 2 : 1;
    sheets.push(await printForBinding(open.press, place, { copies }));
  }
  packet = await bindOrThrow(toOrder(shelf, [...sheets, { apart: true }], { practice: 'Ärzte' }));
  pdf = await readPdf(packet);
});

const wordsOf = (page: number) => (pdf.pages[page]?.texts ?? []).map(({ text }) => text).join('');
/** Where the copies begin: two pages each, and every one at the front of a leaf. */
const STARTS = [4, 6, 8, 10];

/** Counts of tags in some files together. */
async function countTags(files: readonly Uint8Array[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const bytes of files) {
    const root = (await openObjects(bytes)).catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const waiting = [root.lookup(PDFName.of('K'))];
    while (waiting.length > 0) {
      const next = waiting.pop();
      if (next instanceof PDFArray) {
        waiting.push(...next.asArray().map((kid) => root.context.lookup(kid)));
      }
      if (!(next instanceof PDFDict)) continue;
      const role = nameIn(next, 'S');
      if (role) counts[role] = (counts[role] ?? 0) + 1;
      waiting.push(next.lookup(PDFName.of('K')));
    }
  }
  return counts;
}

const copiesOf = () =>
  sheets.flatMap(({ bytes, copies }) => Array.from({ length: copies }, () => bytes));

describe('finished sheets that are bound in the browser', () => {
  it('have a cover and contents before them, and begin at the front of a leaf', () => {
    expect(pdf.pages).toHaveLength(12);
    expect(lettersOf(wordsOf(0))).toContain('Apacketofworksheets');
    expect(wordsOf(2)).toContain('Contents');
    expect(STARTS.map((page) => wordsOf(page).includes(`Packet page ${page + 1} of 12`))).toEqual(
      STARTS.map(() => true),
    );
    expect([1, 3].map((page) => wordsOf(page))).toEqual([
      shelf.strings['packetBlank'],
      shelf.strings['packetBlank'],
    ]);
  });

  it('have no empty pages between them where paper is printed on one side', async () => {
    const one = await readPdf(await bindOrThrow(toOrder(shelf, sheets, { isTwoSided: false })));
    expect(one.pages).toHaveLength(10);
  });

  it('lose none of their tags', async () => {
    const [bound, alone] = [await countTags([packet]), await countTags(copiesOf())];
    const own = ['Document', 'Part', 'H1', 'P', 'TOC', 'TOCI', 'Lbl', 'Reference', 'Link'];
    const rest = (counts: Record<string, number>) =>
      Object.fromEntries(Object.entries(counts).filter(([role]) => !own.includes(role)));
    expect(rest(bound)).toEqual(rest(alone));
    expect(bound['H1']).toBe((alone['H1'] ?? 0) + 2);
    expect(bound['Link']).toBe((alone['Link'] ?? 0) + sheets.length);
    expect(bound).toMatchObject({ Document: 1, Part: 6, TOC: 1, TOCI: 4 });
  });

  it('have as many fields as they had, each tagged and with a name of its own', async () => {
    const { widgets } = await readFieldsOf(packet);
    const alone = await Promise.all(copiesOf().map((bytes) => readFieldsOf(bytes)));
    expect(widgets).toHaveLength(alone.flatMap((one) => one.widgets).length);
    expect(widgets.filter(({ tagged, label }) => !tagged || !label)).toEqual([]);
    const names = alone.flatMap((one) => [...new Set(one.widgets.map(({ name }) => name))]);
    expect(pdf.fieldNames).toHaveLength(names.length);
    expect(new Set(pdf.fieldNames.map((name) => name.split('-')[0]))).toEqual(
      new Set(['s6a', 's6b', 's3a', 's16a']),
    );
  });

  it('keep what is typed into one copy out of the other', async () => {
    const filled = await fillWithPdfJs(packet, {
      's6a-up-by-one': 'Mine',
      's6b-up-by-one': 'Yours',
    });
    const { pages } = await readPdf(filled);
    const found = pages.flatMap(({ annotations }) => annotations);
    const answerIn = (name: string) =>
      found.find(({ fieldName }) => fieldName === name)?.fieldValue;
    expect([answerIn('s6a-up-by-one'), answerIn('s6b-up-by-one')]).toEqual(['Mine', 'Yours']);
  });

  it('tell for every page and annotation what it means, and no number twice', async () => {
    const document = await openObjects(packet);
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const nums = root
      .lookup(PDFName.of('ParentTree'), PDFDict)
      .lookup(PDFName.of('Nums'), PDFArray);
    const keys = nums
      .asArray()
      .flatMap((key) => (key instanceof PDFNumber ? [key.asNumber()] : []));
    const used = document.getPages().flatMap(({ node }) => {
      const annotations = node.Annots()?.asArray() ?? [];
      const own = annotations.map((ref) =>
        numberIn(document.context.lookup(ref, PDFDict), 'StructParent'),
      );
      return [numberIn(node, 'StructParents'), ...own];
    });
    expect(new Set(used).size).toBe(used.length);
    expect(used.filter((key) => key === undefined || !keys.includes(key))).toEqual([]);
    expect([...keys].sort((a, b) => a - b)).toEqual([...new Set(keys)].sort((a, b) => a - b));
  });

  it('are tabbed through in the order in which they are read', async () => {
    const written = (await openObjects(packet)).getPages().map(annotationIdsOf);
    expect(written).toEqual(pdf.pages.map(annotationsInReadingOrder));
  });

  it('are led to from the contents, each to the page whose number stands there', async () => {
    const [places, numbers] = await withPdf(packet, async (document) => {
      const links = (await (await document.getPage(3)).getAnnotations()) as { dest: [never] }[];
      const found = links.map(({ dest: [ref] }) => document.getPageIndex(ref));
      const words = (pdf.pages[2]?.texts ?? []).map(({ text }) => text.trim());
      return [await Promise.all(found), words.filter((word) => /^\d+$/.test(word)).map(Number)];
    });
    expect(places).toEqual([STARTS[0], STARTS[2], STARTS[3]]);
    expect(numbers).toEqual(places.map((page) => page + 1));
  });

  it('stand in the outline by their own names, with their headings below', () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      'A packet of worksheets',
      'Contents',
      'Trust snapshot · Copy 1 of 2',
      'Trust snapshot · Copy 2 of 2',
      'Our ground rules',
      'Say it gently',
    ]);
    expect(pdf.outline.at(-1)?.items.map(({ title }) => title)).toContain('Find the words');
  });

  it('are described as one file, in its language, with the mark of PDF/UA', () => {
    expect(pdf.info).toMatchObject({ Title: 'A packet of worksheets', Language: 'en' });
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect([pdf.isMarked, pdf.showsTitle]).toEqual([true, true]);
    expect(wordsOf(0)).toContain('Ärzte');
  });

  it('bring the font that answers are typed in once', async () => {
    const dicts = listDicts(await openObjects(packet));
    const whole = dicts.filter(
      (dict) => nameIn(dict, 'FontName') === 'AtkinsonHyperlegibleNext-Regular',
    );
    const files = whole.map((dict) => dict.get(PDFName.of('FontFile2')));
    expect(new Set(files.map((file) => (file instanceof PDFRef ? file.tag : '')))).toHaveLength(1);
  });

  it('name what is kept apart by one neutral line', () => {
    expect(wordsOf(2)).toContain(shelf.strings['packetApart']);
  });
});

describe('what cannot be bound', () => {
  it('is told before: letters of a name that the font has not', async () => {
    const order = toOrder(shelf, sheets.slice(0, 1), { practice: 'Praxis Šćepan' });
    expect(await bindPacket(order)).toEqual({ ok: false, letters: ['Š', 'ć'] });
  });

  it('is refused: a file that has lost its tags', async () => {
    const [sheet] = sheets;
    if (!sheet) throw new Error('there is no sheet');
    const document = await openObjects(sheet.bytes);
    document.catalog.delete(PDFName.of('StructTreeRoot'));
    const bytes = await document.save();
    await expect(bindPacket(toOrder(shelf, [{ ...sheet, bytes }]))).rejects.toThrow(BindError);
  });
});

/** The facts of a packet: its pages have what is at their head in a stream of its own. */
async function readFieldsOf(bytes: Uint8Array) {
  const document = await openObjects(bytes);
  for (const { node } of document.getPages()) {
    const contents = node.lookup(PDFName.of('Contents'));
    const [first] = contents instanceof PDFArray ? contents.asArray() : [];
    if (first) node.set(PDFName.of('Contents'), first);
  }
  return readFacts(await document.save({ updateFieldAppearances: false }));
}
