import { describe, expect, it } from 'vitest';
import { readPdf } from './open-pdf.ts';
import { outlinesOf } from './outlines-of.ts';
import { problemsOf, toSheet, usePress, withAddress } from './press.ts';

const own = usePress();

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
    const place = withAddress(await toSheet(body), 'https://example.org');
    const made = await own.press.print(place, 'standard');
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
