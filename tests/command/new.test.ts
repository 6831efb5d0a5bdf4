import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { BETTER_SLEEP, buildOrThrow, PROJECT_ROOT, runCommand } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

let content: string;
const at = (name: string) => path.join(content, name);
const make = (...args: string[]) => runCommand('new', [...args, '--content', content]);

/** What the check says of the folder now, without its table. */
async function check(): Promise<string> {
  const { stdout, stderr } = await runCommand('check', ['--content', content]);
  return stdout.slice(stdout.lastIndexOf('\n', stdout.length - 2) + 1) + stderr;
}

beforeEach(async () => {
  content = path.join(await makeTemporaryFolder(), 'content');
  await cp(path.join(PROJECT_ROOT, BETTER_SLEEP), content, { recursive: true });
});

describe('a new worksheet', () => {
  it('is valid, has the next number and the first words of the vocabulary, and prints', async () => {
    const draft = (await readFile(at('en/worksheets/wind-down.md'), 'utf8')).replace(
      /^number: \d+/m,
      'draft: true\nnumber: 40',
    );
    await writeFile(at('en/worksheets/later.md'), draft);
    const run = await make('worksheet', 'It’s “late”: {what} "now"?');
    expect(run).toEqual({
      code: 0,
      stdout: `${content}/en/worksheets/its-late-what-now.md is there.
Next: run "npm run dev", put your words in the place of ours, and see it at /worksheets/its-late-what-now/ and /sheets/its-late-what-now/.
`,
      stderr: '',
    });
    const text = await readFile(at('en/worksheets/its-late-what-now.md'), 'utf8');
    expect(text.split('\n').slice(0, 5)).toEqual([
      '---',
      'title: "It’s “late”: {what} \\"now\\"?"',
      'number: 41',
      'stage: notice',
      'who: sleeper',
    ]);
    expect(text).toContain('strength: untested\n');
    expect(await check()).toBe('5 texts, no problems.\n');
    const out = path.join(await makeTemporaryFolder(), 'dist');
    await buildOrThrow(content, out);
  });

  it('wants of its author what the rules of the real content want, and is then published', async () => {
    content = path.join(await makeTemporaryFolder(), 'content');
    await cp(path.join(PROJECT_ROOT, 'content'), content, { recursive: true });
    const sheet = await make('worksheet', 'One good thing');
    expect(sheet.code).toBe(0);
    const told = sheet.stdout.replaceAll(content, '').split('\n').slice(2, -1);
    expect(told).toMatchInlineSnapshot(`
      [
        "The rules of this folder also want:",
        "/en/worksheets/one-good-thing.md:19:12: the key "evidence.sources" is missing or empty, and rules.yml demands it",
        "/en/worksheets/one-good-thing.md:1:1: this sheet has no companion",
        "    npm run new -- companion one-good-thing begins one.",
      ]
    `);
    const notes = await make('companion', 'one-good-thing');
    expect(notes.stdout).toMatch(/followUp/);
    const mend = async (name: string, from: string, to: string) =>
      writeFile(at(name), (await readFile(at(name), 'utf8')).replace(from, to));
    await mend('en/companions/one-good-thing.md', 'followUp: []', 'followUp: [my-steady-plan]');
    await mend('en/worksheets/one-good-thing.md', 'sources: []', 'sources: [gordon-2004]');
    await mend('en/packets/starter-six.md', 'sheets: [', 'sheets: [one-good-thing, ');
    expect(await check()).toMatch(/^\d+ texts, no problems\.$/m);
  });

  it('needs no vocabulary, and is the first of its folder', async () => {
    content = path.join(await makeTemporaryFolder(), 'content');
    await mkdir(content);
    await writeFile(at('site.yml'), 'name: Garden\nlanguage: de\n');
    expect((await make('worksheet', 'Das Beet')).code).toBe(0);
    expect(await readFile(at('de/worksheets/das-beet.md'), 'utf8')).toContain('\nnumber: 1\nwho: ');
    expect(await check()).toBe('1 text, no problems.\n');
  });

  it('is made also while another text is broken', async () => {
    await writeFile(at('en/guide/broken.md'), 'no front matter\n');
    expect((await make('worksheet', 'One thing')).code).toBe(0);
    expect(await check()).toMatch(/broken\.md:1:1: .*\n.*\n1 problem/);
  });
});

describe('a new text', () => {
  it('may be an article, a page or a companion, in any language', async () => {
    expect((await make('article', 'More that helps')).code).toBe(0);
    expect((await make('page', 'Contact')).code).toBe(0);
    expect((await make('companion', 'wind-down')).code).toBe(0);
    expect((await make('article', '日本', '--lang', 'ja', '--slug', 'japan')).code).toBe(0);
    expect(await readFile(at('en/guide/more-that-helps.md'), 'utf8')).toContain('\nnumber: 2\n');
    expect(await readFile(at('en/companions/wind-down.md'), 'utf8')).toContain('## Refer on\n');
    expect(await readFile(at('ja/guide/japan.md'), 'utf8')).toContain('title: "日本"');
    expect(await check()).toBe('8 texts, no problems.\n');
  });

  it('never takes the place of another', async () => {
    const before = await readFile(at('en/worksheets/wind-down.md'), 'utf8');
    const run = await make('worksheet', 'Wind down');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('wind-down.md is there already');
    expect(await readFile(at('en/worksheets/wind-down.md'), 'utf8')).toBe(before);
    expect((await make('article', 'Wind down')).stderr).toContain('the slug "wind-down" is taken');
    expect(await check()).toBe('4 texts, no problems.\n');
  });

  it.each([
    [['sheet', 'Words'], 'Expected worksheet, article, page, packet or companion, found "sheet".'],
    [['worksheet'], 'Expected one title in quotes after "worksheet".'],
    [['worksheet', 'two', 'words'], 'Expected one title in quotes after "worksheet".'],
    [['worksheet', '???'], '"???" gives no address. Name one with --slug.'],
    [['worksheet', 'A', '--slug', '../a'], 'this file has no place in a content folder'],
    [['page', 'Guide'], 'the address "/guide/" is the site\'s own'],
    [['article', 'A', '--lang', 'klingon'], 'this file has no place in a content folder'],
    [['companion', 'wind-dwon'], 'Did you mean "wind-down"?'],
    [['worksheet', 'A', '--colour', 'red'], "Unknown option '--colour'."],
  ])('is refused with what was expected for %j', async (args, words) => {
    const run = await make(...args);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(words);
    expect(await check()).toBe('4 texts, no problems.\n');
  });
});
