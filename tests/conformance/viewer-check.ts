import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { answersIn } from '../pdf/fill-in.ts';
import { longAnswer, wordsNotIn } from '../pdf/long-answer.ts';
import { type Annotation, readPdf } from '../pdf/open-pdf.ts';
import type { Findings } from './checks.ts';
import { openInViewer, type PagePoint } from './chromium-viewer.ts';
import { runTool } from './tools.ts';

/** Forms that are filled in of each field: its first and its last; a field may have a hundred boxes. */
const SAMPLE = { first: 1, last: 1 };
/** As long as an answer may be in six ruled lines and more, without a word of it getting lost. */
const LONGEST = 2000;
/** Room that a letter takes at the smallest size that the viewer sets, in square pt. */
const SMALLEST = 30;
/** Letters outside Windows-1252, which the viewer takes from another font. */
const FOREIGN = 'Łódź, žluťoučký, Ωμέγα';

/** One thing to be done in the viewer, and what the file must say afterwards. */
type Step = { at: PagePoint; name: string; typed?: string; expected: string };

/**
 * The files to drive: every kind of field on both papers, in standard and in large print, from the
 * specimen where the build has it; else the fewest sheets in which every kind occurs that it has.
 */
export function chooseFiles(manifest: Manifest): string[] {
  const shown = (manifest.specimen?.files ?? []).filter(
    ({ names, edition }) => names.length > 0 && edition !== 'short',
  );
  return shown.length > 0 ? shown.map(({ path }) => path) : chooseSheets(manifest);
}

function chooseSheets({ worksheets }: Manifest): string[] {
  const missing = new Set(worksheets.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
  const open = worksheets.filter((sheet) => !sheet.private);
  const chosen: typeof open = [];
  const news = ({ fields }: (typeof open)[number]) =>
    new Set(fields.map(({ kind }) => kind).filter((kind) => missing.has(kind))).size;
  while (missing.size > 0) {
    const [best] = open.toSorted((a, b) => news(b) - news(a));
    if (!best || news(best) === 0) break;
    chosen.push(best);
    for (const { kind } of best.fields) missing.delete(kind);
  }
  const fileOf = (sheet: (typeof open)[number], edition: string) =>
    sheet.files.find((file) => file.paper === 'a4' && file.edition === edition)?.path ?? [];
  return [
    ...chosen.flatMap((sheet) => fileOf(sheet, 'standard')),
    ...chosen.slice(0, 1).flatMap((sheet) => fileOf(sheet, 'large')),
  ];
}

/** The names that are filled in: of each field some, and all where the fields are not known. */
export function toSample(fields: readonly { names: readonly string[] }[]): Set<string> {
  const { first, last } = SAMPLE;
  return new Set(fields.flatMap(({ names }) => [...names.slice(0, first), ...names.slice(-last)]));
}

const areaOf = ({ rect: [left, bottom, right, top] }: Annotation) =>
  (right - left) * (top - bottom);

/** What to type into each text field: the largest one gets a long answer. */
function typedInto(texts: Annotation[], isForeign: boolean): Map<string, string> {
  const lines = texts.filter(({ multiLine }) => multiLine);
  const largest = lines.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  const other = texts.find((one) => one !== largest && one.textAlignment !== 1);
  const answerTo = (one: Annotation, index: number) => {
    if (one === largest) return longAnswer(Math.min(LONGEST, Math.floor(areaOf(one) / SMALLEST)));
    if (one === other && isForeign) return FOREIGN;
    return one.textAlignment === 1 ? '7' : `answer ${index}`;
  };
  return new Map(texts.map((one, index) => [one.fieldName ?? '', answerTo(one, index)]));
}

/** The fields of a sample: text typed in, boxes ticked, the last button of a group chosen. */
function planSteps(
  pages: { annotations: Annotation[] }[],
  sample: ReadonlySet<string>,
  isForeign: boolean,
): Step[] {
  const widgets = pages.flatMap(({ annotations }, page) =>
    annotations.flatMap((one) => (sample.has(one.fieldName ?? '') ? [{ one, page }] : [])),
  );
  const typed = typedInto(
    widgets.flatMap(({ one }) => (one.fieldType === 'Tx' ? [one] : [])),
    isForeign,
  );
  const steps = widgets.map(({ one, page }): Step => {
    const [left, bottom, right, top] = one.rect;
    const at = { page, x: (left + right) / 2, y: (bottom + top) / 2 };
    const name = one.fieldName ?? '';
    const words = typed.get(name);
    if (words !== undefined) return { at, name, typed: words, expected: words };
    return { at, name, expected: one.radioButton ? (one.buttonValue ?? '') : 'Yes' };
  });
  return steps.filter(({ name }, index) => index === steps.findLastIndex((s) => s.name === name));
}

/**
 * Chromium's own viewer fills in a file by mouse and keyboard and saves it; PDF.js reads the copy.
 * With foreign letters in it the copy is no longer PDF/UA: the viewer does not embed their font.
 */
export async function checkViewer(
  browser: Browser,
  path: string,
  copy: string,
  { sample, isForeign }: { sample: ReadonlySet<string>; isForeign: boolean },
): Promise<Findings> {
  const steps = planSteps((await readPdf(await readFile(path))).pages, sample, isForeign);
  const viewer = await openInViewer(browser, path);
  try {
    for (const { at, name, typed } of steps) {
      const done = typed === undefined ? viewer.click(at) : viewer.type(at, typed);
      await done.catch((cause) => {
        throw new Error(`${path}: ${name} on page ${at.page + 1} took no words`, { cause });
      });
    }
    await writeFile(copy, await viewer.save());
  } finally {
    await viewer.close();
  }
  const found = await answersIn(await readFile(copy));
  const wrong = steps.filter(({ name, expected }) => found[name] !== expected);
  const page = (await runTool('pdftotext', ['-layout', copy, '-'])).stdout;
  const lost = steps.flatMap(({ typed }) => wordsNotIn(page, typed ?? ''));
  return [
    ...(steps.length === 0 ? [`${path}: no field to fill in`] : []),
    ...wrong.map(({ name, expected }) => `${path}: ${name} is "${found[name]}", not "${expected}"`),
    ...(lost.length > 0 ? [`${path}: not on the page: ${lost.slice(0, 9).join(' ')}`] : []),
  ];
}
