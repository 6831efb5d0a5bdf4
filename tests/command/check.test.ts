import { describe, expect, it } from 'vitest';
import { BETTER_SLEEP, runCommand } from '../build/run-build.ts';

describe('the check of a content folder', () => {
  it('says how many texts have no problem, without a browser', async () => {
    const run = await runCommand('check', ['--content', BETTER_SLEEP], {
      CHROMIUM_PATH: '/no/such/browser',
    });
    expect(run).toEqual({ code: 0, stdout: '4 texts, no problems.\n', stderr: '' });
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
