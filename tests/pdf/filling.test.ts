import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersIn, fillWithPdfJs, inkIn } from './fill-in.ts';
import { type PdfReading, readPdf, structureNodes } from './open-pdf.ts';
import { loadSleepSheet, usePress } from './press.ts';

const own = usePress();
const WORDS = 'Two owls – and “rain”, 3 € lost';

let diary: Uint8Array;
let windDown: Uint8Array;

beforeAll(async () => {
  diary = (await own.press.print(await loadSleepSheet('sleep-diary'), 'standard')).bytes;
  windDown = (await own.press.print(await loadSleepSheet('wind-down'), 'standard')).bytes;
});

const rolesOf = ({ pages }: PdfReading) =>
  pages.flatMap(({ structure }) => [...structureNodes(structure)].map(({ node }) => node.role));

describe('an empty sheet', () => {
  it('has nothing filled in', async () => {
    expect([await answersIn(diary), await answersIn(windDown)]).toEqual([{}, {}]);
  });
});

describe('letters that are typed', () => {
  it('are as large as the text of the sheet on ruled lines, in both prints', async () => {
    const place = await loadSleepSheet('wind-down');
    for (const [edition, size] of [['standard', 12] as const, ['large', 18] as const]) {
      const { pages } = await readPdf((await own.press.print(place, edition)).bytes);
      const lines = pages
        .flatMap(({ annotations }) => annotations)
        .find(({ fieldName }) => fieldName === 'changed');
      const found = lines?.defaultAppearanceData?.fontSize ?? 0;
      expect([edition, found > size - 1 && found <= size]).toEqual([edition, true]);
    }
  });

  it('are never larger than their box is high', async () => {
    const files = [diary, windDown];
    const readings = await Promise.all(files.map((bytes) => readPdf(bytes)));
    const texts = readings
      .flatMap(({ pages }) => pages.flatMap(({ annotations }) => annotations))
      .filter(({ fieldType }) => fieldType === 'Tx');
    const tooLarge = texts.filter(({ rect: [, bottom, , top], defaultAppearanceData }) => {
      return (defaultAppearanceData?.fontSize ?? 99) > top - bottom;
    });
    expect(texts).toHaveLength(8);
    expect(tooLarge.map(({ fieldName }) => fieldName)).toEqual([]);
  });
});

describe('a sheet filled in with PDF.js, the reader of Firefox', () => {
  let filled: Uint8Array;
  let other: Uint8Array;

  beforeAll(async () => {
    filled = await fillWithPdfJs(diary, {
      light: '22:30',
      'rested=step-3': true,
      'nights-2-2': 'About seven',
      awake: `${WORDS}\nand a second line`,
    });
    other = await fillWithPdfJs(windDown, {
      'try-a-warm-bath': true,
      'try-other': true,
      'try-other-words': 'counting sheep',
      'go-on=step-4': true,
    });
  });

  it('keeps what was written in a blank, in a table, and on lines', async () => {
    const answers = await answersIn(filled);
    expect([answers['light'], answers['nights-2-2']]).toEqual(['22:30', 'About seven']);
    expect(String(answers['awake']).replace(/\r\n?/g, '\n')).toBe(`${WORDS}\nand a second line`);
  });

  it('keeps the step that was chosen on a scale, and one step only', async () => {
    expect((await answersIn(filled))['rested']).toBe('step-3');
    const { pages } = await readPdf(filled);
    const steps = pages.flatMap(({ annotations }) =>
      annotations.filter(({ fieldName }) => fieldName === 'rested'),
    );
    expect(steps.map(({ fieldValue }) => fieldValue)).toEqual(Array(6).fill('step-3'));
  });

  it('keeps the boxes that were ticked, the free row and its words, and no others', async () => {
    expect(await answersIn(other)).toEqual({
      'try-a-warm-bath': 'Yes',
      'try-other': 'Yes',
      'try-other-words': 'counting sheep',
      'go-on': 'step-4',
    });
  });

  it('is still tagged as before', async () => {
    expect(rolesOf(await readPdf(filled))).toEqual(rolesOf(await readPdf(diary)));
  });

  it('shows what was typed and chosen, on screen and on paper', async () => {
    const places: [string, string?][] = [['light'], ['nights-2-2'], ['rested', 'step-3']];
    for (const [name, step] of places) {
      const before = await inkIn(diary, name, step);
      expect(await inkIn(filled, name, step)).toBeGreaterThan(before + 10);
    }
    expect(await inkIn(filled, 'rested', 'step-2')).toBe(await inkIn(diary, 'rested', 'step-2'));
  });
});

describe('a sheet filled in with pdf-lib, as a program would', () => {
  it('keeps texts, ticks and steps, to be read by PDF.js', async () => {
    const document = await PDFDocument.load(diary, { updateMetadata: false });
    const form = document.getForm();
    form.getTextField('light').setText('23:00');
    form.getTextField('nights-2-3').setText('Once');
    form.getTextField('awake').setText('A dog.');
    form.getRadioGroup('rested').select('step-5');
    expect(await answersIn(await document.save())).toEqual({
      light: '23:00',
      'nights-2-3': 'Once',
      awake: 'A dog.',
      rested: 'step-5',
    });
  });

  it('keeps a tick', async () => {
    const document = await PDFDocument.load(windDown, { updateMetadata: false });
    document.getForm().getCheckBox('try-dim-the-light').check();
    expect(await answersIn(await document.save())).toEqual({ 'try-dim-the-light': 'Yes' });
  });

  it('offers the steps of a scale by their numbers', async () => {
    const form = (await PDFDocument.load(windDown)).getForm();
    expect(form.getRadioGroup('go-on').getOptions()).toEqual([
      'step-1',
      'step-2',
      'step-3',
      'step-4',
    ]);
  });

  it('has one field for each name and no other', async () => {
    const form = (await PDFDocument.load(diary)).getForm();
    expect(form.getFields().map((field) => field.getName())).toEqual([
      'light',
      'rested',
      'nights-2-2',
      'nights-2-3',
      'awake',
    ]);
  });
});
