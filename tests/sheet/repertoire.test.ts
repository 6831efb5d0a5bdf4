import { beforeAll, describe, expect, it } from 'vitest';
import { renderSheet } from '../../scripts/sheet/render-sheet.ts';
import { findMissingGlyphs } from '../../scripts/sheet/repertoire.ts';
import { loadSheetStyles, type SheetStyles } from '../../scripts/sheet/stylesheet.ts';
import { type SheetPlace, toSheet } from '../pdf/press.ts';

let styles: SheetStyles;

beforeAll(async () => {
  styles = await loadSheetStyles();
});

/** The problems with the letters of a sheet, as an author would read them. */
function missingOn(place: SheetPlace): string[] {
  const { words } = renderSheet({ ...place, edition: 'standard', styles });
  return findMissingGlyphs(place.worksheet, styles, words).map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
}

const missingIn = async (body: string, title = 'A sheet') =>
  missingOn(await toSheet(body, { title }));

describe('letters that no font of the sheets has', () => {
  it('are told where they first stand: a Chinese character', async () => {
    expect(await missingIn('First words.\n\nThen 信 and 信 again.')).toEqual([
      'a-sheet.md:14:6: no font of the sheets has "信" (U+4FE1)',
    ]);
  });

  it('are told where they first stand: an arrow, also in a title', async () => {
    expect(await missingIn('Words.', 'This ⇒ that')).toEqual([
      'a-sheet.md:2:13: no font of the sheets has "⇒" (U+21D2)',
    ]);
  });

  it('are told also when they lie outside the first plane, like a picture letter', async () => {
    expect(await missingIn('Well done 🙂.')).toEqual([
      'a-sheet.md:12:11: no font of the sheets has "🙂" (U+1F642)',
    ]);
  });

  it('are told also inside a question, a hint and a cell', async () => {
    const body =
      '::lines[What 信?]{hint="Like 仁."}\n\n:::table[T]\n| A | B |\n|---|---|\n| 義 | |\n:::';
    expect((await missingIn(body)).map((text) => text.split(':').slice(1, 3).join(':'))).toEqual([
      '12:14',
      '12:29',
      '17:3',
    ]);
  });
});

describe('letters that come from the words of the whole folder', () => {
  it('are told at the title of the sheet that prints them', async () => {
    const place = await toSheet('Words.');
    const library = { ...place.library, site: { ...place.library.site, name: '信' } };
    expect(missingOn({ ...place, library })).toEqual([
      'a-sheet.md:2:8: no font of the sheets has "信" (U+4FE1)',
    ]);
  });
});

describe('letters that the fonts have', () => {
  it('are no problem: the languages of Western and Central Europe, and good typography', async () => {
    const words =
      'Größe, cœur, año, Łódź, šťastný, győz, ăîșț, ığdır, “so” ‘it’ «is» – — … • · × € £ § ½ ¿¡';
    expect(await missingIn(words)).toEqual([]);
  });
});
