import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ContentFolderError,
  loadDefaultStrings,
  loadLibrary,
  loadReading,
  loadSources,
} from '../../scripts/content/load.ts';
import { worksheet } from './folders.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

describe('a content folder on the disk', () => {
  it('gives every file below it, by path', async () => {
    await write({ 'site.yml': 'a', 'en/worksheets/b.md': 'b', 'en/guide/c.md': 'c' });
    expect(await loadSources(folder)).toEqual([
      { path: 'en/guide/c.md', file: `${folder}/en/guide/c.md`, text: 'c' },
      { path: 'en/worksheets/b.md', file: `${folder}/en/worksheets/b.md`, text: 'b' },
      { path: 'site.yml', file: `${folder}/site.yml`, text: 'a' },
    ]);
  });

  it('keeps hidden files and folders to itself', async () => {
    await write({ 'site.yml': 'a', '.DS_Store': 'x', 'en/.swp': 'x', '.git/HEAD': 'x' });
    expect((await loadSources(folder)).map(({ path: name }) => name)).toEqual(['site.yml']);
  });

  it('may itself stand below a hidden folder', async () => {
    await write({ '.hidden/site.yml': 'a' });
    const sources = await loadSources(path.join(folder, '.hidden'));
    expect(sources.map(({ path: name }) => name)).toEqual(['site.yml']);
  });

  it('is not left by way of a link', async () => {
    await write({ 'site.yml': 'a', 'elsewhere/secret.md': 'x', 'inside/b.md': 'b' });
    await symlink(path.join(folder, 'elsewhere'), path.join(folder, 'inside/away'));
    await symlink(path.join(folder, 'elsewhere/secret.md'), path.join(folder, 'inside/a.md'));
    const sources = await loadSources(path.join(folder, 'inside'));
    expect(sources.map(({ path: name, isLink, text }) => [name, Boolean(isLink), text])).toEqual([
      ['a.md', true, ''],
      ['away', true, ''],
      ['b.md', false, 'b'],
    ]);
  });

  it('is asked for by name when it is not there', async () => {
    const missing = path.join(folder, 'nowhere');
    const error = await loadSources(missing).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ContentFolderError);
    expect((error as Error).message.replace(missing, 'DIR')).toMatchInlineSnapshot(
      `"Expected a folder with content at DIR, found none. Name one with --content DIR."`,
    );
    expect((error as Error).cause).toMatchObject({ code: 'ENOENT' });
  });

  it('is no file', async () => {
    await write({ 'site.yml': 'a' });
    await expect(loadSources(path.join(folder, 'site.yml'))).rejects.toThrow(ContentFolderError);
  });

  it('is read whole when it has no problem', async () => {
    await write({ 'site.yml': 'name: Night\n', 'en/worksheets/a.md': worksheet() });
    const outcome = await loadLibrary(folder);
    expect(outcome).toMatchObject({ ok: true, value: { site: { name: 'Night' } } });
  });

  it('gives every problem of every file, with paths as the author would type them', async () => {
    await write({ 'site.yml': 'nmae: Night\n', 'en/worksheets/a.md': worksheet({}, '[x](b)\n') });
    const outcome = await loadLibrary(folder);
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ file, line }) => `${path.relative(folder, file)}:${line}`)).toEqual([
      'en/worksheets/a.md:16',
      'site.yml:1',
    ]);
  });

  it('is told to want everything when it is empty', async () => {
    const { problems } = await loadReading(folder);
    expect(problems.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "expected at least one worksheet or article, found none",
        "expected site.yml, found none",
      ]
    `);
  });

  it('reads the same when it was written on Windows', async () => {
    const text = worksheet({}, '\n::lines[Why?]{foo}\n');
    await write({ 'site.yml': 'name: Night\r\n', 'en/worksheets/a.md': text });
    const unix = await loadReading(folder);
    await write({ 'en/worksheets/a.md': `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    expect(await loadReading(folder)).toEqual(unix);
  });
});

describe('the program’s own words', () => {
  it('are all words, and none is empty but the one a folder has to fill', async () => {
    const strings = await loadDefaultStrings();
    const empty = Object.keys(strings).filter(
      (key) => typeof strings[key] !== 'string' || strings[key] === '',
    );
    expect(empty).toEqual(['safetyNote']);
  });
});
