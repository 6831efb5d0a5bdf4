import fc from 'fast-check';
import { loadSheetStyles } from '../../scripts/sheet/stylesheet.ts';

/** What all sheets are set in. */
export const styles = await loadSheetStyles();

const families = [...Map.groupBy(styles.faces, ({ family }) => family).values()];
const isPrintable = (code: number) =>
  families.every((faces) =>
    faces.some(
      ({ glyphs, ranges }) =>
        glyphs.has(code) && ranges.some(([from, to]) => code >= from && code <= to),
    ),
  );

/** Every letter and digit that all fonts of the sheets have. */
export const LETTERS = Array.from({ length: 0x2000 }, (_, code) => code)
  .filter((code) => /[\p{L}\p{Nd}]/u.test(String.fromCodePoint(code)) && isPrintable(code))
  .map((code) => String.fromCodePoint(code));

/** Signs that mean nothing to Markdown wherever they stand behind a word. */
const SIGNS = ['.', ',', '?', ';', '…', '’', '”', '½', '°', '€', ' –', ' —', ' ×'];

const PLAIN =
  'a be we do soil rain bean garden spring water walk evening morning window kitchen neighbor together afternoon something everything wheelbarrow'.split(
    ' ',
  );

const strange = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 14 })
  // A lone number with a full stop would begin a list.
  .map((letters) => `x${letters.join('')}`);
const long = fc
  .integer({ min: 15, max: 45 })
  .map((length) => 'wintervegetables'.repeat(3).slice(0, length));

const word = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: strange },
  { weight: 1, arbitrary: long },
);
const signed = fc
  .tuple(word, fc.option(fc.constantFrom(...SIGNS), { freq: 6, nil: '' }))
  .map(([text, sign]) => text + sign);

/** Words without marks, at most so many letters together. */
export function plainWords(min: number, max: number, letters = 2000): fc.Arbitrary<string> {
  return fc
    .array(signed, { minLength: min, maxLength: max })
    .map((words) => words.join(' ').slice(0, letters).trim());
}

const marked = fc
  .tuple(word, fc.constantFrom('*', '**', '`'))
  .map(([text, mark]) => mark + text + mark);

/** Words as an author writes them, some in bold or italic. The first is plain. */
export function markedWords(min: number, max: number): fc.Arbitrary<string> {
  const rest = fc.array(
    fc.oneof({ weight: 12, arbitrary: signed }, { weight: 1, arbitrary: marked }),
    { minLength: Math.max(0, min - 1), maxLength: max - 1 },
  );
  return fc.tuple(signed, rest).map(([first, others]) => [first, ...others].join(' '));
}

/** A few short words, for heads and answers. */
export const fewWords = fc
  .array(fc.constantFrom(...PLAIN.filter(({ length }) => length < 8)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));
