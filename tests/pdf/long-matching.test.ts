import { describe, expect, it } from 'vitest';
import { standsBeside } from '../../scripts/sheet/beside.ts';
import { readPdf } from './open-pdf.ts';
import { problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();

/** Ten rows with as many letters as a row may have at the most, or fewer. */
function longMatching(letters: number, rows = 10): string {
  const words = ['Wwww some words that a page must hold too, and not fewer of th', 'Mmm more'];
  const [left = '', right = ''] = words.map((text) => text.repeat(8));
  const lines = Array.from({ length: rows }, (_, at) => {
    const cells = [`${at} ${left}`, `${at} ${right}`].map((text) => text.slice(0, letters).trim());
    return `| ${cells.join(' | ')} |`;
  });
  return `:::matching[Which?]{#which}\n| This | That |\n|---|---|\n${lines.join('\n')}\n:::`;
}

describe('a matching with long words', () => {
  it.each([20, 24, 28, 32, 36, 40, 44, 50, 60])(
    'is printed whole in large print with %i letters in each of its cells',
    async (letters) => {
      const place = await toSheet(longMatching(letters), { pages: '{standard: 2, large: 4}' });
      const [field] = place.worksheet.fields;
      const made = await own.press.print(place, 'large');
      expect(problemsOf(made)).toEqual([]);
      const { pages } = await readPdf(made.bytes);
      const boxes = pages.map(
        ({ annotations }) => annotations.filter(({ fieldName }) => fieldName).length,
      );
      // Side by side, all stand on one page: a row of one column never parts from the other.
      const isBeside = field?.kind === 'matching' && standsBeside(field, 'large');
      if (isBeside) expect(boxes).toContain(10);
      const letterAt = pages.map(({ texts }) => texts.filter(({ text }) => /^[A-J]$/.test(text)));
      expect(letterAt.flat()).toHaveLength(10);
      if (isBeside) expect(letterAt.map(({ length }) => length)).toContain(10);
    },
  );

  it('stands on one page in standard print, however long it is', async () => {
    const place = await toSheet(longMatching(60), { pages: '{standard: 2, large: 4}' });
    const made = await own.press.print(place, 'standard');
    expect(problemsOf(made)).toEqual([]);
    const { pages } = await readPdf(made.bytes);
    const boxes = pages.map(
      ({ annotations }) => annotations.filter(({ fieldName }) => fieldName).length,
    );
    expect(boxes.filter((count) => count > 0)).toEqual([10]);
  });
});
