import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { operators } from '../../scripts/pdf/content-stream.ts';
import { streamBytes } from '../../scripts/pdf/objects.ts';
import { listDicts, nameIn, openObjects } from './objects-of.ts';
import { type PdfReading, readPdf, type StructureNode } from './open-pdf.ts';
import { loadSleepSheet, problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();

/** The tree as indented roles; what only groups or only speaks is left out. */
function outlineOf(node: StructureNode, depth = 0): string[] {
  const isSilent = !node.role || ['Root', 'NonStruct', 'Span', 'Div', 'P'].includes(node.role);
  const own = isSilent ? [] : [`${'  '.repeat(depth)}${node.role}`];
  const below = (node.children ?? []).flatMap((kid) => outlineOf(kid, depth + own.length));
  return [...own, ...below];
}

const outlinesOf = ({ pages }: PdfReading) =>
  pages.map(({ structure }) => outlineOf(structure).join('\n'));

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
        Form"
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

describe('words of a sheet', () => {
  it('keep lists in lists, quotations, tables and code as what they are', async () => {
    const body = `> A quotation.

1. one
2. two
   - a
   - b

| A | B |
|---|---|
| c | d |

Some \`code\`, **strong** and *soft*.

::lines[Question]{rows=1}`;
    const made = await own.press.print(await toSheet(body), 'standard');
    expect(problemsOf(made)).toEqual([]);
    expect(outlinesOf(await readPdf(made.bytes))[0]).toMatchInlineSnapshot(`
      "Document
        H1
        L
          LI
            LBody
        BlockQuote
        L
          LI
            Lbl
            LBody
          LI
            Lbl
            LBody
              L
                LI
                  LBody
                LI
                  LBody
        Table
          TR
            TH
            TH
          TR
            TD
            TD
        Code
        Form"
    `);
  });

  it('keep the empty cell of a plain table, or tell it at its line', async () => {
    const body = '| A | B |\n|---|---|\n| c |  |\n\n::lines[Question]{rows=1}';
    const made = await own.press.print(await toSheet(body), 'standard');
    expect(problemsOf(made).filter((problem) => !/^1[2-4]:/.test(problem))).toEqual([]);
  });

  it('lead to the site from wherever a link stands: a heading, a row, a cell', async () => {
    const body =
      '## See [one](a-sheet)\n\n:::checklist[Tick]{#tick}\n- see [two](a-sheet#see-one)\n:::\n\n:::table[T]{#t}\n| See [three](a-sheet) | B |\n|---|---|\n| [four](a-sheet) | |\n:::';
    const made = await own.press.print(await toSheet(body), 'standard');
    const { pages } = await readPdf(made.bytes);
    const links = pages.flatMap(({ annotations }) =>
      annotations.filter(({ subtype }) => subtype === 'Link'),
    );
    const addresses = links.map(({ url, unsafeUrl }) => String(url ?? unsafeUrl));
    expect(addresses).toHaveLength(4);
    expect(addresses.filter((address) => !address.includes('/worksheets/a-sheet/'))).toEqual([]);
  });

  it('say of each link where it leads, in the words it stands on', async () => {
    const body =
      'Call [the line](tel:123), or read [this](https://example.org/a) or [that](https://example.org/a).';
    const { bytes } = await own.press.print(await toSheet(body), 'standard');
    const { pages } = await readPdf(bytes);
    const links = pages[0]?.annotations.filter(({ subtype }) => subtype === 'Link');
    expect(
      links?.map(({ contentsObj, url, unsafeUrl }) => [contentsObj?.str, url ?? unsafeUrl]),
    ).toEqual([
      ['the line', 'tel:123'],
      ['this', 'https://example.org/a'],
      ['that', 'https://example.org/a'],
    ]);
  });

  it('keep letters of other languages in titles, labels and fields', async () => {
    const title = 'Größe, œuvre, Łódź';
    const place = await toSheet('::lines[Où? “Là” – 5 €]{#x rows=1}', { title });
    const { pages, info, xmp } = await readPdf((await own.press.print(place, 'standard')).bytes);
    expect(info['Title']).toBe(title);
    expect(xmp).toContain(title);
    expect(pages[0]?.annotations[0]?.alternativeText).toBe('Où? “Là” – 5 €');
  });

  it('cannot break the title, the packet of metadata or a field with their signs', async () => {
    const title = 'A <b> & "c" (d) \\ e';
    const place = await toSheet('::lines[Open ( or \\\\ close) & y?]{#x rows=1}', {
      title: JSON.stringify(title),
    });
    const pdf = await readPdf((await own.press.print(place, 'standard')).bytes);
    expect([pdf.info['Title'], pdf.xmpValues['dc:title']]).toEqual([title, title]);
    expect(pdf.pages[0]?.annotations[0]?.alternativeText).toBe('Open ( or \\ close) & y?');
  });
});
