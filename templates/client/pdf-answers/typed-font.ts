import { type PDFContext, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { dictOf } from '../../../scripts/pdf/values.ts';
import { itemsIn, numberIn, toNumber } from './pdf-values.ts';

/** The font that a form has answers typed in: simple, with the codes of Windows-1252. */
export type TypedFont = {
  /** What the form calls it, with all the fonts there are. */
  name: string;
  resources: PDFDict;
  /** The code of a letter; none when the font has no such letter. */
  codeOf(letter: string): number | undefined;
  /** How wide a code is, in thousandths of an em. */
  widthOf(code: number): number;
};

const FIRST_CODE = 32;
const LAST_CODE = 255;

/** Codes that mean another letter than in Windows-1252: the font has none for them. */
function changedCodes(font: PDFDict): Set<number> {
  const encoding = dictOf(font, 'Encoding');
  if (!encoding) return new Set();
  const codes = new Set<number>();
  let code = 0;
  for (const item of itemsIn(encoding, 'Differences')) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else codes.add(code++);
  }
  return codes;
}

/** Windows-1252 backwards (WHATWG Encoding, 9.1: the same table in every browser). */
function listCodes(without: ReadonlySet<number>): Map<string, number> {
  const decoder = new TextDecoder('windows-1252');
  const codes = new Map<string, number>();
  for (let code = FIRST_CODE; code <= LAST_CODE; code++) {
    if (!without.has(code)) codes.set(decoder.decode(Uint8Array.of(code)), code);
  }
  return codes;
}

/** Reads the font under a name from the resources of a form (ISO 32000-1, 12.7.2, DR). */
export function readTypedFont(context: PDFContext, form: PDFDict, name: string): TypedFont {
  const resources = context.lookup(form.get(PDFName.of('DR')), PDFDict);
  const fonts = context.lookup(resources.get(PDFName.of('Font')), PDFDict);
  const font = context.lookup(fonts.get(PDFName.of(name)), PDFDict);
  const codes = listCodes(changedCodes(font));
  const first = numberIn(font, 'FirstChar');
  const widths = itemsIn(font, 'Widths').map((width) => toNumber(font, width) ?? 0);
  return {
    name,
    resources,
    codeOf: (letter) => codes.get(letter),
    widthOf: (code) => widths[code - first] ?? 0,
  };
}
