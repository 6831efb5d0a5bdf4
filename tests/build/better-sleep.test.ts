import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { type PdfReading, readPdf } from '../pdf/open-pdf.ts';
import { readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow } from './run-build.ts';
import { manifestOf, pathsEnding } from './site-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Everything a reader program can find in a PDF, as one text. */
function allWordsOf(pdf: PdfReading): string {
  const { pages, info, xmp, outline, fieldNames } = pdf;
  const annotations = pages.map((page) => page.annotations);
  const texts = pages.map((page) => page.texts.map(({ text }) => text).join(' '));
  return JSON.stringify({ texts, info, xmp, outline, fieldNames, annotations });
}

/** The lines of a text that hold a word, in upper or lower case. */
function linesWith(word: RegExp, file: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => word.test(line));
  return lines.map((line) => `${file}: ${line.trim().slice(0, 120)}`);
}

describe('a content folder about sleep', () => {
  let tree: Map<string, Buffer>;
  let manifest: Manifest;
  let folder: string;

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await buildOrThrow(BETTER_SLEEP, path.join(folder, 'sleep'));
    tree = await readTree(path.join(folder, 'sleep'));
    manifest = manifestOf(tree);
  });

  it('builds its PDFs and pages with no change to the program', () => {
    const made = pathsEnding(tree, '.pdf', '.html', '.json');
    expect(made.filter((file) => !file.startsWith('pagefind/'))).toEqual([
      '404.html',
      'guide/index.html',
      'guide/what-helps/index.html',
      'index.html',
      'manifest.json',
      'offline.html',
      'packets/build/index.html',
      'pdf/en/sheet-1-a4-large.pdf',
      'pdf/en/sheet-1-a4.pdf',
      'pdf/en/sheet-1-letter-large.pdf',
      'pdf/en/sheet-1-letter.pdf',
      'pdf/en/sheet-2-a4-large.pdf',
      'pdf/en/sheet-2-a4.pdf',
      'pdf/en/sheet-2-letter-large.pdf',
      'pdf/en/sheet-2-letter.pdf',
      'search/index.html',
      'worksheets/index.html',
      'worksheets/sleep-diary/index.html',
      'worksheets/wind-down/index.html',
    ]);
  });

  it('uses all five kinds of field between its two sheets', () => {
    const kinds = manifest.worksheets.flatMap(({ fields }) => fields.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual(['blank', 'checklist', 'lines', 'scale', 'table']);
  });

  it('never says "trust" in a page, a stylesheet, a picture or the manifest', () => {
    const found = [...tree]
      .filter(([file]) => !file.endsWith('.pdf'))
      .flatMap(([file, bytes]) => linesWith(/trust/i, file, bytes.toString('latin1')));
    expect(found).toEqual([]);
  });

  it('never says "trust" in a PDF: not in its words, its title, its outline or its fields', async () => {
    const pdfs = await Promise.all(
      pathsEnding(tree, '.pdf').map(async (file) => {
        const pdf = await readPdf(tree.get(file) ?? Buffer.alloc(0));
        return [file, allWordsOf(pdf)] as const;
      }),
    );
    const found = pdfs.flatMap(([file, words]) =>
      [...words.matchAll(/.{0,40}trust.{0,20}/gi)].map((match) => `${file}: ${match[0]}`),
    );
    expect(pdfs.map(([, words]) => /sleep/i.test(words))).not.toContain(false);
    expect(found).toEqual([]);
  });

  it('never speaks of couples or partners, in a page or in a PDF', async () => {
    const words = /\b(couple|couples|partner|partners)\b/i;
    const pages = pathsEnding(tree, '.html', '.json').flatMap((file) =>
      linesWith(words, file, String(tree.get(file))),
    );
    const pdfs = await Promise.all(
      pathsEnding(tree, '.pdf').map(async (file) =>
        linesWith(words, file, allWordsOf(await readPdf(tree.get(file) ?? Buffer.alloc(0)))),
      ),
    );
    expect([...pages, ...pdfs.flat()]).toEqual([]);
  });

  it('uses the stages, the readers and the strengths that its own vocabulary names', () => {
    const page = String(tree.get('worksheets/sleep-diary/index.html'));
    const words = ['Notice', 'You, on your own', 'tested', 'Mornings'];
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });

  it('leaves no scratch folder beside its result', async () => {
    expect(await readdir(folder)).toEqual(['sleep']);
  });

  it('has a manifest that names each sheet with its address, its stage and its fields', () => {
    const told = manifest.worksheets.map(({ slug, number, url, stage, who, fields }) => ({
      slug,
      number,
      url,
      stage,
      who,
      fields: fields.map(({ kind, names }) => `${kind}: ${names.join(' ')}`),
    }));
    expect(told).toMatchInlineSnapshot(`
      [
        {
          "fields": [
            "blank: light",
            "scale: rested",
            "table: nights-2-2 nights-2-3",
            "lines: awake",
          ],
          "number": 1,
          "slug": "sleep-diary",
          "stage": "notice",
          "url": "/worksheets/sleep-diary/",
          "who": "sleeper",
        },
        {
          "fields": [
            "checklist: try-dim-the-light try-put-the-phone-away try-read-on-paper try-a-warm-bath try-slow-breathing try-other try-other-words",
            "blank: begins",
            "blank: tell",
            "lines: changed",
            "scale: go-on",
          ],
          "number": 2,
          "slug": "wind-down",
          "stage": "change",
          "url": "/worksheets/wind-down/",
          "who": "sleeper",
        },
      ]
    `);
  });
});
