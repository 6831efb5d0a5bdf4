import { chmod, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BETTER_SLEEP, PROJECT_ROOT, runCommand } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

/** A copy of a content folder whose fields have lost their ids, and with them their examples. */
async function copyWithoutIds(from: string) {
  const content = path.join(await makeTemporaryFolder(), 'content');
  await cp(path.join(PROJECT_ROOT, from), content, { recursive: true });
  await rm(path.join(content, 'rules.yml'), { force: true });
  const sheets: string[] = [];
  for (const entry of await readdir(content, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.parentPath.endsWith('worksheets')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, withoutIds(withoutExample(text)));
    sheets.push(file);
  }
  return { content, sheets: sheets.sort() };
}

const withoutExample = (text: string) => text.replace(/^example:\n(?: .*\n)+/m, '');

const withoutIds = (text: string) => text.replace(/\{#[\w-]+\}/g, '').replace(/\{#[\w-]+ /g, '{');

const check = (content: string, ...args: string[]) =>
  runCommand('check', ['--content', content, '--write-ids', ...args]);

const textsOf = (files: string[]) => Promise.all(files.map((file) => readFile(file, 'utf8')));

describe.each([BETTER_SLEEP, 'content'])('writing the ids of %s', (from) => {
  it('gives every field its id and changes nothing else, and a second time nothing at all', async () => {
    const { content, sheets } = await copyWithoutIds(from);
    const before = await textsOf(sheets);
    const first = await check(content);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/ no problems\. [1-9]\d* ids written into \d+ files\.\n$/);
    const after = await textsOf(sheets);
    expect(after.map(withoutIds)).toEqual(before);
    expect(after).not.toEqual(before);
    for (const text of after) expect(text).not.toMatch(/^:{2,3}\w+\[.*\](?!\{#)/m);
    expect((await check(content)).stdout).toMatch(/ 0 ids written into 0 files\.\n$/);
    expect(await textsOf(sheets)).toEqual(after);
  });
});

describe('writing ids', () => {
  it('writes nothing anywhere while one file has a problem', async () => {
    const { content, sheets } = await copyWithoutIds(BETTER_SLEEP);
    const chapter = path.join(content, 'en/guide/what-helps.md');
    await writeFile(chapter, (await readFile(chapter, 'utf8')).replace('number:', 'nubmer:'));
    const before = await textsOf(sheets);
    const run = await check(content);
    expect([run.code, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toMatch(
      /what-helps\.md:3:1: unknown key "nubmer"[\s\S]*Nothing was changed/,
    );
    expect(await textsOf(sheets)).toEqual(before);
  });

  it('keeps the mode of a file and leaves no other file, and names the files in JSON', async () => {
    const { content, sheets } = await copyWithoutIds(BETTER_SLEEP);
    const [first = ''] = sheets;
    await chmod(first, 0o640);
    const run = await check(content, '--json');
    expect(JSON.parse(run.stdout)).toEqual({ problems: [], files: expect.arrayContaining(sheets) });
    expect((await stat(first)).mode & 0o777).toBe(0o640);
    const names = sheets.map((file) => path.basename(file)).sort();
    expect((await readdir(path.dirname(first))).sort()).toEqual(names);
  });

  it('does not touch a file that is not UTF-8', async () => {
    const { content, sheets } = await copyWithoutIds(BETTER_SLEEP);
    const [first = ''] = sheets;
    const bytes = Buffer.concat([await readFile(first), Buffer.from('Caf\xe9\n', 'latin1')]);
    await writeFile(first, bytes);
    const run = await check(content);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('this file is not written in UTF-8');
    expect((await readFile(first)).equals(bytes)).toBe(true);
  });
});

describe('the check for a release', () => {
  it('also asks for reviews, on the day that SOURCE_DATE_EPOCH names', async () => {
    const args = ['--content', BETTER_SLEEP, '--release'];
    const run = await runCommand('check', args);
    expect(run.code).toBe(1);
    expect(run.stderr.match(/the key "review" is missing/g)).toHaveLength(3);
    const wrong = await runCommand('check', args, { SOURCE_DATE_EPOCH: 'yesterday' });
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'SOURCE_DATE_EPOCH: expected seconds, found "yesterday".\n',
    ]);
  });
});
