import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../scripts/command/options.ts';
import { openScratch } from '../../scripts/command/publish.ts';
import { readTree } from '../build/read-tree.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

/** What an earlier build of this program leaves, as short as can be. */
const MANIFEST = JSON.stringify({
  generator: { name: 'worksheet-press', version: '1', node: 'v24', chromium: 'Chrome/1' },
  articles: [],
  worksheets: [],
  packets: [],
});

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  out = path.join(folder, 'result');
});

/** The files of the result with their words. */
const result = async () =>
  Object.fromEntries([...(await readTree(out))].map(([file, bytes]) => [file, String(bytes)]));

describe('a result in the making', () => {
  it('stands beside the old one and takes its place at the end', async () => {
    await mkdir(out);
    await writeFile(path.join(out, 'manifest.json'), MANIFEST);
    await writeFile(path.join(out, 'old.txt'), 'old');
    const scratch = await openScratch(out, []);
    await scratch.write('manifest.json', MANIFEST);
    await scratch.write('deep/down/new.txt', 'new');
    expect(await result()).toEqual({ 'manifest.json': MANIFEST, 'old.txt': 'old' });
    await scratch.publish();
    expect(await result()).toEqual({ 'manifest.json': MANIFEST, 'deep/down/new.txt': 'new' });
    expect(await readdir(folder)).toEqual(['result']);
  });

  it('stands on the same disk as the place it goes to, so that it moves in one step', async () => {
    const scratch = await openScratch(out, []);
    expect(path.dirname(scratch.dir)).toBe(folder);
    await scratch.discard();
  });

  it('is gone when it is thrown away, and the old one is whole', async () => {
    await mkdir(out);
    await writeFile(path.join(out, 'manifest.json'), MANIFEST);
    const scratch = await openScratch(out, []);
    await scratch.write('new.txt', 'new');
    await scratch.discard();
    expect(await result()).toEqual({ 'manifest.json': MANIFEST });
    expect(await readdir(folder)).toEqual(['result']);
  });

  it('may be thrown away after it was published: nothing happens', async () => {
    const scratch = await openScratch(out, []);
    await scratch.write('manifest.json', MANIFEST);
    await scratch.publish();
    await scratch.discard();
    expect(await result()).toEqual({ 'manifest.json': MANIFEST });
  });

  it('makes the folders above it when they are missing', async () => {
    out = path.join(folder, 'a', 'b', 'result');
    const scratch = await openScratch(out, []);
    await scratch.write('manifest.json', MANIFEST);
    await scratch.publish();
    expect(Object.keys(await result())).toEqual(['manifest.json']);
  });

  it('may go to an empty folder', async () => {
    await mkdir(out);
    const scratch = await openScratch(out, []);
    await scratch.write('manifest.json', MANIFEST);
    await scratch.publish();
    expect(Object.keys(await result())).toEqual(['manifest.json']);
  });
});

describe('a place that is not ours', () => {
  it.each([
    ['other files', { 'thesis.doc': 'years of work' }],
    ['a manifest of another program', { 'manifest.json': '{"start_url": "/"}', 'app.js': 'x' }],
    ['a manifest that is no JSON', { 'manifest.json': 'CACHE MANIFEST', 'app.js': 'x' }],
  ])('is refused and left alone when it holds %s', async (_, files: Record<string, string>) => {
    await mkdir(out);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(out, file), text);
    await expect(openScratch(out, [])).rejects.toThrow(UsageError);
    expect(await result()).toEqual(files);
    expect(await readdir(folder)).toEqual(['result']);
  });

  it.each([
    ['no name at all', ''],
    ['the folder where the command runs', process.cwd()],
    ['a folder above it', path.dirname(process.cwd())],
  ])('is refused when it is %s, whatever stands there', async (_, place) => {
    await expect(openScratch(place, [process.cwd()])).rejects.toThrow(UsageError);
  });

  it('is refused when it holds the content that is built', async () => {
    await mkdir(path.join(out, 'content'), { recursive: true });
    await writeFile(path.join(out, 'manifest.json'), MANIFEST);
    await expect(openScratch(out, [path.join(out, 'content')])).rejects.toThrow(UsageError);
    expect(await readdir(out)).toEqual(['content', 'manifest.json']);
  });

  it('is refused when it is a file', async () => {
    await writeFile(out, 'words');
    await expect(openScratch(out, [])).rejects.toThrow(
      `--out ${out}: expected a folder, found something else.`,
    );
    expect(await readFile(out, 'utf8')).toBe('words');
  });
});
