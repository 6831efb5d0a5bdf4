import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../scripts/model/editions-of.ts';
import { countRoles, countSheet, titlesOf, toHeadingTree } from './expected-tags.ts';
import { annotationIdsOf, listDicts, nameIn, openObjects } from './objects-of.ts';
import { annotationsInReadingOrder, lettersIn, lettersOf, structureNodes } from './open-pdf.ts';
import {
  annotationsOf,
  BOXES,
  FILES,
  isTypedIn,
  open,
  PT_PER_MM,
  widgetsOf,
} from './real-files.ts';

describe.each(FILES)('$slug, $edition print, on $paper', ({ slug, edition, paper }) => {
  it('says its title and its language where readers look for them', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect([pdf.info['Title'], pdf.xmpValues['dc:title']]).toEqual([sheet.title, sheet.title]);
    expect([pdf.info['Language'], pdf.showsTitle]).toEqual(['en', true]);
  });

  it('says that it is tagged, and that it keeps to PDF/UA-1', () => {
    const { pdf } = open(slug, edition, paper);
    expect(pdf.isMarked).toBe(true);
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has an outline of one title with the headings of the sheet below it', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect(titlesOf(pdf.outline)).toEqual(toHeadingTree(sheet));
  });

  it('tags every heading, list, table, cell and field that the sheet has, and no more', async () => {
    const { sheet, bytes } = open(slug, edition, paper);
    const expected = countSheet(sheet);
    if (sheet.private) Object.assign(expected, { Form: 0, Link: 0 });
    const found = countRoles(listDicts(await openObjects(bytes)));
    const compared = Object.keys(expected).map((role) => [role, found[role] ?? 0]);
    expect(Object.fromEntries(compared)).toEqual(expected);
  });

  it('has every word in a paragraph, a heading, a list, a table or a link', () => {
    const { pdf } = open(slug, edition, paper);
    const speaking = /^(Figure|P|H[1-6]|LI|LBody|TH|TD|Caption|Link|BlockQuote|Code)$/;
    const loose = pdf.pages.flatMap(({ structure }) =>
      [...structureNodes(structure)]
        .filter(({ node }) => node.type === 'content')
        .filter(({ above }) => !above.some((role) => speaking.test(role)))
        .map(({ node, above }) => `${above.join(' > ')} > ${node.id}`),
    );
    expect(loose).toEqual([]);
  });

  it('has every field of the manifest, and no other', () => {
    const { fields, pdf } = open(slug, edition, paper);
    const names = fields.flatMap((field) => field.names);
    expect([...pdf.fieldNames].sort()).toEqual([...names].sort());
  });

  it('gives every field its question, to be said by a screen reader', () => {
    const { fields, pdf } = open(slug, edition, paper);
    const widgets = widgetsOf(pdf);
    const silent = fields.flatMap(({ label, names }) =>
      widgets.filter(
        ({ fieldName, alternativeText }) =>
          names.includes(fieldName ?? '') && !alternativeText?.startsWith(label),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('says something different for each place to fill in', () => {
    const { pdf } = open(slug, edition, paper);
    const labels = widgetsOf(pdf)
      .filter(({ fieldName }) => !fieldName?.endsWith('-words'))
      .map(({ alternativeText }) => alternativeText);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  it('lets the Tab key go through its fields in the order they are read', async () => {
    const { fields, pdf, bytes } = open(slug, edition, paper);
    // As they stand in the file: PDF.js gives the links of a page before its fields.
    const written = (await openObjects(bytes)).getPages().map(annotationIdsOf);
    expect(written).toEqual(pdf.pages.map(annotationsInReadingOrder));
    const names = widgetsOf(pdf).map(({ fieldName }) => fieldName);
    const each = names.filter((name, index) => name !== names[index - 1]);
    // Cards are cut out: their leaves come behind all else.
    const last = ({ kind }: (typeof fields)[number]) => (kind === 'cards' ? 1 : 0);
    const inOrder = [...fields].sort((a, b) => last(a) - last(b));
    expect(each).toEqual(inOrder.flatMap((field) => field.names));
  });

  it('keeps every field inside the part of the page that both papers share', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height, side, top } = BOXES[paper];
    const [left, right] = [side * PT_PER_MM - 1, (width - side) * PT_PER_MM + 1];
    const [low, high] = [top * PT_PER_MM - 1, (height - top) * PT_PER_MM + 1];
    const outside = widgetsOf(pdf).filter(
      ({ rect: [x1, y1, x2, y2] }) => x1 < left || y1 < low || x2 > right || y2 > high,
    );
    expect(outside.map(({ fieldName, rect }) => [fieldName, rect])).toEqual([]);
  });

  it('keeps all its words, the running foot too, 5 mm from the edge of the paper', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height } = BOXES[paper];
    const margin = 5 * PT_PER_MM;
    const near = pdf.pages.flatMap(({ texts }) =>
      texts.filter(
        ({ x, y }) =>
          x < margin ||
          y < margin ||
          x > width * PT_PER_MM - margin ||
          y > height * PT_PER_MM - margin,
      ),
    );
    expect(near).toEqual([]);
  });

  it('has pages of exactly the size of the paper', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height } = BOXES[paper];
    for (const { view } of pdf.pages) {
      expect(view.slice(0, 2)).toEqual([0, 0]);
      expect(view[2]).toBeCloseTo(width * PT_PER_MM, 2);
      expect(view[3]).toBeCloseTo(height * PT_PER_MM, 2);
    }
  });

  it('has as many pages as the sheet is allowed', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect(pdf.pages.length).toBeLessThanOrEqual(budgetOf(sheet, edition));
  });

  it('prints every question and every row of the sheet', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    const words = sheet.fields.flatMap((field) => {
      if (field.kind === 'blank') return [];
      const rows = field.kind === 'checklist' ? field.items.map(({ label }) => label) : [];
      const heads = field.kind === 'table' ? field.columns.map(({ label }) => label) : [];
      return [field.label, ...rows, ...heads];
    });
    const printed = lettersIn(pdf);
    expect(words.filter((word) => !printed.includes(lettersOf(word)))).toEqual([]);
  });

  it('has its whole fonts inside, and none that is drawn instead of set', async () => {
    const { bytes } = open(slug, edition, paper);
    const dicts = listDicts(await openObjects(bytes));
    const fonts = dicts.filter((dict) => nameIn(dict, 'Type') === 'Font');
    const kinds = new Set(fonts.map((dict) => nameIn(dict, 'Subtype')));
    // The one simple font is that of what is typed.
    const typed = isTypedIn(slug, edition) ? ['TrueType'] : [];
    expect([...kinds].sort()).toEqual(['CIDFontType2', ...typed, 'Type0']);
    const bare = fonts.filter((dict) => {
      const descriptor = dict.lookup(PDFName.of('FontDescriptor'));
      const isEmbedded = descriptor instanceof PDFDict && descriptor.has(PDFName.of('FontFile2'));
      return nameIn(dict, 'Subtype') !== 'Type0' && !isEmbedded;
    });
    expect(bare.map((dict) => nameIn(dict, 'BaseFont'))).toEqual([]);
  });

  it('never scrolls what is typed out of sight', () => {
    const texts = widgetsOf(open(slug, edition, paper).pdf).filter((one) => one.fieldType === 'Tx');
    expect(texts.length > 0).toBe(isTypedIn(slug, edition));
    expect(texts.filter(({ doNotScroll }) => !doNotScroll)).toEqual([]);
  });

  it('has no placeholder left where a field should be', () => {
    const links = annotationsOf(open(slug, edition, paper).pdf).filter(
      ({ url, unsafeUrl }) => /^field:/.test(url ?? '') || /^field:/.test(unsafeUrl ?? ''),
    );
    expect(links).toEqual([]);
  });

  it('holds neither a script nor a file nor anything that fetches', async () => {
    const dicts = listDicts(await openObjects(open(slug, edition, paper).bytes));
    const active = ['JS', 'OpenAction', 'AA', 'EmbeddedFiles', 'RichMediaContent', 'XFA'];
    const found = dicts.filter((dict) => active.some((key) => dict.has(PDFName.of(key))));
    const actions = dicts
      .map((dict) => nameIn(dict, 'S'))
      .filter((name) =>
        ['JavaScript', 'Launch', 'SubmitForm', 'GoToR', 'ImportData'].includes(name ?? ''),
      );
    expect([found.length, actions]).toEqual([0, []]);
  });
});
