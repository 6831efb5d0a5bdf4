import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { LIVE_AREA_MM } from '../../../scripts/model/edition.ts';
import { toSheet, usePress } from '../press.ts';

const own = usePress();
const PT_PER_MM = 72 / 25.4;
const A4_RIGHT_MM = 20 + LIVE_AREA_MM.width;

/** Left edge, right edge and height above the page's foot of each blank, in whole mm. */
async function blanksOf(body: string, edition: 'standard' | 'large' = 'standard') {
  const { bytes } = await own.press.print(await toSheet(body), edition);
  const form = (await PDFDocument.load(bytes)).getForm();
  return form.getFields().map((field) => {
    const { x, y, width } = field.acroField.getWidgets()[0]?.getRectangle() ?? {};
    const mm = (pt = 0) => Math.round(pt / PT_PER_MM);
    return { left: mm(x), right: mm((x ?? 0) + (width ?? 0)), bottom: mm(y) };
  });
}

const width = ({ left, right }: { left: number; right: number }) => right - left;

describe('a long blank at the end of a line', () => {
  it('reaches the edge of the text, with room for the stop behind it', async () => {
    const [blank] = await blanksOf('I will :blank[what]{width=80mm}.');
    expect(blank?.right).toBeGreaterThan(A4_RIGHT_MM - 4);
    expect(blank?.right).toBeLessThan(A4_RIGHT_MM);
  });

  it('takes the whole of a line of its own in large print', async () => {
    const [blank] = await blanksOf(
      'What I would be glad of is :blank[what]{width=110mm}.',
      'large',
    );
    expect(blank?.left).toBe(20);
    expect(blank?.right).toBeGreaterThan(A4_RIGHT_MM - 5);
  });

  it('ends where its author ends the line', async () => {
    const blanks = await blanksOf('When :blank[when]{width=80mm},\\\nI :blank[what]{width=80mm}.');
    expect(blanks.every(({ right }) => right > A4_RIGHT_MM - 4)).toBe(true);
    expect(blanks[0]?.bottom).toBeGreaterThan(blanks[1]?.bottom ?? 0);
  });
});

describe('the width that its author gave', () => {
  it.each([
    ['is meant for a day or a number', 'On :blank[day]{width=40mm}.', 40],
    ['has words of the sentence behind it', 'If :blank[what]{width=80mm} comes up, wait.', 80],
  ])('stays when it %s', async (_, body, given) => {
    const [blank] = await blanksOf(body);
    expect(blank && Math.abs(width(blank) - given)).toBeLessThan(3);
  });
});
