import { type PDFContext, PDFName, type PDFObject, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { type Appearances, createAppearances } from '../appearances.ts';
import type { Draft, FieldPlace } from '../draft.ts';
import { embedFieldFont, type FieldFont } from '../field-font.ts';
import type { RadioWidget, TextWidget, Widget } from '../fields/widget.ts';
import { numbersOf } from '../objects.ts';
import { AUTOMATIC_PT, defaultAppearance, INK, TYPED_FONTS } from '../typing.ts';
import { put, rounded, textString } from '../values.ts';

/** Field flags by bit position minus one (ISO 32000-1, tables 226, 228 and 229). */
const FLAGS = { multiline: 1 << 12, radio: 1 << 15, doNotScroll: 1 << 23 };
/** Quadding: words in the middle of their box (ISO 32000-1, table 222). */
const CENTERED = 1;
/** An annotation that is printed (ISO 32000-1, table 165, bit 3). */
const PRINT = 4;
/** White, as a background (ISO 32000-1, table 189, BG). */
const WHITE = [1, 1, 1];
/** Ruled lines stick out of their box by less than this, in pt: the browser snaps boxes to pixels. */
const RULE_OVERHANG = 0.6;
/** Between what stands above ruled lines and what is typed on them, in pt. */
const AIR_ABOVE = 2;

/** What the fields of a document are made from. */
export type FieldInput = {
  /** The form fields of the sheet, in reading order. */
  widgets: readonly Widget[];
  font: FieldFont;
  /** Size of the sheet's text in pt. */
  textPt: number;
};

type Placing = { context: PDFContext; draft: Draft; input: FieldInput; appearances: Appearances };

/**
 * Overwrites the placeholder's link object by a widget. It keeps its object number and its
 * StructParent, so the Form element in the structure tree points at the widget from now on.
 */
function replaceLink(placing: Placing, place: FieldPlace, keys: Record<string, PDFObject>): void {
  const { context, draft } = placing;
  const widget = context.obj({ Type: 'Annot', Subtype: 'Widget', F: PRINT });
  put(widget, 'Rect', context.obj(numbersOf(place.annotation, 'Rect').map(rounded)));
  put(widget, 'P', draft.pages[place.page]?.ref);
  put(widget, 'BS', context.obj({ W: 0, S: 'S' }));
  put(widget, 'StructParent', place.annotation.get(PDFName.of('StructParent')));
  for (const [key, value] of Object.entries(keys)) put(widget, key, value);
  context.assign(place.ref, widget);
}

function sizeOf(place: FieldPlace): { width: number; height: number } {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(place.annotation, 'Rect');
  return { width: right - left, height: top - bottom };
}

/** Covers the ends of the ruled lines too, else dots of them would be left beside what is typed. */
function coverRules(place: FieldPlace): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(place.annotation, 'Rect');
  const sides = [left - RULE_OVERHANG, bottom, right + RULE_OVERHANG, top - AIR_ABOVE];
  put(place.annotation, 'Rect', place.annotation.context.obj(sides));
}

/**
 * On ruled lines, what is typed stands on white: viewers size and set their lines as they like, and
 * rules would run through the letters. The appearance of the empty field stays transparent, so a
 * sheet to be filled in with a pen is printed with its lines.
 */
function placeText(placing: Placing, place: FieldPlace, widget: TextWidget): void {
  const { context, input } = placing;
  if (widget.rows) coverRules(place);
  const { width, height } = sizeOf(place);
  const flags = FLAGS.doNotScroll | (widget.multiline ? FLAGS.multiline : 0);
  replaceLink(placing, place, {
    FT: PDFName.of('Tx'),
    T: textString(widget.name),
    TU: textString(widget.label),
    Ff: context.obj(flags),
    ...(widget.centered ? { Q: context.obj(CENTERED) } : {}),
    ...(widget.rows ? { MK: context.obj({ BG: WHITE }) } : {}),
    DA: PDFString.of(defaultAppearance(widget, height, input.textPt)),
    AP: context.obj({ N: placing.appearances.make('text', width, height) }),
  });
}

/** The keys that a tick box and a radio button share. `on` is the name of its chosen state. */
function buttonKeys(
  placing: Placing,
  place: FieldPlace,
  shape: 'tick' | 'dot',
  on: string,
): Record<string, PDFObject> {
  const { context, appearances } = placing;
  const { width, height } = sizeOf(place);
  const states = {
    [on]: appearances.make(shape, width, height),
    Off: appearances.make('off', width, height),
  };
  const caption = { tick: '4', dot: 'l' }[shape];
  return {
    AS: PDFName.of('Off'),
    AP: context.obj({ N: context.obj(states) }),
    MK: context.obj({ CA: PDFString.of(caption) }),
    DA: PDFString.of(`/ZaDb 0 Tf ${INK} rg`),
  };
}

function placeCheck(placing: Placing, place: FieldPlace, name: string, label: string): void {
  replaceLink(placing, place, {
    ...buttonKeys(placing, place, 'tick', 'Yes'),
    FT: PDFName.of('Btn'),
    T: textString(name),
    TU: textString(label),
    V: PDFName.of('Off'),
  });
}

/** A radio group is a real parent field; its buttons carry no name of their own. */
function placeRadios(placing: Placing, places: FieldPlace[], widget: RadioWidget): PDFRef {
  const { context } = placing;
  const parent = context.nextRef();
  const kids: PDFRef[] = [];
  for (const place of places) {
    const label = widget.choices.find(({ state }) => state === place.state)?.label ?? widget.label;
    kids.push(place.ref);
    replaceLink(placing, place, {
      ...buttonKeys(placing, place, 'dot', place.state ?? ''),
      TU: textString(label),
      Parent: parent,
    });
  }
  const group = context.obj({ FT: 'Btn', Ff: FLAGS.radio, V: 'Off' });
  put(group, 'T', textString(widget.name));
  put(group, 'TU', textString(widget.label));
  put(group, 'Kids', context.obj(kids));
  context.assign(parent, group);
  return parent;
}

/**
 * Turns the placeholders into form fields. Every place becomes a widget, also one that a page break
 * cut in two: the facts read back from the file tell that, and the author is told.
 */
export function addFields(draft: Draft, input: FieldInput): void {
  if (draft.places.size === 0) return;
  const { context, catalog } = draft.document;
  const placing: Placing = { context, draft, input, appearances: createAppearances(context) };
  const placesOf = (name: string) =>
    [...draft.places.values()].filter((place) => place.name === name);
  const fields = input.widgets.flatMap((widget): PDFRef[] => {
    const places = placesOf(widget.name);
    if (widget.kind === 'radio')
      return places.length > 0 ? [placeRadios(placing, places, widget)] : [];
    for (const place of places) {
      if (widget.kind === 'text') placeText(placing, place, widget);
      else placeCheck(placing, place, widget.name, widget.label);
    }
    return places.map(({ ref }) => ref);
  });
  const { plain, enlarged } = input.font;
  const fonts = context.obj({ [TYPED_FONTS.plain]: embedFieldFont(context, plain) });
  if (input.textPt > AUTOMATIC_PT) {
    put(fonts, TYPED_FONTS.enlarged, embedFieldFont(context, enlarged));
  }
  const form = context.obj({});
  put(form, 'Fields', context.obj(fields));
  put(form, 'DR', context.obj({ Font: fonts }));
  put(form, 'DA', PDFString.of(`/${TYPED_FONTS.plain} ${input.textPt} Tf ${INK} rg`));
  put(catalog, 'AcroForm', context.register(form));
}
