import { type PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { dictOf, put } from '../../../scripts/pdf/values.ts';
import { itemsIn, toDict, toNumber, wordsIn } from './pdf-values.ts';

/** A field of a form: its name, its kind as the PDF calls it, and its boxes on the pages. */
export type FormField = {
  name: string;
  kind: 'Tx' | 'Btn' | 'Ch';
  dict: PDFDict;
  widgets: PDFDict[];
};

/** The form of a document, when it has one. */
export function formOf(document: PDFDocument): PDFDict | undefined {
  return dictOf(document.catalog, 'AcroForm');
}

const KINDS = ['Tx', 'Btn', 'Ch'] as const;

/** What was already read of a form: in a broken file a field may be below several others, or itself. */
type Seen = Set<PDFDict>;

/** The dictionaries below a field. */
function kidsOf(dict: PDFDict): PDFDict[] {
  return itemsIn(dict, 'Kids').flatMap((kid) => toDict(dict, kid) ?? []);
}

/** A field and what is below it. Kids without a name are its boxes (ISO 32000-1, 12.7.3.1). */
function readField(
  dict: PDFDict,
  above: string,
  inherited: string | undefined,
  seen: Seen,
): FormField[] {
  if (seen.has(dict)) return [];
  seen.add(dict);
  const own = wordsIn(dict, 'T');
  const name = [above, own].filter((part) => part !== undefined && part !== '').join('.');
  const kindName = wordsIn(dict, 'FT') ?? inherited;
  const kids = kidsOf(dict);
  const named = kids.filter((kid) => kid.has(PDFName.of('T')));
  if (named.length > 0) return named.flatMap((kid) => readField(kid, name, kindName, seen));
  const kind = KINDS.find((one) => one === kindName);
  if (!kind || name === '') return [];
  return [{ name, kind, dict, widgets: kids.length > 0 ? kids : [dict] }];
}

/** All fields of a form, in its order, each once. */
export function listFields(form: PDFDict): FormField[] {
  const seen: Seen = new Set();
  return itemsIn(form, 'Fields').flatMap((item) => {
    const dict = toDict(form, item);
    return dict ? readField(dict, '', undefined, seen) : [];
  });
}

/** The state that a button gives its field when it is chosen (ISO 32000-1, 12.7.4.2.3). */
export function stateOf(widget: PDFDict): string | undefined {
  const looks = dictOf(widget, 'AP');
  const states = looks && dictOf(looks, 'N');
  const names = states ? states.keys().map((key) => key.decodeText()) : [];
  return names.find((name) => name !== 'Off');
}

/** Sets a key of a dictionary to the name of a state. */
export function putState(dict: PDFDict, key: string, state: string): void {
  put(dict, key, PDFName.of(state));
}

/** The width and height of a box on a page, in pt. */
export function roomOf(widget: PDFDict): { width: number; height: number } {
  const corners = itemsIn(widget, 'Rect').map((item) => toNumber(widget, item) ?? 0);
  const [left = 0, bottom = 0, right = 0, top = 0] = corners;
  return { width: Math.abs(right - left), height: Math.abs(top - bottom) };
}
