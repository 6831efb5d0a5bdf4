import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { withPdf } from '../pdf/open-pdf.ts';
import { findDifferences, readTree } from './read-tree.ts';
import { openRealBuild } from './real-build.ts';
import { buildOrThrow, PROJECT_ROOT, type Run } from './run-build.ts';
import { fileOf, isOutside, listAddresses, manifestOf, pathsEnding, textOf } from './site-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

type WrittenText = {
  lang: string;
  shelf: string;
  slug: string;
  number?: string;
  /** What follows the paper in the names of its PDFs. */
  editions: string[];
};

/** Slug and number of every text, read off the files without any of our own code. */
async function listWrittenTexts(): Promise<WrittenText[]> {
  const content = path.join(PROJECT_ROOT, 'content');
  const files = await readdir(content, { recursive: true });
  const texts = files.flatMap((file): Pick<WrittenText, 'lang' | 'shelf' | 'slug'>[] => {
    const [lang = '', shelf = '', name = ''] = file.split(path.sep);
    return name.endsWith('.md') ? [{ lang, shelf, slug: name.replace(/\.md$/, '') }] : [];
  });
  const read = texts.map(async (text) => {
    const file = path.join(content, text.lang, text.shelf, `${text.slug}.md`);
    const source = await readFile(file, 'utf8');
    if (/^draft: true$/m.test(source)) return [];
    // The one private sheet there is has a letter where the others have their number.
    const number = /^private: true$/m.test(source) ? 'a' : /^number: (\d+)$/m.exec(source)?.[1];
    const hasShort = /\{#[^}]*\bshort\b[^}]*\}/.test(source);
    const hasExample = /^example:$/m.test(source);
    const own = [...(hasShort ? ['-short'] : []), ...(hasExample ? ['-example'] : [])];
    return [{ ...text, number, editions: ['', '-large', ...own] }];
  });
  return (await Promise.all(read)).flat();
}

/** Every PDF that a manifest lists. */
const filesIn = ({ worksheets, packets, specimen }: Manifest) => [
  ...worksheets.flatMap(({ files }) => files),
  ...packets.flatMap(({ files }) => files),
  ...(specimen?.files ?? []),
];

const root = (lang: string) => (lang === 'en' ? '' : `${lang}/`);

/** Where the pages of a shelf stand: those of `companions` below the page for counselors. */
function folderOf(shelf: string): string {
  if (shelf === 'pages') return '';
  return shelf === 'companions' ? 'counselors/' : `${shelf}/`;
}

describe('the real content', () => {
  let folder: string;
  let run: Run;
  let tree: Map<string, Buffer>;
  let otherTree: Map<string, Buffer>;
  let manifest: Manifest;
  let texts: WrittenText[];

  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    texts = await listWrittenTexts();
    tree = await readTree(await openRealBuild());
    manifest = manifestOf(tree);
    const copy = path.join(folder, 'a copy/of the content');
    await cp(path.join(PROJECT_ROOT, 'content'), copy, { recursive: true });
    run = await buildOrThrow(copy, path.join(folder, 'deep down/another'), ['--jobs', '2'], {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'C',
    });
    otherTree = await readTree(path.join(folder, 'deep down/another'));
  }, 600_000);

  it('gives two PDFs for each edition of a worksheet and of a packet, with names that tell nothing', () => {
    const sheets = texts.filter(({ shelf }) => shelf === 'worksheets');
    const packets = texts.filter(({ shelf }) => shelf === 'packets');
    const filesOf = (name: string, editions: string[]) =>
      editions.flatMap((edition) =>
        ['a4', 'letter'].map((paper) => `pdf/${name}-${paper}${edition}.pdf`),
      );
    const expected = [
      ...sheets.flatMap(({ lang, number, editions }) =>
        filesOf(`${lang}/sheet-${number}`, editions),
      ),
      ...packets.flatMap(({ lang, number }) => filesOf(`${lang}/packet-${number}`, ['', '-large'])),
    ];
    expect(expected.length).toBeGreaterThanOrEqual(36);
    const made = pathsEnding(tree, '.pdf').filter((file) => !/^pdf\/specimen/.test(file));
    expect(made).toEqual(expected.sort());
  });

  it('gives a page for each text, the lists, the search, a home page and a page for wrong addresses', () => {
    const expected = [
      '404.html',
      'offline.html',
      ...texts.map(({ lang }) => `${root(lang)}index.html`),
      ...texts
        .filter(({ shelf }) => shelf !== 'pages')
        .map(({ lang, shelf }) => `${root(lang)}${folderOf(shelf)}index.html`),
      ...texts.map(({ lang }) => `${root(lang)}search/index.html`),
      ...texts.map(({ lang }) => `${root(lang)}packets/build/index.html`),
      'reference/index.html',
      ...texts
        .filter(({ shelf, slug }) => shelf !== 'pages' || slug !== 'home')
        .map(({ lang, shelf, slug }) => `${root(lang)}${folderOf(shelf)}${slug}/index.html`),
    ];
    expect(pathsEnding(tree, '.html')).toEqual([...new Set(expected)].sort());
  });

  it('carries the words of every license that asks for it, once', () => {
    const text = textOf(tree, 'assets/licenses.txt');
    for (const name of ['@cantoo/pdf-lib', '@fontsource/source-serif-4', 'fflate']) {
      expect(text.split(`${name} `)).toHaveLength(2);
    }
    expect(text).toContain('The above copyright notice and this permission notice');
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).not.toContain('esbuild');
  });

  it('lists in the manifest exactly the PDFs that it left, each once', () => {
    const listed = filesIn(manifest).map((file) => file.path);
    expect([...listed].sort()).toEqual(pathsEnding(tree, '.pdf'));
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('says of each PDF in the manifest how many bytes it has and by which digest it is known', () => {
    const files = filesIn(manifest);
    const found = files.map(({ path: file }) => {
      const bytes = tree.get(file) ?? Buffer.alloc(0);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { path: file, bytes: bytes.length, sha256 };
    });
    expect(files.map(({ path: file, bytes, sha256 }) => ({ path: file, bytes, sha256 }))).toEqual(
      found,
    );
  });

  it('says of each PDF in the manifest how many pages a reader finds in it', async () => {
    const files = filesIn(manifest);
    const found = await Promise.all(
      files.map(async ({ path: file }) => {
        const bytes = tree.get(file) ?? Buffer.alloc(0);
        return { path: file, pages: await withPdf(bytes, async ({ numPages }) => numPages) };
      }),
    );
    expect(files.map(({ path: file, pages }) => ({ path: file, pages }))).toEqual(found);
  });

  it('leaves a picture of the first page of each worksheet, as large as the manifest says', () => {
    const pictures = [...manifest.worksheets, ...manifest.packets].map(({ picture }) => picture);
    const found = pictures.map((picture) => {
      const png = tree.get(picture.path) ?? Buffer.alloc(24);
      return {
        path: picture.path,
        isPng: png.toString('latin1', 1, 4) === 'PNG',
        widthPx: png.readUInt32BE(16),
        heightPx: png.readUInt32BE(20),
      };
    });
    const said = pictures.map((picture) => ({ ...picture, isPng: true }));
    expect(found).toEqual(said);
  });

  it('lists the chapters in the manifest, each under an address that has a page', () => {
    const chapters = texts.filter(({ shelf }) => shelf === 'guide');
    expect(manifest.articles.map(({ slug }) => slug).sort()).toEqual(
      chapters.map(({ slug }) => slug).sort(),
    );
    const pages = manifest.articles.map(({ url }) => fileOf(url, 'index.html', '/'));
    expect(pages.filter((file) => !tree.has(file))).toEqual([]);
  });

  it('has no date and no time in the manifest, for the same input must give the same file', () => {
    const withoutDigests = JSON.stringify(manifest).replace(/"sha256":"\w+"/g, '');
    expect(withoutDigests).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}/);
  });

  it('leaves nothing beside the result but what stood there before', async () => {
    expect((await readdir(folder)).sort()).toEqual(['a copy', 'deep down']);
    expect(await readdir(path.join(folder, 'deep down'))).toEqual(['another']);
  });

  it('gives the same bytes two at a time or four at once, in any time zone and any folder', () => {
    expect(findDifferences(tree, otherTree)).toEqual([]);
    expect(otherTree.size).toBeGreaterThan(20);
  });

  it('has no link and no asset inside the site that leads nowhere', () => {
    const inside = listAddresses(tree).filter(({ address }) => !isOutside(address));
    const dead = inside.filter(({ file, address }) => !tree.has(fileOf(address, file, '/')));
    expect(inside.length).toBeGreaterThan(50);
    expect(dead).toEqual([]);
  });

  it('says what it is doing, a plain line a step, and where the result is', () => {
    expect(
      run.stdout.replace(/\d+ PDFs and \d+ pages are in .*/, 'N PDFs and N pages are in OUT.'),
    ).toMatchInlineSnapshot(`
      "Reading the content
      Starting the browser
      Printing the sheets
      Building the site
      N PDFs and N pages are in OUT.
      "
    `);
    expect(run.stderr).toBe('');
  });
});
