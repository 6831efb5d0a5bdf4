import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';

/** A field of a form: its name, its kind as the PDF calls it, and its boxes on the pages. */
export type FormField = {
  name: string;
  kind: 'Tx' | 'Btn' | 'Ch';
  dict: PDFDict;
  widgets: PDFDict[];
};

/** The form of a document, when it has one. */
export function formOf(document: PDFDocument): PDFDict | undefined {
  return dictIn(document.catalog, 'AcroForm');
}

/** What stands under a key, references followed. */
export function valueIn(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.context.lookup(dict.get(PDFName.of(key)));
}

/** The dictionary under a key, when there is one. */
export function dictIn(dict: PDFDict, key: string): PDFDict | undefined {
  const value = valueIn(dict, key);
  return value instanceof PDFDict ? value : undefined;
}

/** The text or the name under a key; nothing where there is neither. */
export function wordsIn(dict: PDFDict, key: string): string | undefined {
  const value = valueIn(dict, key);
  if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString) {
    return value.decodeText();
  }
  return undefined;
}

/** The number under a key, 0 where there is none. */
export function numberIn(dict: PDFDict, key: string): number {
  const value = valueIn(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function dictsIn(dict: PDFDict, key: string): PDFDict[] {
  const value = valueIn(dict, key);
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((item) => {
    const found = dict.context.lookup(item);
    return found instanceof PDFDict ? [found] : [];
  });
}

const KINDS = ['Tx', 'Btn', 'Ch'] as const;

/** A field and what is below it. Kids without a name are its boxes (ISO 32000-1, 12.7.3.1). */
function readField(dict: PDFDict, above: string, inherited: string | undefined): FormField[] {
  const own = wordsIn(dict, 'T');
  const name = [above, own].filter((part) => part !== undefined && part !== '').join('.');
  const kindName = wordsIn(dict, 'FT') ?? inherited;
  const kids = dictsIn(dict, 'Kids');
  const named = kids.filter((kid) => kid.has(PDFName.of('T')));
  if (named.length > 0) return named.flatMap((kid) => readField(kid, name, kindName));
  const kind = KINDS.find((one) => one === kindName);
  if (!kind || name === '') return [];
  return [{ name, kind, dict, widgets: kids.length > 0 ? kids : [dict] }];
}

/** All fields of a form, in its order. */
export function listFields(form: PDFDict): FormField[] {
  return dictsIn(form, 'Fields').flatMap((dict) => readField(dict, '', undefined));
}

/** The state that a button gives its field when it is chosen (ISO 32000-1, 12.7.4.2.3). */
export function stateOf(widget: PDFDict): string | undefined {
  const looks = dictIn(widget, 'AP');
  const states = looks && dictIn(looks, 'N');
  const names = states ? states.keys().map((key) => key.decodeText()) : [];
  return names.find((name) => name !== 'Off');
}

/** A text string: plain where it is ASCII, UTF-16 otherwise (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PDFHexString {
  return PDFHexString.fromText(text);
}

/** Sets a key of a dictionary to the name of a state. */
export function putState(dict: PDFDict, key: string, state: string): void {
  dict.set(PDFName.of(key), PDFName.of(state));
}

/** The width and height of a box on a page, in pt. */
export function roomOf(widget: PDFDict): { width: number; height: number } {
  const corners = valueIn(widget, 'Rect');
  const [left = 0, bottom = 0, right = 0, top = 0] =
    corners instanceof PDFArray
      ? corners.asArray().map((item) => toNumber(widget.context, item))
      : [];
  return { width: Math.abs(right - left), height: Math.abs(top - bottom) };
}

function toNumber(context: PDFContext, item: PDFObject): number {
  const value = context.lookup(item);
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
