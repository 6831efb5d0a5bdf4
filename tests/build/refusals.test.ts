import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDifferences, readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow, PROJECT_ROOT, type Run, runBuild } from './run-build.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

let folder: string;
let out: string;
let before: Map<string, Buffer>;
let first: Run;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = path.join(folder, 'result');
  await mkdir(out);
  first = await buildOrThrow(BETTER_SLEEP, out, ['--json']);
  before = await readTree(out);
});

// tests/command/publish.test.ts has every kind of folder; here is the whole command.
describe('a folder that is not ours to replace', () => {
  it('is refused and left alone, also when it has a manifest.json of another program', async () => {
    const app = path.join(await makeTemporaryFolder(), 'app');
    await mkdir(app);
    await writeFile(path.join(app, 'manifest.json'), '{"name": "An app", "start_url": "/"}');
    await writeFile(path.join(app, 'app.js'), '// years of work');
    const run = await runBuild(['--content', BETTER_SLEEP, '--out', app]);
    expect(run.code).toBe(2);
    expect(run.stderr.replaceAll(app, 'APP')).toMatchInlineSnapshot(`
      "--out APP: expected an empty folder or one with our manifest.json, found other files. Choose another folder.
      "
    `);
    expect((await readdir(app)).sort()).toEqual(['app.js', 'manifest.json']);
    expect(await readdir(path.dirname(app))).toEqual(['app']);
  });
});

describe('a command line', () => {
  it('that is written wrongly ends with 2, what was found, and what may be asked for', async () => {
    const run = await runBuild(['--out', out, '--langauge', 'en']);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatchInlineSnapshot(`
      "Unknown option '--langauge'.
      Options:
        --content DIR   the content folder (content)
        --out DIR       where the result goes (dist)
        --only SLUG,…   print these sheets anew, keep the others of the earlier build
        --jobs N        sheets printed at once, 1 to 16 (4)
        --quiet         say nothing but problems
        --verbose       say what each step took, and which sheets have room for more lines
        --json          one JSON object at the end, nothing else
        --no-sandbox    start the browser without its sandbox
        --help          this text
      "
    `);
  });

  it('that asks for JSON gets one object about all files, and nothing else', () => {
    const told = JSON.parse(first.stdout) as { problems: unknown[]; files: string[] };
    const written = [...before.keys()].filter((file) => /\.(pdf|html)$/.test(file));
    expect([told.problems, [...told.files].sort()]).toEqual([[], written.sort()]);
    expect([first.code, first.stderr]).toEqual([0, '']);
  });

  it('that asks for help is answered on standard output, with 0', async () => {
    const run = await runBuild(['--help']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('--content DIR');
  });
});

describe('a machine that cannot do it', () => {
  it('ends with 3 and a sentence that helps when CHROMIUM_PATH names nothing', async () => {
    const missing = path.join(folder, 'no-such-browser');
    const run = await runBuild(['--content', BETTER_SLEEP, '--out', out], {
      CHROMIUM_PATH: missing,
    });
    expect(run.code).toBe(3);
    expect(run.stderr.replaceAll(missing, 'MISSING')).toMatchInlineSnapshot(`
      "CHROMIUM_PATH names MISSING, where there is no file. Name the program of a Chrome, Chromium or Edge, or unset it.
      "
    `);
  });

  it('ends with 3 and names the program when CHROMIUM_PATH names something else', async () => {
    const run = await runBuild(['--content', BETTER_SLEEP, '--out', out], {
      CHROMIUM_PATH: process.execPath,
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(process.execPath);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it('still tells the problems of the content when the browser is missing', async () => {
    const content = 'tests/fixtures/broken/refused';
    const run = await runBuild(['--content', content, '--out', out], {
      CHROMIUM_PATH: path.join(folder, 'no-such-browser'),
    });
    expect(run.stderr).toContain('field-link.md:7:6: ');
    expect(run.stderr).toContain('CHROMIUM_PATH');
  });

  it('is not to blame for a content folder that is not there: that is wrong usage', async () => {
    const run = await runBuild(['--content', 'no/such/content', '--out', out]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatchInlineSnapshot(`
      "Expected a folder with content at no/such/content, found none. Name one with --content DIR.
      "
    `);
  });

  it('leaves the earlier result as it was, to the byte, and nothing beside it', async () => {
    expect(findDifferences(before, await readTree(out))).toEqual([]);
    expect(await readdir(folder)).toEqual(['result']);
  });
});

describe('a build that is interrupted', () => {
  it.each([
    ['Ctrl-C while it prints', 'SIGINT', 'Printing the sheets'],
    ['Ctrl-C while it builds the site', 'SIGINT', 'Building the site'],
    ['the end of the session while it prints', 'SIGTERM', 'Printing the sheets'],
  ] as const)('leaves the earlier result whole and nothing beside it after %s', async (...told) => {
    const [, signal, step] = told;
    const own = await makeTemporaryFolder();
    await cp(out, path.join(own, 'result'), { recursive: true });
    const args = ['--content', BETTER_SLEEP, '--out', path.join(own, 'result')];
    const child = spawn(process.execPath, ['scripts/build.ts', '--no-sandbox', ...args], {
      cwd: PROJECT_ROOT,
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (!said.includes(step) && (said + text).includes(step)) child.kill(signal);
      said += text;
    });
    child.stderr.resume();
    await once(child, 'close');
    expect(said).toContain(step);
    expect(await readdir(own)).toEqual(['result']);
    expect(findDifferences(before, await readTree(path.join(own, 'result')))).toEqual([]);
  });
});
