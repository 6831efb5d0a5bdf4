import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/model/manifest.ts';
import type { Answers } from '../../templates/client/answers.ts';
import { fillPdf } from '../../templates/client/pdf-answers/fill-pdf.ts';
import { formOf, listFields, stateOf } from '../../templates/client/pdf-answers/form-fields.ts';
import { numberIn } from '../../templates/client/pdf-answers/pdf-values.ts';
import { readPdf } from '../../templates/client/pdf-answers/read-pdf.ts';
import { openRealBuild } from '../build/real-build.ts';
import { answersIn, fillWithPdfJs, inkIn } from '../pdf/fill-in.ts';
import { longAnswer } from '../pdf/long-answer.ts';
import { readPdf as look } from '../pdf/open-pdf.ts';

const MULTILINE = 1 << 12;
const out = await openRealBuild();
const manifest = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')) as Manifest;
const prints = manifest.worksheets
  .filter(({ fields, private: isPrivate }) => !isPrivate && fields.length > 0)
  .flatMap(({ slug, files }) =>
    files
      .filter(({ paper, edition }) => paper === 'a4' && /standard|large/.test(edition))
      .map((file) => ({ slug, ...file })),
  );

function load(slug: string, edition = 'standard'): Promise<Uint8Array> {
  const file = prints.find((print) => print.slug === slug && print.edition === edition);
  return readFile(path.join(out, file?.path ?? `no ${edition} print of ${slug}`));
}

/** An answer for every field of a file: words with marks and a second line, another button each time. */
async function answerAll(bytes: Uint8Array): Promise<Answers> {
  const document = await PDFDocument.load(bytes);
  const form = formOf(document);
  const fields = form ? listFields(form) : [];
  return new Map(
    fields.map(({ name, kind, dict, widgets }, index) => {
      const states = widgets.map(stateOf);
      if (kind === 'Btn') return [name, states[index % states.length] ?? ''];
      const isLong = (numberIn(dict, 'Ff') & MULTILINE) !== 0;
      return [name, isLong ? `Café “${index}” – 3 €\nand a second line` : `Zoë ${index}`];
    }),
  );
}

describe('a PDF with the answers of the page', () => {
  it('can be made of every sheet but the private ones', () => {
    expect(prints.length).toBeGreaterThanOrEqual(2 * 28);
  });

  it.each(prints)('holds every one of them, as PDF.js reads it: $slug, $edition', async (print) => {
    const bytes = await load(print.slug, print.edition);
    const answers = await answerAll(bytes);
    expect(answers.size).toBeGreaterThan(2);
    const filled = await fillPdf(bytes, answers);
    expect(filled.homeless).toEqual([]);
    expect(await answersIn(filled.bytes)).toEqual(Object.fromEntries(answers));
    expect(await readPdf(filled.bytes)).toMatchObject({ ok: true, answers });
  });

  it.each(prints)('is the blank file in all else: $slug, $edition', async (print) => {
    const bytes = await load(print.slug, print.edition);
    const filled = await fillPdf(bytes, await answerAll(bytes));
    const [blank, full] = [await look(bytes), await look(filled.bytes)];
    expect(full.pages.map(({ structure }) => structure)).toEqual(
      blank.pages.map(({ structure }) => structure),
    );
    expect(full.pages.map(({ texts }) => texts)).toEqual(blank.pages.map(({ texts }) => texts));
    const names = ({ pages }: typeof blank) =>
      pages.flatMap(({ annotations }) =>
        annotations.map(({ fieldName, alternativeText }) => [fieldName, alternativeText]),
      );
    expect(names(full)).toEqual(names(blank));
  });
});

describe('the pictures of answers', () => {
  let blank: Uint8Array;
  let lines: string;
  beforeAll(async () => {
    blank = await load('what-this-did-to-me');
    const fields = listFields(formOf(await PDFDocument.load(blank)) ?? expect.fail('no form'));
    lines = fields.find(({ dict }) => (numberIn(dict, 'Ff') & MULTILINE) !== 0)?.name ?? '';
  });

  it('show in every viewer, a long one smaller than a short one', async () => {
    const words = await fillPdf(blank, new Map([[lines, longAnswer(100)]]));
    const more = await fillPdf(blank, new Map([[lines, longAnswer(500)]]));
    const empty = await inkIn(blank, lines);
    expect(await inkIn(words.bytes, lines)).toBeGreaterThan(empty + 200);
    expect(await inkIn(more.bytes, lines)).toBeGreaterThan(await inkIn(words.bytes, lines));
    expect([words.shortfalls, more.shortfalls]).toEqual([[], []]);
  });

  it('are told of by name where paper has no room for all, and the file keeps all', async () => {
    const answers: Answers = new Map([[lines, longAnswer(6000)]]);
    const { bytes, shortfalls } = await fillPdf(blank, answers);
    expect(shortfalls).toEqual([{ name: lines, why: 'room' }]);
    expect(await readPdf(bytes)).toMatchObject({ answers });
  });

  it('are told of by name where the font has no letter, and the file keeps it', async () => {
    const answers: Answers = new Map([[lines, 'Łódź и 😀']]);
    const { bytes, shortfalls } = await fillPdf(blank, answers);
    expect(shortfalls).toEqual([{ name: lines, why: 'letters', letters: ['Ł', 'ź', 'и', '😀'] }]);
    expect(await readPdf(bytes)).toMatchObject({ answers });
  });
});

describe('a PDF that is opened on the page', () => {
  it('gives what a viewer put into it', async () => {
    const bytes = await load('trust-snapshot');
    const answers = await answerAll(bytes);
    const byViewer = Object.fromEntries(
      [...answers].map(([name, answer]) => (answer === 'Yes' ? [name, true] : [name, answer])),
    );
    const buttons = Object.fromEntries(
      [...answers].map(([name, answer]) => [`${name}=${answer}`, true as const]),
    );
    const filled = await fillWithPdfJs(bytes, { ...byViewer, ...buttons });
    expect(await readPdf(filled)).toMatchObject({ ok: true, answers });
  });

  it('is refused in words of its own when there is nothing to read in it', async () => {
    const without = await PDFDocument.create();
    without.addPage();
    expect(await readPdf(new TextEncoder().encode('no PDF'))).toEqual({
      ok: false,
      why: 'not-pdf',
    });
    expect(await readPdf(await without.save())).toEqual({ ok: false, why: 'no-fields' });
  });

  it('is read once in every part, however its fields stand below each other', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    const { context, catalog } = document;
    const words = (text: string) => PDFString.of(text);
    const leaf = { T: words('__proto__'), FT: 'Tx', V: words('still read') };
    let field = context.register(context.obj(leaf));
    for (let depth = 0; depth < 40; depth++) {
      field = context.register(context.obj({ T: words('a'), Kids: [field, field] }));
    }
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field, field] }));
    const name = `${'a.'.repeat(40)}__proto__`;
    expect(await readPdf(await document.save())).toMatchObject({
      names: [name],
      answers: new Map([[name, 'still read']]),
    });
  });
});
