import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as fontkit from 'fontkit';

const ENTRY = fileURLToPath(new URL('../../templates/styles/sheet.css', import.meta.url));

/** One @font-face of the stylesheet, its file inside as a `data:` address. */
export type FontFace = {
  css: string;
  family: string;
  /** Code point ranges the face is for, both ends included. */
  ranges: [number, number][];
  /** Every code point the font file has a glyph for. */
  glyphs: ReadonlySet<number>;
  /** How far a code point takes the line on, in em. */
  advanceEm(code: number): number;
};

/** The sheets' stylesheet, its fonts apart: a sheet takes only those it has letters for. */
export type SheetStyles = { rules: string; faces: FontFace[] };

/** A stylesheet that does not hold together; a fault of the program. */
export class StylesheetError extends Error {
  override name = 'StylesheetError';
}

function parseRanges(css: string): [number, number][] {
  const list = /unicode-range:([^;}]+)/i.exec(css)?.[1];
  if (!list) return [[0, 0x10ffff]];
  return list.split(',').map((part): [number, number] => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    const wild = (text: string, digit: string) => Number.parseInt(text.replace(/\?/g, digit), 16);
    return [wild(from, '0'), wild(to, 'f')];
  });
}

function toFontFace(css: string): FontFace {
  const family = /font-family:\s*["']?([^;"'}]+)/.exec(css)?.[1];
  const data = /url\(["']?data:[^,]*;base64,([^"')]+)/.exec(css)?.[1];
  if (!family || !data) throw new StylesheetError(`Expected a font inside ${css.slice(0, 90)}…`);
  const font = fontkit.create(Buffer.from(data, 'base64'));
  if (!('characterSet' in font))
    throw new StylesheetError(`${family} is a collection, expected one font`);
  const advanceEm = (code: number) => font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
  return { css, family, ranges: parseRanges(css), glyphs: new Set(font.characterSet), advanceEm };
}

/**
 * Bundles the sheets' stylesheet with its fonts as `data:` addresses: a sheet is printed offline,
 * and may fetch nothing.
 */
export async function loadSheetStyles(): Promise<SheetStyles> {
  const bundle = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'silent',
    loader: { '.woff2': 'dataurl' },
    legalComments: 'none',
  });
  const css = bundle.outputFiles[0]?.text ?? '';
  const blocks = css.match(/@font-face\{[^}]*\}/g) ?? [];
  // Pages of the site do without a font that comes late; a print must wait, or it is another print.
  const faces = blocks.map((face) =>
    toFontFace(face.replace(/font-display:\w+/, 'font-display:block')),
  );
  return { rules: css.replace(/@font-face\{[^}]*\}/g, ''), faces };
}

/** The stylesheet for a text: every rule, and only the fonts that it has characters for. */
export function stylesFor(styles: SheetStyles, characters: Iterable<string>): string {
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0);
  const isNeeded = ({ ranges }: FontFace) =>
    codes.some((code) => ranges.some(([from, to]) => code >= from && code <= to));
  return (
    styles.faces
      .filter(isNeeded)
      .map(({ css }) => css)
      .join('') + styles.rules
  );
}
