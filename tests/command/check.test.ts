import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BETTER_SLEEP, PROJECT_ROOT, runCommand } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

describe('the check of a content folder', () => {
  it('says how many texts have no problem, without a browser', async () => {
    const run = await runCommand('check', ['--content', BETTER_SLEEP], {
      CHROMIUM_PATH: '/no/such/browser',
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/\n4 texts, no problems\.\n$/);
  });

  it('measures every text: its grade, its sentences, its evidence and its review', async () => {
    const run = await runCommand('check', ['--content', BETTER_SLEEP]);
    expect(run.stdout).toMatchInlineSnapshot(`
      "worksheets        grade  words  evidence  review
         1 sleep-diary   0.7     6.6  tested    none
         2 wind-down    -0.3     6.9  untested  none
      articles          grade  words  evidence  review
         1 what-helps    1.8     8.3            none
      pages             grade  words  evidence  review
           home          0.5     5.5
      grade: school grade (Flesch–Kincaid), * above its target · words: in a sentence, on average
      4 texts, no problems.
      "
    `);
    expect((await runCommand('check', ['--content', BETTER_SLEEP, '--quiet'])).stdout).toBe('');
  });

  it('says which rules are switched off, each time', async () => {
    const content = path.join(await makeTemporaryFolder(), 'content');
    await cp(path.join(PROJECT_ROOT, BETTER_SLEEP), content, { recursive: true });
    await writeFile(path.join(content, 'rules.yml'), 'off: [requires-order]\n');
    const run = await runCommand('check', ['--content', content]);
    expect(run.stdout).toContain('Switched off in ');
    expect(run.stdout).toContain(
      'rules.yml: requires-order (what a sheet requires comes before it',
    );
  });

  it('finds nothing to mend in the real content', async () => {
    const run = await runCommand('check', []);
    expect([run.code, run.stderr]).toEqual([0, '']);
  });

  it('lists the texts that it read in one JSON object', async () => {
    const run = await runCommand('check', ['--content', BETTER_SLEEP, '--json']);
    expect(JSON.parse(run.stdout)).toEqual({
      problems: [],
      files: [
        `${BETTER_SLEEP}/en/worksheets/sleep-diary.md`,
        `${BETTER_SLEEP}/en/worksheets/wind-down.md`,
        `${BETTER_SLEEP}/en/guide/what-helps.md`,
        `${BETTER_SLEEP}/en/pages/home.md`,
      ],
    });
  });

  it('gives each problem to a program with its file, line, column, message and hint', async () => {
    const run = await runCommand('check', ['--content', 'tests/fixtures/broken/refused', '--json']);
    const { problems } = JSON.parse(run.stdout) as { problems: unknown[] };
    expect(run.code).toBe(1);
    expect(problems[0]).toEqual({
      file: 'tests/fixtures/broken/refused/en/guide/executable.md',
      line: 1,
      column: 4,
      message: 'front matter in "js" is refused: only YAML is read, and never run',
      hint: 'Write "---" alone on the first line.',
    });
  });

  it('ends with 2 when it is asked for what it does not know', async () => {
    const run = await runCommand('check', ['--contnet', 'x']);
    expect([run.code, run.stdout]).toEqual([2, '']);
  });
});
