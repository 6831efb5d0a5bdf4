import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import fontverter from 'fontverter';
import { put } from './objects.ts';

const FILE =
  '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2';
/** Name of the font in default appearances. */
export const FIELD_FONT_NAME = 'Field';
const FIRST_CODE = 32;
const LAST_CODE = 255;

/** The font that answers are typed in: whole, for nobody knows what will be typed. */
export type FieldFont = {
  /** Deflated TrueType file, and its length before. */
  deflated: Buffer;
  length: number;
  /** Advance widths of the codes 32 to 255 in Windows-1252, in thousandths of an em. */
  widths: number[];
  boundingBox: number[];
  capHeight: number;
};

/** Reads the field font once a build. */
export async function loadFieldFont(): Promise<FieldFont> {
  const file = await readFile(createRequire(import.meta.url).resolve(FILE));
  const truetype = await fontverter.convert(file, 'truetype');
  const font = fontkit.create(truetype);
  if (!('unitsPerEm' in font)) throw new TypeError(`${FILE} is a collection, expected one font`);
  const perMille = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
  const decoder = new TextDecoder('windows-1252');
  const widths = Array.from({ length: LAST_CODE - FIRST_CODE + 1 }, (_, index) => {
    const code = decoder.decode(Uint8Array.of(index + FIRST_CODE)).codePointAt(0) ?? 0;
    return font.hasGlyphForCodePoint(code)
      ? perMille(font.glyphForCodePoint(code).advanceWidth)
      : 0;
  });
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    deflated: deflateSync(truetype, { level: 9 }),
    length: truetype.length,
    widths,
    boundingBox: [minX, minY, maxX, maxY].map(perMille),
    capHeight: perMille(font.capHeight),
  };
}

/**
 * Line pitch of typed text in em. PDF.js always sets lines 1.35 em apart (its LINE_FACTOR), PDFium
 * by the descriptor's ascent and descent: stating the same height makes both sit on ruled lines.
 */
export const TYPED_PITCH_EM = 1.35;
const ASCENT = 1000;
const DESCENT = ASCENT - TYPED_PITCH_EM * 1000;

/**
 * Puts the font into a document as a simple font with Windows-1252 codes: viewers write what is
 * typed in the font's own 8-bit encoding.
 */
export function embedFieldFont(context: PDFContext, font: FieldFont): PDFRef {
  const fileDict = context.obj({ Length1: font.length, Filter: 'FlateDecode' });
  put(fileDict, 'Length', PDFNumber.of(font.deflated.length));
  const file = context.register(PDFRawStream.of(fileDict, new Uint8Array(font.deflated)));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'AtkinsonHyperlegibleNext-Regular',
      Flags: 32,
      FontBBox: font.boundingBox,
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: font.capHeight,
      StemV: 80,
      FontFile2: file,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'AtkinsonHyperlegibleNext-Regular',
      Encoding: 'WinAnsiEncoding',
      FirstChar: FIRST_CODE,
      LastChar: LAST_CODE,
      Widths: font.widths,
      FontDescriptor: descriptor,
    }),
  );
}
