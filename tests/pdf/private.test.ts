import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type EditionName } from '../../scripts/model/edition.ts';
import { lettersIn, lettersOf, type PdfReading, readPdf } from './open-pdf.ts';
import { type Print, problemsOf, toSheet, usePress, withAddress } from './press.ts';

const own = usePress();

const BODY = `## Evening

See [the site](https://sleep.example/elsewhere).

::lines[Why?]{#why rows=2 short}

:::checklist[Which?]{#which other}
- one
- two
:::

:::table[When?]{#when rows=1}
| Day | Hour |
|---|---|
| Monday | |
:::

::scale[How well?]{#well from=0 to=10}

I sleep at :blank[a place]{#place}.
`;
const PAGES = '{standard: 2, large: 3, short: 1}';

describe('a private sheet', () => {
  const printed = new Map<EditionName, { made: Print; pdf: PdfReading }>();
  let open: Print;

  beforeAll(async () => {
    const front = { title: 'Alone at night', number: '473', pages: PAGES };
    const place = withAddress(await toSheet(BODY, front), 'https://example.org');
    open = await own.press.print(place, 'standard');
    const worksheet = { ...place.worksheet, private: true };
    for (const { name } of EDITIONS) {
      const made = await own.press.print({ ...place, worksheet }, name);
      printed.set(name, { made, pdf: await readPdf(made.bytes) });
    }
  });

  it.each(EDITIONS.map(({ name }) => name))(
    'is printed in the %s edition without a problem',
    (name) => {
      const print = printed.get(name)?.made;
      expect(print && problemsOf(print)).toEqual([]);
    },
  );

  it.each(EDITIONS.map(({ name }) => name))(
    'has no form and nothing to click in the %s edition',
    async (name) => {
      const print = printed.get(name);
      const document = await PDFDocument.load(print?.made.bytes ?? new Uint8Array());
      expect(document.catalog.get(PDFName.of('AcroForm'))).toBeUndefined();
      expect(print?.pdf.pages.flatMap(({ annotations }) => annotations)).toEqual([]);
    },
  );

  it.each(EDITIONS.map(({ name }) => name))(
    'says neither its number nor where it is from in the %s edition',
    (name) => {
      const print = printed.get(name);
      const letters = print ? lettersIn(print.pdf) : '';
      expect(letters).toContain(lettersOf('Alone at night'));
      for (const told of ['473', 'example.org', 'sleep.example', 'A test']) {
        expect(letters).not.toContain(lettersOf(told));
        expect(print?.pdf.xmp).not.toContain(told);
      }
    },
  );

  it('says both, and has its fields, when it is not private', async () => {
    const pdf = await readPdf(open.bytes);
    expect(pdf.fieldNames).toContain('why');
    expect(lettersIn(pdf)).toContain('473');
    expect(lettersIn(pdf)).toContain('example.org');
  });

  it('has the same room to write as one with fields', () => {
    const heightsIn = (print: Print | undefined) =>
      [1, 2, 3, 4, 5, 6, 7].map((block) => {
        const from = print?.promised.marks.get(`block-${block}`)?.topPt ?? Number.NaN;
        const to = print?.promised.marks.get(`block-${block}-end`)?.topPt ?? Number.NaN;
        return to - from;
      });
    const without = heightsIn(printed.get('standard')?.made);
    for (const [index, height] of heightsIn(open).entries()) {
      expect(Math.abs(height - (without[index] ?? 0))).toBeLessThan(1.6);
    }
  });
});

describe('the two-minute version', () => {
  it('has the fields that are marked for it, and no steps', async () => {
    const front = { pages: PAGES, steps: '[Turn off the light.]' };
    const made = await own.press.print(await toSheet(BODY, front), 'short');
    expect(problemsOf(made)).toEqual([]);
    const pdf = await readPdf(made.bytes);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.fieldNames).toEqual(['why']);
    const letters = lettersIn(pdf);
    expect(letters).toContain(lettersOf('Two-minute version'));
    expect(letters).toContain(lettersOf('Evening'));
    expect(letters).not.toContain(lettersOf('Turn off the light.'));
    expect(letters).not.toContain(lettersOf('Which?'));
  });
});

describe('the line for name and date', () => {
  it('is typed in like any field, before the others', async () => {
    const place = await toSheet('::lines[Why?]{#why rows=2}');
    const worksheet = { ...place.worksheet, nameLine: true };
    const made = await own.press.print({ ...place, worksheet }, 'standard');
    expect(problemsOf(made)).toEqual([]);
    expect((await readPdf(made.bytes)).fieldNames).toEqual(['name', 'date', 'why']);
  });
});
