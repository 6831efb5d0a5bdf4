import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lettersIn, readPdf } from '../pdf/open-pdf.ts';
import { readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow, PROJECT_ROOT } from './run-build.ts';
import { fileOf, isOutside, listAddresses, manifestOf, pathsEnding, textOf } from './site-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** A copy of the content about sleep that a test may change. */
async function copyContent(): Promise<string> {
  const content = path.join(await makeTemporaryFolder(), 'content');
  await cp(path.join(PROJECT_ROOT, BETTER_SLEEP), content, { recursive: true });
  return content;
}

async function buildTree(
  content: string,
  environment: Record<string, string> = {},
): Promise<Map<string, Buffer>> {
  const out = path.join(path.dirname(content), 'out');
  await buildOrThrow(content, out, [], environment);
  return readTree(out);
}

const WAKING = `---
title: Waking up
number: 3
stage: change
who: sleeper
minutes: 5
pages: {standard: 1, large: 1}
purpose: "Make the first ten minutes of the day kind."
steps: ["Write one line."]
caution: "None."
evidence: {strength: untested, sources: []}
---

::lines[What will I do first?]{#first rows=2}
`;

describe('one Markdown file more', () => {
  let tree: Map<string, Buffer>;

  beforeAll(async () => {
    const content = await copyContent();
    await writeFile(path.join(content, 'en/worksheets/waking-up.md'), WAKING);
    tree = await buildTree(content);
  });

  it('becomes four PDFs', () => {
    expect(pathsEnding(tree, '.pdf').filter((file) => file.includes('sheet-3-'))).toEqual([
      'pdf/en/sheet-3-a4-large.pdf',
      'pdf/en/sheet-3-a4.pdf',
      'pdf/en/sheet-3-letter-large.pdf',
      'pdf/en/sheet-3-letter.pdf',
    ]);
  });

  it('becomes a page that offers the PDFs', () => {
    const page = textOf(tree, 'worksheets/waking-up/index.html');
    const linked = [...page.matchAll(/href="(\/pdf\/[^"]+)"/g)].map((match) => match[1]).sort();
    expect([...new Set(linked)]).toEqual([
      '/pdf/en/sheet-3-a4-large.pdf',
      '/pdf/en/sheet-3-a4.pdf',
      '/pdf/en/sheet-3-letter-large.pdf',
      '/pdf/en/sheet-3-letter.pdf',
    ]);
  });

  it('appears in the list of worksheets and in the manifest', () => {
    expect(textOf(tree, 'worksheets/index.html')).toContain('href="/worksheets/waking-up/"');
    const entry = manifestOf(tree).worksheets.find(({ slug }) => slug === 'waking-up');
    expect(entry).toMatchObject({
      number: 3,
      title: 'Waking up',
      url: '/worksheets/waking-up/',
      fields: [{ id: 'first', kind: 'lines', label: 'What will I do first?', names: ['first'] }],
    });
    expect(entry?.files).toHaveLength(4);
  });

  it('is named as the next sheet on the page and on the paper of the sheet before it', async () => {
    const page = textOf(tree, 'worksheets/wind-down/index.html');
    expect(page).toContain('href="/worksheets/waking-up/"');
    const pdf = await readPdf(tree.get('pdf/en/sheet-2-a4.pdf') ?? Buffer.alloc(0));
    expect(lettersIn(pdf)).toContain('Sheet3,Wakingup');
  });
});

describe('a site that lives under /sub/', () => {
  let tree: Map<string, Buffer>;

  beforeAll(async () => {
    const content = await copyContent();
    const site = path.join(content, 'site.yml');
    const text = await readFile(site, 'utf8');
    const moved = text.replace('pathPrefix: /', 'pathPrefix: /sub/').replace(/^edition:.*\n/m, '');
    await writeFile(site, moved);
    const seconds = Date.UTC(2025, 0, 2, 23, 59) / 1000;
    tree = await buildTree(content, { SOURCE_DATE_EPOCH: String(seconds), TZ: 'Asia/Tokyo' });
  });

  it('begins every internal link and every asset of its pages with /sub/', () => {
    const ofPages = listAddresses(tree).filter(({ file }) => file.endsWith('.html'));
    const inside = ofPages.filter(({ address }) => !isOutside(address) && !address.startsWith('#'));
    expect(inside.length).toBeGreaterThan(30);
    expect(inside.filter(({ address }) => !address.startsWith('/sub/'))).toEqual([]);
  });

  it('has no link and no asset that leads nowhere', () => {
    const inside = listAddresses(tree).filter(({ address }) => !isOutside(address));
    const dead = inside.filter(({ file, address }) => !tree.has(fileOf(address, file, '/sub/')));
    expect(dead).toEqual([]);
  });

  it('writes /sub/ into the addresses of the manifest', () => {
    const { articles, worksheets } = manifestOf(tree);
    expect([...articles, ...worksheets].map(({ url }) => url)).toEqual([
      '/sub/guide/what-helps/',
      '/sub/worksheets/sleep-diary/',
      '/sub/worksheets/wind-down/',
    ]);
  });

  it('dates its PDFs by SOURCE_DATE_EPOCH, in any time zone, when the content has no date', async () => {
    const { info } = await readPdf(tree.get('pdf/en/sheet-1-a4.pdf') ?? Buffer.alloc(0));
    expect([info['CreationDate'], info['ModDate']]).toEqual([
      'D:20250102000000Z',
      'D:20250102000000Z',
    ]);
  });

  it('prints /sub/ in the address of the sheet', async () => {
    const pdf = await readPdf(tree.get('pdf/en/sheet-1-a4.pdf') ?? Buffer.alloc(0));
    expect(lettersIn(pdf)).toContain('better-sleep.example/sub/worksheets/sleep-diary');
  });
});

const DIARY_ES = `---
title: Diario del sueño
number: 1
stage: notice
who: sleeper
minutes: 5
pages: {standard: 1, large: 1}
purpose: "Anota cómo has dormido."
steps: ["Escribe una línea."]
caution: "Ninguna."
evidence: {strength: untested, sources: []}
---

::lines[¿Qué te ha despertado?]{#awake rows=2}
`;

describe('a second language', () => {
  let tree: Map<string, Buffer>;

  beforeAll(async () => {
    const content = await copyContent();
    await mkdir(path.join(content, 'es/worksheets'), { recursive: true });
    await writeFile(path.join(content, 'es/worksheets/sleep-diary.md'), DIARY_ES);
    await writeFile(path.join(content, 'es/strings.yml'), 'stage: "Etapa {number}"\n');
    tree = await buildTree(content);
  });

  it('has its pages under /es/', () => {
    expect(pathsEnding(tree, '.html').filter((file) => file.startsWith('es/'))).toEqual([
      'es/index.html',
      'es/packets/build/index.html',
      'es/search/index.html',
      'es/worksheets/index.html',
      'es/worksheets/sleep-diary/index.html',
    ]);
  });

  it('has its PDFs under pdf/es/, by the same neutral names', () => {
    expect(pathsEnding(tree, '.pdf').filter((file) => file.startsWith('pdf/es/'))).toEqual([
      'pdf/es/sheet-1-a4-large.pdf',
      'pdf/es/sheet-1-a4.pdf',
      'pdf/es/sheet-1-letter-large.pdf',
      'pdf/es/sheet-1-letter.pdf',
    ]);
  });

  it('is the language that its PDFs and its pages say they are in', async () => {
    const pdf = await readPdf(tree.get('pdf/es/sheet-1-a4.pdf') ?? Buffer.alloc(0));
    expect([pdf.info['Language'], pdf.info['Title']]).toEqual(['es', 'Diario del sueño']);
    expect(textOf(tree, 'es/worksheets/sleep-diary/index.html')).toContain('<html lang="es"');
  });

  it('uses the words of its own strings on paper and on its page', async () => {
    const pdf = await readPdf(tree.get('pdf/es/sheet-1-a4.pdf') ?? Buffer.alloc(0));
    expect(lettersIn(pdf)).toContain('Etapa1');
    expect(textOf(tree, 'es/worksheets/sleep-diary/index.html')).toContain('Etapa 1');
  });

  it('is linked with the same page in the first language, both ways', () => {
    expect(textOf(tree, 'worksheets/sleep-diary/index.html')).toContain(
      'href="/es/worksheets/sleep-diary/"',
    );
    expect(textOf(tree, 'es/worksheets/sleep-diary/index.html')).toContain(
      'href="/worksheets/sleep-diary/"',
    );
  });

  it('has its own entry in the manifest', () => {
    const entries = manifestOf(tree).worksheets.map(({ lang, slug, url }) => [lang, slug, url]);
    expect(entries).toEqual([
      ['en', 'sleep-diary', '/worksheets/sleep-diary/'],
      ['en', 'wind-down', '/worksheets/wind-down/'],
      ['es', 'sleep-diary', '/es/worksheets/sleep-diary/'],
    ]);
  });
});

describe('the smallest content folder', () => {
  it('is a name and one chapter; everything else has a default', async () => {
    const content = path.join(await makeTemporaryFolder(), 'content');
    await mkdir(path.join(content, 'en/guide'), { recursive: true });
    await writeFile(path.join(content, 'site.yml'), 'name: Small\n');
    const chapter =
      '---\ntitle: One\nnumber: 1\nsummary: Short.\ntopics: []\nsources: []\n---\n\nWords.\n';
    await writeFile(path.join(content, 'en/guide/one.md'), chapter);
    const tree = await buildTree(content);
    const made = pathsEnding(tree, '.html', '.pdf', '.json');
    expect(made.filter((file) => !file.startsWith('pagefind/'))).toEqual([
      '404.html',
      'guide/index.html',
      'guide/one/index.html',
      'index.html',
      'manifest.json',
      'offline.html',
      'search/index.html',
    ]);
    const inside = listAddresses(tree).filter(({ address }) => !isOutside(address));
    expect(inside.filter(({ file, address }) => !tree.has(fileOf(address, file, '/')))).toEqual([]);
  });
});
