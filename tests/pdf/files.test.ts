import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import type { Field } from '../../scripts/model/field.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { buildOrThrow, PROJECT_ROOT } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';
import { listDicts, nameIn, openObjects } from './objects-of.ts';
import {
  type Annotation,
  annotationsInReadingOrder,
  lettersIn,
  lettersOf,
  type OutlineNode,
  type PdfReading,
  readPdf,
  structureNodes,
} from './open-pdf.ts';

const SLUGS = readdirSync(path.join(PROJECT_ROOT, 'content/en/worksheets')).map((file) =>
  file.replace(/\.md$/, ''),
);
const PAPERS = ['a4', 'letter'] as const;
const EDITIONS = ['standard', 'large'] as const;
const FILES = SLUGS.flatMap((slug) =>
  EDITIONS.flatMap((edition) => PAPERS.map((paper) => ({ slug, edition, paper }))),
);

const PT_PER_MM = 72 / 25.4;
/** Page boxes and the margins of the live area, in mm, as the contract has them. */
const BOXES = {
  a4: { width: 210, height: 297, side: 20, top: 27 },
  letter: { width: 215.9, height: 279.4, side: 22.95, top: 18.2 },
};

type SheetEntry = Manifest['worksheets'][number];
type Opened = { sheet: Worksheet; entry: SheetEntry; bytes: Buffer; pdf: PdfReading };

const opened = new Map<string, Opened>();

beforeAll(async () => {
  const out = path.join(await makeTemporaryFolder(), 'result');
  await buildOrThrow('content', out);
  const manifest = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')) as Manifest;
  const { library } = await loadReading(path.join(PROJECT_ROOT, 'content'));
  for (const { slug, edition, paper } of FILES) {
    const sheet = library.languages[0]?.worksheets.find((one) => one.slug === slug);
    const entry = manifest.worksheets.find((one) => one.lang === 'en' && one.slug === slug);
    const file = entry?.files.find((one) => one.edition === edition && one.paper === paper);
    if (!sheet || !entry || !file) throw new Error(`${slug} has no ${edition} file for ${paper}`);
    const bytes = await readFile(path.join(out, file.path));
    opened.set(`${slug} ${edition} ${paper}`, { sheet, entry, bytes, pdf: await readPdf(bytes) });
  }
});

function open(slug: string, edition: string, paper: string): Opened {
  const found = opened.get(`${slug} ${edition} ${paper}`);
  if (!found) throw new Error(`${slug} ${edition} ${paper} was not opened`);
  return found;
}

/** Every annotation of a file with its page. */
function annotationsOf({ pages }: PdfReading): (Annotation & { page: number })[] {
  return pages.flatMap(({ annotations }, page) => annotations.map((one) => ({ ...one, page })));
}

const widgetsOf = (pdf: PdfReading) =>
  annotationsOf(pdf).filter(({ subtype }) => subtype === 'Widget');

/** Headings as they nest: everything below the title. */
function toHeadingTree(sheet: Worksheet): unknown {
  const root = { title: sheet.title, items: [] as unknown[] };
  const open: { level: number; items: unknown[] }[] = [{ level: 1, items: root.items }];
  for (const block of sheet.blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const node = { title: block.text, items: [] as unknown[] };
    open.at(-1)?.items.push(node);
    open.push({ level: block.level, items: node.items });
  }
  return [root];
}

const titlesOf = (nodes: OutlineNode[]): unknown =>
  nodes.map(({ title, items }) => ({ title, items: titlesOf(items) }));

type Counts = Record<string, number>;

/** What a field adds to the structure tree; counted from its meaning, not from any HTML. */
function countField(field: Field): Counts {
  switch (field.kind) {
    case 'lines':
    case 'blank':
      return { Form: 1 };
    case 'scale': {
      const steps = field.to - field.from + 1;
      return { Form: steps, L: 1, LI: steps };
    }
    case 'checklist': {
      const rows = field.items.length;
      return { Form: rows + (field.other ? 2 : 0), L: 1, LI: rows };
    }
    case 'table': {
      const cells = field.rows.flat();
      const rowHeads = field.rows.filter(([first]) => first?.kind === 'text').length;
      return {
        Form: cells.filter(({ kind }) => kind === 'room').length,
        Table: 1,
        TR: field.rows.length + 1,
        TH: field.columns.length + rowHeads,
        TD: cells.length - rowHeads,
      };
    }
  }
}

/** What the structure tree of a sheet must hold of each role. */
function countSheet(sheet: Worksheet): Counts {
  const headings = sheet.blocks.filter((block) => block.kind === 'heading');
  const prose = sheet.blocks.flatMap((block) =>
    block.kind === 'prose' ? block.parts.map((part) => ('html' in part ? part.html : '')) : [],
  );
  const inProse = (tag: RegExp) => prose.join('').match(tag)?.length ?? 0;
  const counts: Counts = {
    H1: 1,
    H2: headings.filter(({ level }) => level === 2).length,
    H3: headings.filter(({ level }) => level === 3).length,
    L: 1 + inProse(/<[uo]l/g),
    LI: sheet.steps.length + inProse(/<li/g),
    Link: inProse(/<a /g),
    ...{ Form: 0, Table: 0, TR: 0, TH: 0, TD: 0 },
  };
  for (const field of sheet.fields) {
    for (const [role, count] of Object.entries(countField(field))) {
      counts[role] = (counts[role] ?? 0) + count;
    }
  }
  return counts;
}

function countRoles(pdf: PdfReading): Counts {
  const counts: Counts = {};
  for (const { structure } of pdf.pages) {
    for (const { node } of structureNodes(structure)) {
      if (node.role) counts[node.role] = (counts[node.role] ?? 0) + 1;
    }
  }
  return counts;
}

describe.each(FILES)('$slug, $edition print, on $paper', ({ slug, edition, paper }) => {
  it('says its title and its language where readers look for them', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect([pdf.info['Title'], pdf.xmpValues['dc:title']]).toEqual([sheet.title, sheet.title]);
    expect([pdf.info['Language'], pdf.showsTitle]).toEqual(['en', true]);
  });

  it('says that it is tagged, and that it keeps to PDF/UA-1', () => {
    const { pdf } = open(slug, edition, paper);
    expect(pdf.isMarked).toBe(true);
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has an outline of one title with the headings of the sheet below it', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect(titlesOf(pdf.outline)).toEqual(toHeadingTree(sheet));
  });

  it('tags every heading, list, table, cell and field that the sheet has, and no more', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    const expected = countSheet(sheet);
    const found = countRoles(pdf);
    const compared = Object.keys(expected).map((role) => [role, found[role] ?? 0]);
    expect(Object.fromEntries(compared)).toEqual(expected);
  });

  it('has every word in a paragraph, a heading, a list, a table or a link', () => {
    const { pdf } = open(slug, edition, paper);
    const speaking = /^(P|H[1-6]|LI|LBody|TH|TD|Caption|Link|BlockQuote|Code)$/;
    const loose = pdf.pages.flatMap(({ structure }) =>
      [...structureNodes(structure)]
        .filter(({ node }) => node.type === 'content')
        .filter(({ above }) => !above.some((role) => speaking.test(role)))
        .map(({ node, above }) => `${above.join(' > ')} > ${node.id}`),
    );
    expect(loose).toEqual([]);
  });

  it('has every field of the manifest, and no other', () => {
    const { entry, pdf } = open(slug, edition, paper);
    const names = entry.fields.flatMap((field) => field.names);
    expect([...pdf.fieldNames].sort()).toEqual([...names].sort());
  });

  it('gives every field its question, to be said by a screen reader', () => {
    const { entry, pdf } = open(slug, edition, paper);
    const widgets = widgetsOf(pdf);
    const silent = entry.fields.flatMap(({ label, names }) =>
      widgets.filter(
        ({ fieldName, alternativeText }) =>
          names.includes(fieldName ?? '') && !alternativeText?.startsWith(label),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('says something different for each place to fill in', () => {
    const { pdf } = open(slug, edition, paper);
    const labels = widgetsOf(pdf)
      .filter(({ fieldName }) => !fieldName?.endsWith('-words'))
      .map(({ alternativeText }) => alternativeText);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  it('lets the Tab key go through its fields in the order they are read', () => {
    const { entry, pdf } = open(slug, edition, paper);
    for (const page of pdf.pages) {
      expect(page.annotations.map(({ id }) => id)).toEqual(annotationsInReadingOrder(page));
    }
    const names = widgetsOf(pdf).map(({ fieldName }) => fieldName);
    const each = names.filter((name, index) => name !== names[index - 1]);
    expect(each).toEqual(entry.fields.flatMap((field) => field.names));
  });

  it('keeps every field inside the part of the page that both papers share', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height, side, top } = BOXES[paper];
    const [left, right] = [side * PT_PER_MM - 1, (width - side) * PT_PER_MM + 1];
    const [low, high] = [top * PT_PER_MM - 1, (height - top) * PT_PER_MM + 1];
    const outside = widgetsOf(pdf).filter(
      ({ rect: [x1, y1, x2, y2] }) => x1 < left || y1 < low || x2 > right || y2 > high,
    );
    expect(outside.map(({ fieldName, rect }) => [fieldName, rect])).toEqual([]);
  });

  it('keeps all its words, the running foot too, 5 mm from the edge of the paper', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height } = BOXES[paper];
    const margin = 5 * PT_PER_MM;
    const near = pdf.pages.flatMap(({ texts }) =>
      texts.filter(
        ({ x, y }) =>
          x < margin ||
          y < margin ||
          x > width * PT_PER_MM - margin ||
          y > height * PT_PER_MM - margin,
      ),
    );
    expect(near).toEqual([]);
  });

  it('has pages of exactly the size of the paper', () => {
    const { pdf } = open(slug, edition, paper);
    const { width, height } = BOXES[paper];
    for (const { view } of pdf.pages) {
      expect(view.slice(0, 2)).toEqual([0, 0]);
      expect(view[2]).toBeCloseTo(width * PT_PER_MM, 2);
      expect(view[3]).toBeCloseTo(height * PT_PER_MM, 2);
    }
  });

  it('has as many pages as the sheet is allowed', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    expect(pdf.pages.length).toBeLessThanOrEqual(sheet.pages[edition]);
  });

  it('prints every question and every row of the sheet', () => {
    const { sheet, pdf } = open(slug, edition, paper);
    const words = sheet.fields.flatMap((field) => {
      if (field.kind === 'blank') return [];
      const rows = field.kind === 'checklist' ? field.items.map(({ label }) => label) : [];
      const heads = field.kind === 'table' ? field.columns.map(({ label }) => label) : [];
      return [field.label, ...rows, ...heads];
    });
    const printed = lettersIn(pdf);
    expect(words.filter((word) => !printed.includes(lettersOf(word)))).toEqual([]);
  });

  it('has its whole fonts inside, and none that is drawn instead of set', async () => {
    const { bytes } = open(slug, edition, paper);
    const dicts = listDicts(await openObjects(bytes));
    const fonts = dicts.filter((dict) => nameIn(dict, 'Type') === 'Font');
    const kinds = new Set(fonts.map((dict) => nameIn(dict, 'Subtype')));
    expect([...kinds].sort()).toEqual(['CIDFontType2', 'TrueType', 'Type0']);
    const bare = fonts.filter((dict) => {
      const descriptor = dict.lookup(PDFName.of('FontDescriptor'));
      const isEmbedded = descriptor instanceof PDFDict && descriptor.has(PDFName.of('FontFile2'));
      return nameIn(dict, 'Subtype') !== 'Type0' && !isEmbedded;
    });
    expect(bare.map((dict) => nameIn(dict, 'BaseFont'))).toEqual([]);
  });

  it('never scrolls what is typed out of sight', () => {
    const texts = widgetsOf(open(slug, edition, paper).pdf).filter((one) => one.fieldType === 'Tx');
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ doNotScroll }) => !doNotScroll)).toEqual([]);
  });

  it('has no placeholder left where a field should be', () => {
    const links = annotationsOf(open(slug, edition, paper).pdf).filter(
      ({ url, unsafeUrl }) => /^field:/.test(url ?? '') || /^field:/.test(unsafeUrl ?? ''),
    );
    expect(links).toEqual([]);
  });

  it('holds neither a script nor a file nor anything that fetches', async () => {
    const dicts = listDicts(await openObjects(open(slug, edition, paper).bytes));
    const active = ['JS', 'OpenAction', 'AA', 'EmbeddedFiles', 'RichMediaContent', 'XFA'];
    const found = dicts.filter((dict) => active.some((key) => dict.has(PDFName.of(key))));
    const actions = dicts
      .map((dict) => nameIn(dict, 'S'))
      .filter((name) =>
        ['JavaScript', 'Launch', 'SubmitForm', 'GoToR', 'ImportData'].includes(name ?? ''),
      );
    expect([found.length, actions]).toEqual([0, []]);
  });
});

const PAIRS = SLUGS.flatMap((slug) => EDITIONS.map((edition) => ({ slug, edition })));
/** How far the live area moves from A4 to Letter, in points. */
const VECTOR = { x: (22.95 - 20) * PT_PER_MM, y: (18.2 - 27) * PT_PER_MM };

/** Differences of two lists of numbers that should all be one and the same. */
function spread(one: number[], other: number[]): { least: number; most: number } {
  const differences = one.map((value, index) => (other[index] ?? Number.NaN) - value);
  return { least: Math.min(...differences), most: Math.max(...differences) };
}

const allAt = (outline: OutlineNode[]): number[][] =>
  outline.flatMap(({ at, items }) => [at, ...allAt(items)]);

describe.each(PAIRS)('$slug, $edition print, from A4 to Letter', ({ slug, edition }) => {
  const both = () => [open(slug, edition, 'a4').pdf, open(slug, edition, 'letter').pdf] as const;

  it('has every field moved by one and the same step', () => {
    const [a4, letter] = both().map((pdf) => widgetsOf(pdf).map(({ rect }) => rect));
    for (const at of [0, 1, 2, 3] as const) {
      const { least, most } = spread(
        a4?.map((rect) => rect[at]) ?? [],
        letter?.map((rect) => rect[at]) ?? [],
      );
      const step = at % 2 === 0 ? VECTOR.x : VECTOR.y;
      expect([least, most]).toEqual([expect.closeTo(step, 2), expect.closeTo(step, 2)]);
    }
  });

  it('has every word moved by the same step, on the same page', () => {
    const [a4, letter] = both();
    expect(letter.pages.map(({ texts }) => texts.map(({ text }) => text))).toEqual(
      a4.pages.map(({ texts }) => texts.map(({ text }) => text)),
    );
    const texts = (pdf: PdfReading) => pdf.pages.flatMap((page) => page.texts);
    const across = spread(
      texts(a4).map(({ x }) => x),
      texts(letter).map(({ x }) => x),
    );
    const down = spread(
      texts(a4).map(({ y }) => y),
      texts(letter).map(({ y }) => y),
    );
    expect(across.least).toBeCloseTo(VECTOR.x, 2);
    expect(across.most).toBeCloseTo(VECTOR.x, 2);
    expect(down.least).toBeCloseTo(VECTOR.y, 2);
    expect(down.most).toBeCloseTo(VECTOR.y, 2);
  });

  it('has the places that the outline leads to moved by the same step', () => {
    const [a4, letter] = both();
    const [from, to] = [allAt(a4.outline), allAt(letter.outline)];
    const across = spread(
      from.map(([x = 0]) => x),
      to.map(([x = 0]) => x),
    );
    const down = spread(
      from.map(([, y = 0]) => y),
      to.map(([, y = 0]) => y),
    );
    expect(across.least).toBeCloseTo(VECTOR.x, 2);
    expect(across.most).toBeCloseTo(VECTOR.x, 2);
    expect(down.least).toBeCloseTo(VECTOR.y, 2);
    expect(down.most).toBeCloseTo(VECTOR.y, 2);
  });
});
