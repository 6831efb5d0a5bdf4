import { type PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { dictOf, put, textString } from '../../../scripts/pdf/values.ts';
import type { Answers } from '../answers.ts';
import { type FormField, formOf, listFields, putState, roomOf, stateOf } from './form-fields.ts';
import { numberIn, wordsIn } from './pdf-values.ts';
import { setLine, setLines, toCodes } from './set-text.ts';
import { addAppearance, type Manner } from './text-appearance.ts';
import { readTypedFont, type TypedFont } from './typed-font.ts';

/** An answer that the file keeps whole but that does not show whole on paper, and why. */
export type Shortfall =
  | { name: string; why: 'room' }
  | { name: string; why: 'letters'; letters: string[] };

/** A filled file, what does not show whole in it, and the names that it has no field for. */
export type FilledPdf = { bytes: Uint8Array; shortfalls: Shortfall[]; homeless: string[] };

/** A file that cannot be filled, and why. */
export class PdfFormError extends Error {
  override name = 'PdfFormError';
}

const MULTILINE = 1 << 12;
const CENTERED = 1;
const FALLBACK_PT = 12;

type Filling = { document: PDFDocument; fonts: Map<string, TypedFont>; form: PDFDict };

/** The last font, size and color that a default appearance sets: the earlier ones are for others. */
function readLook(appearance: string): { font: string; size: number; color: string } {
  const [, font = 'Field', size = '0'] =
    [...appearance.matchAll(/\/(\S+)\s+([\d.]+)\s+Tf/g)].at(-1) ?? [];
  const color = [...appearance.matchAll(/[\d.]+\s+[\d.]+\s+[\d.]+\s+rg/g)].at(-1)?.[0] ?? '0 g';
  return { font, size: Number(size), color };
}

/** Sets an answer into one text field and tells what of it does not show. */
function fillText(filling: Filling, { name, dict, widgets }: FormField, text: string): Shortfall[] {
  const { document, fonts, form } = filling;
  const { context } = document;
  const shortfalls: Shortfall[] = [];
  put(dict, 'V', textString(text));
  for (const widget of widgets) {
    const look = readLook(
      wordsIn(widget, 'DA') ?? wordsIn(dict, 'DA') ?? wordsIn(form, 'DA') ?? '',
    );
    const font = fonts.get(look.font) ?? readTypedFont(context, form, look.font);
    fonts.set(look.font, font);
    const sheetPt = look.size || readLook(wordsIn(form, 'DA') ?? '').size || FALLBACK_PT;
    const coded = toCodes(text, font);
    const room = roomOf(widget);
    const manner: Manner = {
      multiline: (numberIn(dict, 'Ff') & MULTILINE) !== 0,
      centered: numberIn(dict, 'Q') === CENTERED,
      onRules: dictOf(widget, 'MK')?.has(PDFName.of('BG')) ?? false,
      color: look.color,
    };
    const set = (manner.multiline ? setLines : setLine)(coded, font, room, sheetPt);
    const looks = context.obj({ N: addAppearance(context, set, font, room, manner) });
    put(widget, 'AP', looks);
    if (set.shown < set.lines.length) shortfalls.push({ name, why: 'room' });
    if (coded.strange.length > 0) {
      shortfalls.push({ name, why: 'letters', letters: coded.strange });
    }
  }
  return shortfalls;
}

/** Chooses one button of a field; `false` when it has none with that state. */
function choose({ dict, widgets }: FormField, state: string): boolean {
  if (!widgets.some((widget) => stateOf(widget) === state)) return false;
  putState(dict, 'V', state);
  for (const widget of widgets) putState(widget, 'AS', stateOf(widget) === state ? state : 'Off');
  return true;
}

/**
 * Fills a sheet's blank PDF: each answer as the value of its field and as its picture, in the font
 * that the file brings along. Structure, names and all else stay as they are.
 */
export async function fillPdf(blank: Uint8Array, answers: Answers): Promise<FilledPdf> {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  const form = formOf(document);
  if (!form) throw new PdfFormError('Expected a PDF with fields, found one without');
  const filling: Filling = { document, fonts: new Map(), form };
  const homeless = new Set(answers.keys());
  const shortfalls: Shortfall[] = [];
  for (const field of listFields(form)) {
    const answer = answers.get(field.name);
    if (answer === undefined) continue;
    if (field.kind === 'Btn' && !choose(field, answer)) continue;
    if (field.kind !== 'Btn') shortfalls.push(...fillText(filling, field, answer));
    homeless.delete(field.name);
  }
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { bytes, shortfalls, homeless: [...homeless] };
}
