import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import {
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import fontverter from 'fontverter';
import { enlarge } from './truetype.ts';
import { put } from './values.ts';

const FILE =
  '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2';
const FIRST_CODE = 32;
const LAST_CODE = 255;

/** One font as it stands in a file: whole, for nobody knows what will be typed. */
export type EmbeddableFont = {
  name: string;
  /** Deflated TrueType file, and its length before. */
  deflated: Buffer;
  length: number;
  /** Advance widths of the codes 32 to 255 in Windows-1252, in thousandths of an em. */
  widths: number[];
  /** Codes of Windows-1252 for which it has no letter. */
  missing: number[];
  boundingBox: number[];
  capHeight: number;
  /** How many times larger its letters are than their size says. */
  times: number;
};

/** The font that answers are typed in, and the same with larger letters at every size. */
export type FieldFont = { plain: EmbeddableFont; enlarged: EmbeddableFont };

/**
 * Large print has letters of 18 pt, and viewers that size text themselves start at 12 pt: with this
 * font their 12 pt are 18.
 */
const ENLARGED = 18 / 12;

function toEmbeddable(truetype: Buffer, name: string, times: number): EmbeddableFont {
  const font = fontkit.create(truetype);
  if (!('unitsPerEm' in font)) throw new TypeError(`${FILE} is a collection, expected one font`);
  const perMille = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
  const decoder = new TextDecoder('windows-1252');
  const codes = Array.from({ length: LAST_CODE - FIRST_CODE + 1 }, (_, at) => at + FIRST_CODE);
  const letterOf = (code: number) => decoder.decode(Uint8Array.of(code)).codePointAt(0) ?? 0;
  const bullet = perMille(font.glyphForCodePoint(0x2022).advanceWidth);
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    name,
    deflated: deflateSync(truetype, { level: 9 }),
    length: truetype.length,
    widths: codes.map((code) =>
      font.hasGlyphForCodePoint(letterOf(code))
        ? perMille(font.glyphForCodePoint(letterOf(code)).advanceWidth)
        : bullet,
    ),
    missing: codes.filter((code) => !font.hasGlyphForCodePoint(letterOf(code))),
    boundingBox: [minX, minY, maxX, maxY].map(perMille),
    capHeight: perMille(font.capHeight),
    times,
  };
}

/** Reads the field font once a build. */
export async function loadFieldFont(): Promise<FieldFont> {
  const file = await readFile(createRequire(import.meta.url).resolve(FILE));
  const truetype = await fontverter.convert(file, 'truetype');
  const name = 'AtkinsonHyperlegibleNext-Regular';
  return {
    plain: toEmbeddable(truetype, name, 1),
    enlarged: toEmbeddable(enlarge(truetype, ENLARGED), `${name}Large`, ENLARGED),
  };
}

/**
 * Line pitch of typed text in em. PDF.js always sets lines 1.35 em apart (its LINE_FACTOR), PDFium
 * by the descriptor's ascent and descent: stating the same height makes their lines alike.
 */
export const TYPED_PITCH_EM = 1.35;
const ASCENT = 1000;
const DESCENT = ASCENT - TYPED_PITCH_EM * 1000;

/**
 * Windows-1252 without the letters that the font has not, like š: their codes mean the bullet, as
 * unused codes do (ISO 32000-1, annex D.2). A viewer then finds no code for such a letter and takes
 * it from another font, where it would have set an empty box of no width.
 */
function encoding(context: PDFContext, { missing }: EmbeddableFont): PDFDict {
  const differences = missing.flatMap((code) => [PDFNumber.of(code), PDFName.of('bullet')]);
  const dict = context.obj({ Type: 'Encoding', BaseEncoding: 'WinAnsiEncoding' });
  put(dict, 'Differences', context.obj(differences));
  return dict;
}

/**
 * Puts the font into a document as a simple font with Windows-1252 codes: viewers write what is
 * typed in the font's own 8-bit encoding.
 */
export function embedFieldFont(context: PDFContext, font: EmbeddableFont): PDFRef {
  const fileDict = context.obj({ Length1: font.length, Filter: 'FlateDecode' });
  put(fileDict, 'Length', PDFNumber.of(font.deflated.length));
  const file = context.register(PDFRawStream.of(fileDict, new Uint8Array(font.deflated)));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: font.name,
      Flags: 32,
      FontBBox: font.boundingBox,
      ItalicAngle: 0,
      Ascent: ASCENT * font.times,
      Descent: DESCENT * font.times,
      CapHeight: font.capHeight,
      StemV: 80,
      FontFile2: file,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: font.name,
      Encoding: encoding(context, font),
      FirstChar: FIRST_CODE,
      LastChar: LAST_CODE,
      Widths: font.widths,
      FontDescriptor: descriptor,
    }),
  );
}
