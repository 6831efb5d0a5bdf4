import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { answersIn } from '../pdf/fill-in.ts';
import { longAnswer, wordsNotIn } from '../pdf/long-answer.ts';
import { type Annotation, readPdf } from '../pdf/open-pdf.ts';
import type { Findings } from './checks.ts';
import { openInViewer, type PagePoint } from './chromium-viewer.ts';
import { runTool } from './tools.ts';

/** Files of a build, below its folder, that are driven instead of the ones that are chosen. */
const NAMED: string[] = [];
/** As long as an answer may be in six ruled lines and more, without a word of it getting lost. */
const LONGEST = 2000;
/** Room that a letter takes at the smallest size that the viewer sets, in square pt. */
const SMALLEST = 30;
/** Letters outside Windows-1252, which the viewer takes from another font. */
const FOREIGN = 'Łódź, žluťoučký, Ωμέγα';

/** One thing to be done in the viewer, and what the file must say afterwards. */
type Step = { at: PagePoint; name: string; typed?: string; expected: string };

/**
 * The files to drive: the fewest in which every kind of field occurs that the build has, and one in
 * large print.
 */
export function chooseFiles({ worksheets }: Manifest): string[] {
  if (NAMED.length > 0) return NAMED;
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

/** Every text field typed into, every box ticked, the last button of every group chosen. */
function planSteps(pages: { annotations: Annotation[] }[], isForeign: boolean): Step[] {
  const widgets = pages.flatMap(({ annotations }, page) =>
    annotations.flatMap((one) => (one.subtype === 'Widget' ? [{ one, page }] : [])),
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
  isForeign: boolean,
): Promise<Findings> {
  const steps = planSteps((await readPdf(await readFile(path))).pages, isForeign);
  const viewer = await openInViewer(browser, path);
  try {
    for (const { at, typed } of steps) {
      if (typed === undefined) await viewer.click(at);
      else await viewer.type(at, typed);
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
