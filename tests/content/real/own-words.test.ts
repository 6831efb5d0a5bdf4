import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReading } from '../../../scripts/content/load.ts';
import { toRuns, toTokens } from '../../../scripts/content/rules/own-words.ts';
import { stretchesOf } from '../../../scripts/content/sentences.ts';
import type { Document } from '../../../scripts/model/document.ts';
import { PROJECT_ROOT } from '../../build/run-build.ts';

/**
 * What the texts here were written from may not be copied, and is not kept here either: only a
 * fingerprint of every eight words in a row is, the first six bytes of their SHA-256, sorted.
 */
const FINGERPRINTS = 'tests/fixtures/own-words/fingerprints.bin';
const BYTES = 6;
const LENGTH = 8;

const known = new Set(
  (await readFile(path.join(PROJECT_ROOT, FINGERPRINTS)))
    .toString('hex')
    .match(new RegExp(`.{${BYTES * 2}}`, 'g')),
);

const isCopied = (run: string) =>
  known.has(createHash('sha256').update(run).digest().subarray(0, BYTES).toString('hex'));

const copiesIn = (text: string) => toRuns(toTokens(text), LENGTH).filter(isCopied);

/** All that is written in a text, also what a made-up couple says. */
function wordsOf(document: Document): string[] {
  const stretches = stretchesOf(document).map(({ text }) => text);
  const summary = 'summary' in document ? [document.summary ?? ''] : [];
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : [],
  );
  const example = document.kind === 'worksheet' ? document.example : undefined;
  const answers = Object.values(example?.answers ?? {})
    .flat(2)
    .map(String);
  return [...stretches, ...summary, ...headings, example?.about ?? '', ...answers];
}

const { book } = await loadReading('content');

describe('the words of the texts', () => {
  it.each(book.documents.map((document) => ({ file: document.file, document })))(
    'are their own, eight in a row: $file',
    ({ document }) => {
      expect(wordsOf(document).flatMap(copiesIn)).toEqual([]);
    },
  );

  it('would be found if they were copied, also with other marks and capitals', () => {
    const copy = 'We think: “Trust, IS often described as the bedrock of most bonds”.';
    expect(copiesIn(copy.replace('described', 'known'))).toEqual([]);
    expect(copiesIn(copy)).toEqual(['trust is often described as the bedrock of']);
  });
});
