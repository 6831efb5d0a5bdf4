import type { Worksheet } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { FontFace, SheetStyles } from './stylesheet.ts';

/**
 * Characters that are printed and that a font of the sheets lacks; each font must have them, for
 * words may be set as text or as a title. A missing glyph prints as an empty box, and no PDF/UA file may hold one
 * (ISO 14289-1, 7.21.8).
 */
export function findMissingGlyphs(
  worksheet: Pick<Worksheet, 'file' | 'positions' | 'characters'>,
  styles: SheetStyles,
  printed: string,
): Problem[] {
  const families = Map.groupBy(styles.faces, ({ family }) => family);
  const has = (face: FontFace, code: number) =>
    face.glyphs.has(code) && face.ranges.some(([from, to]) => code >= from && code <= to);
  const isCovered = (code: number) =>
    [...families.values()].every((faces) => faces.some((face) => has(face, code)));
  const title = worksheet.positions['/title'] ?? { line: 1, column: 1 };
  return [...new Set(printed)]
    .filter((character) => !/\s/.test(character) && !isCovered(character.codePointAt(0) ?? 0))
    .map((character) => {
      // What is printed but does not stand in the sheet comes from the folder's shared words.
      const { line, column } = worksheet.characters[character] ?? title;
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      const message = `no font of the sheets has "${character}" (U+${code})`;
      const hint =
        character in worksheet.characters
          ? 'Say it with other characters.'
          : 'It comes from site.yml, vocabulary.yml, sources.yml or strings.yml.';
      return { file: worksheet.file, line, column, message, hint };
    });
}
