import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { lettersIn, lettersOf, readPdf } from '../pdf/open-pdf.ts';
import { findDifferences, readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow, PROJECT_ROOT } from './run-build.ts';
import { fileOf, listAddresses, manifestOf, pathsEnding, textOf } from './site-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const isSpecimen = (file: string) => /^pdf\/specimen/.test(file);

/** Content about sleep that asks for the reference, below a path, with a sheet called specimen. */
async function makeContent(): Promise<string> {
  const content = path.join(await makeTemporaryFolder(), 'content');
  await cp(path.join(PROJECT_ROOT, BETTER_SLEEP), content, { recursive: true });
  const site = path.join(content, 'site.yml');
  const text = await readFile(site, 'utf8');
  await writeFile(site, text.replace('pathPrefix: /', 'pathPrefix: /sub/'));
  await appendFile(site, 'reference: true\n');
  const sheets = path.join(content, 'en/worksheets');
  const sheet = await readFile(path.join(sheets, 'wind-down.md'), 'utf8');
  await writeFile(path.join(sheets, 'specimen.md'), sheet.replace('number: 2', 'number: 9'));
  return content;
}

describe('a site that asks for the reference', () => {
  let content: string;
  let out: string;
  let tree: Map<string, Buffer>;

  beforeAll(async () => {
    content = await makeContent();
    out = path.join(path.dirname(content), 'out');
    await buildOrThrow(content, out);
    tree = await readTree(out);
  });

  it('prints the specimen on both papers in every print, with names of its own', () => {
    const prints = ['', '-large', '-short', '-example'];
    const expected = ['specimen', 'specimen-drawings', 'specimen-private'].flatMap((name) =>
      ['a4', 'letter'].flatMap((paper) =>
        prints.map((print) => `pdf/${name}-${paper}${print}.pdf`),
      ),
    );
    // Nobody is shown a private sheet that is filled in.
    const shown = expected.filter((file) => !/private.*example/.test(file));
    expect(pathsEnding(tree, '.pdf').filter(isSpecimen)).toEqual(shown.sort());
  });

  it('prints it with the name and the address of the site', async () => {
    const letters = lettersIn(await readPdf(tree.get('pdf/specimen-a4.pdf') ?? Buffer.alloc(0)));
    expect(letters).toContain(lettersOf('better-sleep.example/sub/reference'));
    expect(letters).toContain(lettersOf('Better Sleep'));
    expect(letters).not.toContain(lettersOf('example.org/worksheets'));
  });

  it('shows every kind as it is written and as it stands on a page', () => {
    const page = textOf(tree, 'reference/index.html');
    const titles = [...page.matchAll(/<h2 [^>]*id="page_([a-z]+)-\d+"/g)].map((match) => match[1]);
    expect(FIELD_KINDS.filter((kind) => !titles.includes(kind))).toEqual([]);
    expect(page).toContain('<code>::lines[What grew well this year?]{#grew}</code>');
    expect(page).toContain('<textarea class="field__room');
  });

  it('leads from there to every file of it, and to nothing that is not there', () => {
    const addresses = listAddresses(tree).filter(({ file }) => file === 'reference/index.html');
    const files = addresses.map(({ file, address }) => fileOf(address, file, '/sub/'));
    expect(pathsEnding(tree, '.pdf').filter(isSpecimen)).toEqual(
      files.filter((file) => isSpecimen(file) && file.endsWith('.pdf')).sort(),
    );
    const inside = addresses.filter(({ address }) => address.startsWith('/'));
    const dead = inside.filter(({ file, address }) => !tree.has(fileOf(address, file, '/sub/')));
    expect(dead).toEqual([]);
  });

  it('tells nobody of that page: no link, no sitemap, no search, no search engine', async () => {
    const links = listAddresses(tree).filter(({ file }) => file !== 'reference/index.html');
    expect(links.filter(({ address }) => address.includes('reference'))).toEqual([]);
    expect(textOf(tree, 'sitemap.xml')).not.toContain('reference');
    const page = textOf(tree, 'reference/index.html');
    expect(page).not.toContain('data-pagefind-body');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(textOf(tree, 'index.html')).not.toContain('noindex');
  });

  it('lists its files in the manifest, apart from the sheets of the content', () => {
    const { specimen, worksheets } = manifestOf(tree);
    expect(specimen?.files.map((file) => file.path).sort()).toEqual(
      pathsEnding(tree, '.pdf').filter(isSpecimen),
    );
    expect(
      worksheets.flatMap(({ files }) => files).filter(({ path: file }) => isSpecimen(file)),
    ).toEqual([]);
    const names = (name: string) => specimen?.files.find((file) => file.path === name)?.names;
    expect(names('pdf/specimen-a4.pdf')?.slice(0, 3)).toEqual(['name', 'date', 'grew']);
    expect(names('pdf/specimen-a4-short.pdf')?.slice(0, 3)).toEqual(['name', 'date', 'one-line']);
    expect(names('pdf/specimen-private-a4.pdf')).toEqual([]);
  });

  it('keeps it, to the byte, when a single sheet is printed again', async () => {
    await buildOrThrow(content, out, ['--only', 'specimen']);
    expect(findDifferences(tree, await readTree(out))).toEqual([]);
  });
});
