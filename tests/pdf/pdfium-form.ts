import { PDFiumLibrary } from '@hyzyla/pdfium';
import { type Annotation, readPdf } from './open-pdf.ts';

type Pointer = number;

/** The calls of PDFium's public headers fpdf_formfill.h, fpdf_flatten.h and fpdf_text.h used here. */
type PdfiumCalls = {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): Pointer; free(at: Pointer): void };
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FORM_OnAfterLoadPage(page: Pointer, form: Pointer): void;
  _FORM_OnFocus(form: Pointer, page: Pointer, modifier: number, x: number, y: number): number;
  _FORM_OnChar(form: Pointer, page: Pointer, code: number, modifier: number): number;
  _FORM_SelectAllText(form: Pointer, page: Pointer): number;
  _FORM_GetFocusedText(form: Pointer, page: Pointer, at: Pointer, bytes: number): number;
  _FORM_ForceToKillFocus(form: Pointer): number;
  _FPDFPage_Flatten(page: Pointer, use: number): number;
  _FPDFText_LoadPage(page: Pointer): Pointer;
  _FPDFText_ClosePage(text: Pointer): void;
  _FPDFText_CountChars(text: Pointer): number;
  _FPDFText_GetUnicode(text: Pointer, index: number): number;
  _FPDFText_GetCharBox(text: Pointer, index: number, ...sides: Pointer[]): number;
};

/** The library keeps these to itself; only its own form filling is left out of its interface. */
type OpenDocument = { module: PdfiumCalls; documentIdx: Pointer; initializeFormFields(): Pointer };

/** FLAT_PRINT of fpdf_flatten.h: as the page would be printed. */
const FOR_PRINT = 1;
const RETURN = 13;

/** What stands in a field on the printed page: its words, and how high its first letter is, in pt. */
export type PrintedField = { text: string; firstLetterPt: number };

/** What PDFium took of each answer, and what it would print of it. */
export type PdfiumResult = {
  taken: Record<string, string>;
  printed: Record<string, PrintedField>;
};

type FieldAt = { name: string; page: number; rect: Annotation['rect'] };

async function textFields(bytes: Uint8Array): Promise<FieldAt[]> {
  const { pages } = await readPdf(bytes);
  return pages.flatMap(({ annotations }, page) =>
    annotations.flatMap(({ fieldType, fieldName: name = '', rect }) =>
      fieldType === 'Tx' ? [{ name, page, rect }] : [],
    ),
  );
}

/** Clicks into a field, types letter by letter, and gives what the field then holds. */
function typeInto({ module, documentIdx }: OpenDocument, form: Pointer, at: FieldAt, text: string) {
  const page = module._FPDF_LoadPage(documentIdx, at.page);
  module._FORM_OnAfterLoadPage(page, form);
  const [left, bottom, right, top] = at.rect;
  module._FORM_OnFocus(form, page, 0, (left + right) / 2, (bottom + top) / 2);
  for (const letter of text) {
    const code = letter === '\n' ? RETURN : letter.charCodeAt(0);
    module._FORM_OnChar(form, page, code, 0);
  }
  const bytes = module._FORM_GetFocusedText(form, page, 0, 0);
  const held = module.wasmExports.malloc(bytes);
  module._FORM_GetFocusedText(form, page, held, bytes);
  const units = module.HEAPU8.slice(held, held + Math.max(0, bytes - 2));
  module.wasmExports.free(held);
  module._FORM_ForceToKillFocus(form);
  return new TextDecoder('utf-16le').decode(units).replace(/\r\n?/g, '\n');
}

type Letter = { text: string; left: number; right: number; bottom: number; top: number };

/** Every letter of a page as it would be printed, and where it stands. */
function printedLetters({ module, documentIdx }: OpenDocument, number: number): Letter[] {
  const before = module._FPDF_LoadPage(documentIdx, number);
  module._FPDFPage_Flatten(before, FOR_PRINT);
  module._FPDF_ClosePage(before);
  const page = module._FPDF_LoadPage(documentIdx, number);
  const text = module._FPDFText_LoadPage(page);
  const box = module.wasmExports.malloc(32);
  const letters = Array.from({ length: module._FPDFText_CountChars(text) }, (_, index): Letter => {
    module._FPDFText_GetCharBox(text, index, box, box + 8, box + 16, box + 24);
    const view = new DataView(module.HEAPU8.buffer, box, 32);
    const [left = 0, right = 0, bottom = 0, top = 0] = [0, 8, 16, 24].map((at) =>
      view.getFloat64(at, true),
    );
    const letter = String.fromCodePoint(module._FPDFText_GetUnicode(text, index));
    return { text: letter, left, right, bottom, top };
  });
  module.wasmExports.free(box);
  module._FPDFText_ClosePage(text);
  return letters;
}

/**
 * What of a page's letters stands inside a field: nothing outside of it is printed. A letter counts
 * when all of its height and half of its width are inside: PDF.js leaves the first letter of a line
 * out of its sums (`_splitLine`), so that the last one may stick out.
 */
function lettersInside(
  letters: Letter[],
  [left, bottom, right, top]: FieldAt['rect'],
): PrintedField {
  const inside = letters.filter((one) => {
    const middle = (one.left + one.right) / 2;
    return middle >= left && middle <= right && one.bottom >= bottom && one.top <= top;
  });
  const first = inside.find(({ text }) => /\S/.test(text));
  return {
    text: inside.map(({ text }) => text).join(''),
    firstLetterPt: first ? first.top - first.bottom : 0,
  };
}

async function work<Result>(
  bytes: Uint8Array,
  job: (document: OpenDocument) => Result,
): Promise<Result> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    return job(document as unknown as OpenDocument);
  } finally {
    document.destroy();
    library.destroy();
  }
}

function printFields(document: OpenDocument, fields: FieldAt[]): Record<string, PrintedField> {
  const pages = new Map(
    [...new Set(fields.map(({ page }) => page))].map((page) => [
      page,
      printedLetters(document, page),
    ]),
  );
  return Object.fromEntries(
    fields.map(({ name, page, rect }) => [name, lettersInside(pages.get(page) ?? [], rect)]),
  );
}

/** Types into fields as the viewer of Chrome does, and prints. */
export async function typeWithPdfium(
  bytes: Uint8Array,
  answers: Record<string, string>,
): Promise<PdfiumResult> {
  const fields = await textFields(bytes);
  return work(bytes, (document) => {
    const form = document.initializeFormFields();
    const taken = Object.fromEntries(
      fields.flatMap((field) => {
        const text = answers[field.name];
        return text === undefined ? [] : [[field.name, typeInto(document, form, field, text)]];
      }),
    );
    return { taken, printed: printFields(document, fields) };
  });
}

/** What a file that is filled in already shows in its fields when it is printed. */
export async function printedFields(bytes: Uint8Array): Promise<Record<string, PrintedField>> {
  const fields = await textFields(bytes);
  return work(bytes, (document) => printFields(document, fields));
}
