import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow, PROJECT_ROOT, type Run, runBuild } from './run-build.ts';
import { manifestOf } from './site-files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

let content: string;
let out: string;
let before: Map<string, Buffer>;
let quiet: Run;

/** Writes other words into a file of the content. */
async function change(file: string, from: string, to: string): Promise<void> {
  const full = path.join(content, file);
  const text = await readFile(full, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say "${from}"`);
  await writeFile(full, text.replace(from, to));
}

beforeAll(async () => {
  const folder = await makeTemporaryFolder();
  [content, out] = [path.join(folder, 'content'), path.join(folder, 'out')];
  await cp(path.join(PROJECT_ROOT, BETTER_SLEEP), content, { recursive: true });
  quiet = await buildOrThrow(content, out, ['--quiet']);
  before = await readTree(out);
});

describe('a quiet build', () => {
  it('says nothing at all when all is well', () => {
    expect(quiet).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a build of one sheet only', () => {
  it('gives what a whole build gives, when nothing else has changed', async () => {
    await change('en/worksheets/wind-down.md', 'What changed?', 'What is better now?');
    await buildOrThrow(content, out, ['--only', 'wind-down']);
    const whole = path.join(path.dirname(out), 'whole');
    await buildOrThrow(content, whole);
    const found = await readTree(out);
    expect(findDifferences(await readTree(whole), found)).toEqual([]);
    expect(findDifferences(before, found)).toContain('pdf/en/sheet-2-a4.pdf');
  });

  it('leaves the PDFs of the other sheets as they were, to the byte', async () => {
    const others = (tree: Map<string, Buffer>) =>
      new Map([...tree].filter(([file]) => file.includes('/sheet-1')));
    const found = others(await readTree(out));
    expect(found.size).toBe(5);
    expect(findDifferences(others(before), found)).toEqual([]);
  });

  it('is refused for a sheet that does not exist, and names those that do', async () => {
    const run = await runBuild(['--content', content, '--out', out, '--only', 'wind-dwon']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatchInlineSnapshot(`
      "--only: there is no worksheet "wind-dwon". There are: sleep-diary, wind-down.
      "
    `);
  });

  it('is refused where there is no earlier build to keep the others of', async () => {
    const empty = path.join(path.dirname(out), 'empty');
    const run = await runBuild(['--content', content, '--out', empty, '--only', 'wind-down']);
    expect(run.code).toBe(2);
    expect(run.stderr.replaceAll(empty, 'EMPTY')).toMatchInlineSnapshot(`
      "--only keeps the other sheets of an earlier build, and EMPTY holds none. Build once without it.
      "
    `);
    expect((await readdir(path.dirname(out))).sort()).toEqual(['content', 'out', 'whole']);
  });

  it('never gives one sheet the file of another, also when they have changed numbers', async () => {
    await change('en/worksheets/sleep-diary.md', 'number: 1', 'number: 2');
    await change('en/worksheets/wind-down.md', 'number: 2', 'number: 1');
    await runBuild(['--content', content, '--out', out, '--only', 'sleep-diary']);
    const tree = await readTree(out);
    const wrong = manifestOf(tree).worksheets.flatMap(({ slug, files }) =>
      files
        .filter(({ path: file, sha256 }) => {
          const bytes = tree.get(file) ?? Buffer.alloc(0);
          return createHash('sha256').update(bytes).digest('hex') !== sha256;
        })
        .map(({ path: file }) => `${slug}: ${file}`),
    );
    expect(wrong).toEqual([]);
  });
});
