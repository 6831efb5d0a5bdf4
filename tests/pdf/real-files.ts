import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import { inEdition } from '../../scripts/model/editions-of.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { openRealBuild } from '../build/real-build.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';
import { type Annotation, type PdfReading, readPdf } from './open-pdf.ts';

/** Every sheet of the real content. */
export const SLUGS = readdirSync(path.join(PROJECT_ROOT, 'content/en/worksheets')).map((file) =>
  file.replace(/\.md$/, ''),
);
export const PAPERS = ['a4', 'letter'] as const;
export const EDITIONS = ['standard', 'large', 'short', 'example'] as const;
const textOf = (slug: string) =>
  readFileSync(path.join(PROJECT_ROOT, `content/en/worksheets/${slug}.md`), 'utf8');
/** Sheets that are filled in with a pen only, as their authors wrote it. */
export const PRIVATE_SLUGS = SLUGS.filter((slug) => /^private: true$/m.test(textOf(slug)));
/** Every file that a build makes of them; nobody is shown a private sheet that is filled in. */
export const FILES = SLUGS.flatMap((slug) =>
  EDITIONS.filter((edition) => edition !== 'example' || !PRIVATE_SLUGS.includes(slug)).flatMap(
    (edition) => PAPERS.map((paper) => ({ slug, edition, paper })),
  ),
);

/** Whether a file has fields to type in: a private sheet has none, and an example is filled in. */
export const isTypedIn = (slug: string, edition: string): boolean =>
  edition !== 'example' && !PRIVATE_SLUGS.includes(slug);

export const PT_PER_MM = 72 / 25.4;
/** Page boxes and the margins of the live area, in mm, as the contract has them. */
export const BOXES = {
  a4: { width: 210, height: 297, side: 20, top: 27 },
  letter: { width: 215.9, height: 279.4, side: 22.95, top: 18.2 },
};

export type SheetEntry = Manifest['worksheets'][number];
export type Opened = {
  /** As much of the sheet as its edition prints. */
  sheet: Worksheet;
  /** Its fields in the manifest, as many as its edition has. */
  fields: SheetEntry['fields'];
  entry: SheetEntry;
  bytes: Buffer;
  pdf: PdfReading;
};

const opened = new Map<string, Opened>();

beforeAll(async () => {
  const out = await openRealBuild();
  const manifest = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')) as Manifest;
  const { library } = await loadReading(path.join(PROJECT_ROOT, 'content'));
  for (const { slug, edition, paper } of FILES) {
    const whole = library.languages[0]?.worksheets.find((one) => one.slug === slug);
    const sheet = whole && inEdition(whole, edition);
    const entry = manifest.worksheets.find((one) => one.lang === 'en' && one.slug === slug);
    const file = entry?.files.find((one) => one.edition === edition && one.paper === paper);
    if (!sheet || !entry || !file) throw new Error(`${slug} has no ${edition} file for ${paper}`);
    const bytes = await readFile(path.join(out, file.path));
    const fields = entry.fields.filter(
      ({ id, names }) =>
        sheet.fields.some((field) => field.id === id) ||
        names.every((name) => sheet.nameLine && ['name', 'date'].includes(name)),
    );
    const pdf = await readPdf(bytes);
    opened.set(`${slug} ${edition} ${paper}`, { sheet, fields, entry, bytes, pdf });
  }
});

/** One of the real files, opened and read. */
export function open(slug: string, edition: string, paper: string): Opened {
  const found = opened.get(`${slug} ${edition} ${paper}`);
  if (!found) throw new Error(`${slug} ${edition} ${paper} was not opened`);
  return found;
}

/** Every annotation of a file with its page. */
export function annotationsOf({ pages }: PdfReading): (Annotation & { page: number })[] {
  return pages.flatMap(({ annotations }, page) => annotations.map((one) => ({ ...one, page })));
}

/** Every form field of a file with its page. */
export const widgetsOf = (pdf: PdfReading) =>
  annotationsOf(pdf).filter(({ subtype }) => subtype === 'Widget');
