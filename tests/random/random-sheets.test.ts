import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { openSheetPrinter, printAll, type SheetPrinter } from '../../scripts/pdf/print-sheet.ts';
import { checkPdfUa } from '../conformance/checks.ts';
import { findVeraPdf } from '../conformance/tools.ts';
import { knownAttributes } from '../markdown/known-attributes.ts';
import { usePress } from '../pdf/press.ts';
import { type Breach, examine } from './examine.ts';
import { FIELDS } from './fields.ts';
import { RULES } from './rules.ts';
import { sheet } from './sheets.ts';

/** The same sheets every time; another number gives others. */
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_261_122);
/** A few on every change; `npm run test:random` takes 500. */
const COUNT = Number(process.env['RANDOM_SHEETS'] ?? 12);
/** Pages of the browser at once. */
const PAGES = 3;
/** A sheet that takes longer hangs. */
const MOST_MS = 60_000;
/** How long a smaller sheet with the same fault is looked for. */
const SHRINK_MS = 60_000;
/** For so many that fail. */
const MOST_SHRUNK = 3;
/** Share of prints whose authors may be told to change something: pages of them cannot be set well. */
const MOST_REFUSED = 0.05;
/** Of so many sheets, veraPDF looks at the files of so many. */
const SAMPLE = { of: 100, files: 100 };

const own = usePress();

class Hang extends Error {
  override name = 'Hang';
}

/** Ends waiting after a while; what is waited for may go on. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Hang(`took longer than ${MOST_MS} ms`)), MOST_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const show = ({ rule, edition, detail }: Breach) => `${edition ?? 'text'}: ${rule}: ${detail}`;

/** What all sheets came to. */
type Tally = {
  sheets: number;
  crashes: number;
  hangs: number;
  breaches: number;
  /** Editions whose authors are told to change something. */
  refused: string[];
  editions: number;
  files: Uint8Array[];
  failures: string[];
};

const tally: Tally = {
  sheets: 0,
  crashes: 0,
  hangs: 0,
  breaches: 0,
  refused: [],
  editions: 0,
  files: [],
  failures: [],
};

/** Examines the sheet of a number; when it fails, the smallest that is found to fail is told. */
async function examineNumber(index: number, printer: SheetPrinter): Promise<void> {
  const seed = SEED + index;
  let isFirst = true;
  let running: Promise<unknown> = Promise.resolve();
  const property = fc.asyncProperty(sheet, async (text) => {
    const counts = isFirst;
    isFirst = false;
    try {
      const work = examine(text, { press: own.press, printer });
      running = work.catch(() => undefined);
      const { breaches, refused, files } = await inTime(work);
      if (counts) {
        tally.breaches += breaches.length;
        tally.refused.push(...refused);
        tally.editions += refused.length + files.length;
        if (tally.files.length < SAMPLE.files) tally.files.push(...files.map(({ bytes }) => bytes));
      }
      if (breaches.length > 0) throw new BreachError(breaches.slice(0, 6).map(show).join('\n'));
    } catch (error) {
      if (counts && error instanceof Hang) tally.hangs++;
      else if (counts && !(error instanceof BreachError)) tally.crashes++;
      throw error;
    }
  });
  const result = await fc.check(property, {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: SHRINK_MS,
    // Of many that fail, a few small ones are enough.
    endOnFailure: tally.failures.length >= MOST_SHRUNK,
  });
  // The search for a smaller sheet may have ended in the middle of one; its page is needed again.
  await Promise.race([running, new Promise((resolve) => setTimeout(resolve, MOST_MS))]);
  tally.sheets++;
  if (!result.failed) return;
  const [text = ''] = result.counterexample ?? [];
  tally.failures.push(`RANDOM_SEED=${seed} RANDOM_SHEETS=1\n${result.errorInstance}\n${text}`);
}

class BreachError extends Error {
  override name = 'BreachError';
}

/** The attributes that a field is written with, in its first braces. */
const attributesIn = (markdown: string) =>
  [...(/\{#[\w-]+([^}]*)\}/.exec(markdown)?.[1] ?? '').matchAll(/(?:^|\s)([a-z]+)(?==|\s|$)/g)].map(
    (match) => match[1] ?? '',
  );

describe('the maker of random sheets', () => {
  it.each(FIELD_KINDS)('knows "%s", with each of its attributes', (kind) => {
    const written = FIELDS[kind];
    expect(written, `tests/random/fields.ts has no "${kind}"`).toBeDefined();
    const samples = fc.sample(written, { seed: SEED, numRuns: 300 }).map((write) => write('f1'));
    const bare = samples.map((text) => text.replace(/"[^"]*"/g, '""'));
    const seen = new Set(bare.flatMap(attributesIn));
    // `short` is given by the sheet.
    const missing = knownAttributes(kind).filter((name) => name !== 'short' && !seen.has(name));
    expect(missing).toEqual([]);
  });

  it('makes the same sheets every time, and no two alike', () => {
    const [once, again] = [1, 2].map(() => fc.sample(sheet, { seed: SEED, numRuns: 30 }));
    expect(once).toEqual(again);
    expect(new Set(once).size).toBe(30);
  });
});

describe(`${COUNT} random sheets`, () => {
  beforeAll(async () => {
    const { browser } = own.press;
    const printers = await Promise.all(
      Array.from({ length: PAGES }, () => openSheetPrinter(browser)),
    );
    const numbers = Array.from({ length: COUNT }, (_, index) => index);
    await printAll(printers, numbers, examineNumber);
    process.stdout.write(
      `${tally.sheets} random sheets: ${tally.crashes} crashes, ${tally.hangs} hangs, ` +
        `${tally.breaches} breaches of ${Object.keys(RULES).length} rules; of ${tally.editions} prints ` +
        `${tally.refused.length} were refused with a word to their authors\n` +
        tally.refused.map((one) => `  ${one}\n`).join(''),
    );
  }, 7_200_000);

  it('are printed, and each keeps every rule', () => {
    expect(tally.sheets).toBe(COUNT);
    expect(tally.failures.join('\n\n')).toBe('');
  });

  it('are hardly ever refused', () => {
    const most = Math.max(1, tally.editions * MOST_REFUSED);
    expect(tally.refused.length, tally.refused.join('\n')).toBeLessThanOrEqual(most);
  });

  it.skipIf(COUNT < SAMPLE.of)(
    `give PDF/UA-1 files, says veraPDF of a sample (skipped for less than ${SAMPLE.of} sheets)`,
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'random-sheets-'));
      try {
        const paths = tally.files
          .slice(0, SAMPLE.files)
          .map((_, at) => path.join(folder, `${at}.pdf`));
        for (const [at, file] of paths.entries()) {
          await writeFile(file, tally.files[at] ?? new Uint8Array());
        }
        const findings = (await checkPdfUa(await findVeraPdf(), [paths])).flat();
        process.stdout.write(`veraPDF: ${findings.length} of ${paths.length} files failed\n`);
        expect(findings).toEqual([]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    1_800_000,
  );
});
