import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { operators } from '../../scripts/pdf/content-stream.ts';
import { streamBytes } from '../../scripts/pdf/objects.ts';
import { listDicts, nameIn, openObjects } from './objects-of.ts';
import { type PdfReading, readPdf } from './open-pdf.ts';
import { outlinesOf } from './outlines-of.ts';
import { loadSleepSheet, usePress } from './press.ts';

const own = usePress();

const textIn = (value: unknown) =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

describe('the structure tree of a sheet', () => {
  let bytes: Uint8Array;
  let pdf: PdfReading;

  beforeAll(async () => {
    bytes = (await own.press.print(await loadSleepSheet('sleep-diary'), 'standard')).bytes;
    pdf = await readPdf(bytes);
  });

  it('is read from the title down, with every field where its question is', () => {
    expect(outlinesOf(pdf)[0]).toMatchInlineSnapshot(`
      "Document
        H1
        L
          LI
            LBody
          LI
            LBody
        H2
        Form
        L
          LI
            LBody
              Form
          LI
            LBody
              Form
          LI
            LBody
              Form
          LI
            LBody
              Form
          LI
            LBody
              Form
          LI
            LBody
              Form
        Table
          TR
            TH
            TH
            TH
          TR
            TD
            TD
            TD
          TR
            TH
            TD
              Form
            TD
              Form
        Form
        Figure"
    `);
  });

  it('gives each table head its direction, and each cell the heads it stands under', async () => {
    const dicts = listDicts(await openObjects(bytes));
    const attributes = (type: string, key: string) =>
      dicts
        .filter((dict) => nameIn(dict, 'S') === type)
        .flatMap((dict) => {
          const list = dict.lookup(PDFName.of('A'));
          const all = list instanceof PDFArray ? list.asArray() : [];
          const found = all.map((item) => dict.context.lookup(item));
          return found.filter((item) => item instanceof PDFDict && item.has(PDFName.of(key)));
        });
    expect(attributes('TH', 'Scope')).toHaveLength(4);
    expect(attributes('TD', 'Headers')).toHaveLength(5);
  });

  it('names no id after what the browser did before', async () => {
    const dicts = listDicts(await openObjects(bytes));
    const ids = dicts.map((dict) => textIn(dict.lookup(PDFName.of('ID')))).filter(Boolean);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => !/^e\d{4}$/.test(id ?? ''))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('knows the standard role of every tag that it uses', async () => {
    const document = await openObjects(bytes);
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const roleMap = root.lookup(PDFName.of('RoleMap'), PDFDict);
    const standard =
      'Document Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 L LI Lbl LBody Table TR TH TD Span Code Link Form Figure'.split(
        ' ',
      );
    const used = new Set(
      listDicts(document)
        .filter((dict) => dict.has(PDFName.of('S')) && dict.has(PDFName.of('P')))
        .map((dict) => nameIn(dict, 'S') ?? ''),
    );
    const unknown = [...used].filter((type) => !standard.includes(nameIn(roleMap, type) ?? type));
    expect(unknown).toEqual([]);
  });

  it('leaves nothing on any page that is neither tagged nor marked as decoration', async () => {
    const document = await openObjects(bytes);
    for (const page of document.getPages()) {
      const stream = page.node.lookup(PDFName.of('Contents'));
      const content = streamBytes(stream).toString('latin1');
      let depth = 0;
      const bare: string[] = [];
      for (const { word, start, end } of operators(content)) {
        if (word === 'BMC' || word === 'BDC') depth++;
        else if (word === 'EMC') depth--;
        else if (/^(Tj|TJ|'|"|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|EI)$/.test(word) && depth === 0) {
          bare.push(content.slice(start, end));
        }
      }
      expect([bare, depth]).toEqual([[], 0]);
    }
  });

  it('leads from each field to one widget, and back', async () => {
    const document = await openObjects(bytes);
    const forms = listDicts(document).filter(
      (dict) => nameIn(dict, 'S') === 'Form' && dict.has(PDFName.of('P')),
    );
    const targets = forms.map((form) => {
      const kid = form.lookup(PDFName.of('K'));
      const target = kid instanceof PDFDict ? kid.lookup(PDFName.of('Obj')) : undefined;
      return target instanceof PDFDict ? nameIn(target, 'Subtype') : undefined;
    });
    expect(targets).toEqual(Array(10).fill('Widget'));
  });
});
