import { beforeAll, describe, expect, it } from 'vitest';
import { answersIn, fillWithPdfJs } from './fill-in.ts';
import { longAnswer } from './long-answer.ts';
import { lettersOf, readPdf } from './open-pdf.ts';
import { type PdfiumResult, printedFields, typeWithPdfium } from './pdfium-form.ts';
import { toSheet, usePress } from './press.ts';

const own = usePress();

const SHEET = `::lines[Six lines]{#six rows=6}

::lines[Many lines]{#many rows=18}

:::pair[Two columns]{#columns rows=3}
:::

It takes :blank[how long]{#gap width=25mm} or :blank[longer]{#other-gap width=60mm}.

::box[Anything]{#box height=60mm}

:::table[A table]{#table}
| A | B |
|---|---|
| one | |
:::

:::wheel[A wheel]{#wheel}
- one
- two
- three
:::`;

/** Short ones, one of 2,000 letters, and one that is much too long for its gap. */
const ANSWERS = {
  six: longAnswer(2000),
  many: 'Half past ten.',
  'columns-a': 'Half an hour of quiet when I come home, and then I want to hear about your day.',
  gap: 'half an hour, or a little more',
  'other-gap': 'Half',
  box: 'Half a page.',
  'table-1-2': 'Half of it, on Tuesday, before work',
  'wheel-one': '7',
};
/** Height of an H in the field font, in em. */
const CAPITAL = 0.668;

const files: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const place = await toSheet(SHEET, { pages: '{standard: 6, large: 10}' });
  for (const edition of ['standard', 'large'] as const) {
    files[edition] = (await own.press.print(place, edition)).bytes;
  }
});

const fileOf = (edition: string) => files[edition] ?? new Uint8Array();

describe.each([
  { edition: 'standard', size: 12 },
  { edition: 'large', size: 18 },
])('what PDFium, the reader of Chrome, is told in $edition print', ({ edition, size }) => {
  let result: PdfiumResult;

  beforeAll(async () => {
    result = await typeWithPdfium(fileOf(edition), ANSWERS);
  });

  it('is taken to the last letter, 2,000 of them too', () => {
    expect(result.taken).toEqual(ANSWERS);
  });

  it('is printed to the last letter, inside its field', () => {
    for (const [name, answer] of Object.entries(ANSWERS)) {
      expect(lettersOf(result.printed[name]?.text ?? '')).toBe(lettersOf(answer));
    }
  });

  it('has the size of the sheet where it is short', () => {
    for (const name of ['many', 'box', 'table-1-2']) {
      const height = result.printed[name]?.firstLetterPt ?? 0;
      expect([name, Math.round(height / CAPITAL)]).toEqual([name, size]);
    }
  });

  it('is smaller only where it is long', () => {
    const heights = ['many', 'six', 'other-gap', 'gap'].map(
      (name) => result.printed[name]?.firstLetterPt ?? 0,
    );
    const [many = 0, six = 0, otherGap = 0, gap = 0] = heights;
    expect([six < many, gap < otherGap, otherGap >= many]).toEqual([true, true, true]);
  });

  it('leaves out nothing in letters that the font has not', async () => {
    const foreign = { six: 'Łódź, žluťoučký, Ωμέγα, мир', gap: 'Łódź' };
    expect((await typeWithPdfium(fileOf(edition), foreign)).taken).toEqual(foreign);
  });
});

describe.each([
  { edition: 'standard', size: 12 },
  { edition: 'large', size: 18 },
])('what PDF.js, the reader of Firefox, is told in $edition print', ({ edition, size }) => {
  it('is kept to the last letter, 2,000 of them too, and in any letters', async () => {
    const answers = { ...ANSWERS, many: 'Łódź, žluťoučký, Ωμέγα, мир 😀' };
    expect(await answersIn(await fillWithPdfJs(fileOf(edition), answers))).toEqual(answers);
  });

  it('is printed in the size of the sheet', async () => {
    const printed = await printedFields(await fillWithPdfJs(fileOf(edition), ANSWERS));
    for (const name of ['many', 'columns-a', 'box', 'table-1-2']) {
      const height = printed[name]?.firstLetterPt ?? 0;
      expect(Math.abs(height / CAPITAL - size)).toBeLessThan(1);
    }
  });

  it('is printed to the last letter where there is room, and in one line always', async () => {
    const letters = { standard: 2000, large: 1000 }[edition] ?? 0;
    const answers = { ...ANSWERS, many: longAnswer(letters), six: 'Half.' };
    const printed = await printedFields(await fillWithPdfJs(fileOf(edition), answers));
    const roomy = ['six', 'many', 'gap', 'other-gap', 'wheel-one'] as const;
    for (const name of roomy) {
      expect(lettersOf(printed[name]?.text ?? '')).toBe(lettersOf(answers[name]));
    }
  });

  it('is printed from its first word on and cut below, where there is no room', async () => {
    const printed = await printedFields(await fillWithPdfJs(fileOf(edition), ANSWERS));
    const [shown, whole] = [printed['six']?.text ?? '', longAnswer(2000)].map(lettersOf);
    expect(shown?.length).toBeGreaterThan(250);
    expect(shown?.length).toBeLessThan(whole?.length ?? 0);
    expect(whole?.startsWith(shown ?? '-')).toBe(true);
  });
});

describe('ruled lines', () => {
  it('are white below what is typed, and nothing else is', async () => {
    const { pages } = await readPdf(fileOf('standard'));
    const texts = pages
      .flatMap(({ annotations }) => annotations)
      .filter(({ fieldType }) => fieldType === 'Tx');
    const white = texts.filter(({ backgroundColor }) => backgroundColor);
    expect(white.map(({ fieldName }) => fieldName)).toEqual([
      'six',
      'many',
      'columns-a',
      'columns-b',
    ]);
    expect(white.map(({ backgroundColor }) => [...(backgroundColor ?? [])])).toEqual(
      Array(4).fill([255, 255, 255]),
    );
  });
});
