import { PDFiumLibrary } from '@hyzyla/pdfium';
import { readPdf, withPdf } from './open-pdf.ts';

/** What is filled in, by the name of the field. */
export type Answers = Record<string, string | true>;

/** Fills a file as Firefox does: `name` for text and ticks, `name=step-3` for a step of a scale. */
export function fillWithPdfJs(bytes: Uint8Array, answers: Answers): Promise<Uint8Array> {
  return withPdf(bytes, async (document) => {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      for (const { id, fieldName, radioButton, buttonValue } of await page.getAnnotations()) {
        const answer = answers[radioButton ? `${fieldName}=${buttonValue}` : fieldName];
        if (answer !== undefined) document.annotationStorage.setValue(id, { value: answer });
      }
    }
    return document.saveDocument();
  });
}

/** Every answer of a file by the name of its field. */
export async function answersIn(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { pages } = await readPdf(bytes);
  const widgets = pages.flatMap(({ annotations }) => annotations);
  const filled = widgets.filter(({ fieldValue }) => fieldValue !== 'Off' && fieldValue !== '');
  return Object.fromEntries(filled.map(({ fieldName, fieldValue }) => [fieldName, fieldValue]));
}

/** How many pixels of ink there are where a field lies, seen through the reader of Chrome. The rules
    to write on are paler than ink: white behind what is typed may cover them. */
export async function inkIn(bytes: Uint8Array, name: string, choice?: string): Promise<number> {
  const { pages } = await readPdf(bytes);
  const found = pages.map(({ annotations }) =>
    annotations.find(
      ({ fieldName, buttonValue }) => fieldName === name && (!choice || buttonValue === choice),
    ),
  );
  const at = found.findIndex((annotation) => annotation !== undefined);
  const field = found[at];
  if (!field) throw new Error(`there is no field "${name}"`);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    const scale = 2;
    const page = document.getPage(at);
    const { data, width, height } = await page.render({
      scale,
      colorSpace: 'Gray',
      render: 'bitmap',
      renderFormFields: true,
    });
    const [left, bottom, right, top] = field.rect.map((value) => Math.round(value * scale));
    let ink = 0;
    for (let y = height - (top ?? 0); y < height - (bottom ?? 0); y++) {
      for (let x = left ?? 0; x < (right ?? 0); x++) if ((data[y * width + x] ?? 255) < 64) ink++;
    }
    return ink;
  } finally {
    document.destroy();
    library.destroy();
  }
}
