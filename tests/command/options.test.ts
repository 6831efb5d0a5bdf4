import { describe, expect, it } from 'vitest';
import { HelpRequest, parseOptions, UsageError } from '../../scripts/command/options.ts';

/** What a wrong command line is answered with, in its first line. */
function refusal(...args: string[]): string {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n')[0] ?? '';
    throw error;
  }
  return 'accepted';
}

describe('a command line', () => {
  it('needs nothing: content goes to dist, four sheets at once, in the sandbox', () => {
    expect(parseOptions([])).toEqual({
      content: 'content',
      out: 'dist',
      only: [],
      jobs: 4,
      quiet: false,
      verbose: false,
      json: false,
      sandbox: true,
    });
  });

  it('is taken at its word', () => {
    const args = ['--content', 'my texts', '--out=../there', '--jobs', '16', '--json'];
    expect(parseOptions([...args, '--no-sandbox', '--quiet', '--verbose'])).toMatchObject({
      content: 'my texts',
      out: '../there',
      jobs: 16,
      json: true,
      sandbox: false,
      quiet: true,
      verbose: true,
    });
  });

  it('names the sheets to print with commas between them', () => {
    expect(parseOptions(['--only', 'sleep-diary,wind-down']).only).toEqual([
      'sleep-diary',
      'wind-down',
    ]);
  });

  it.each([
    ['an option that does not exist', ['--langauge'], "Unknown option '--langauge'."],
    ['a stray word', ['quickly'], "Unexpected argument 'quickly'."],
    ['an option without its value', ['--out'], "Option '--out <value>' argument missing."],
    [
      'jobs that are no number',
      ['--jobs', 'many'],
      '--jobs: expected a whole number from 1 to 16, found "many".',
    ],
    ['no job at all', ['--jobs', '0'], '--jobs: expected a whole number from 1 to 16, found "0".'],
    ['half a job', ['--jobs', '1.5'], '--jobs: expected a whole number from 1 to 16, found "1.5".'],
    [
      'too many jobs',
      ['--jobs', '17'],
      '--jobs: expected a whole number from 1 to 16, found "17".',
    ],
    ['jobs left empty', ['--jobs', ''], '--jobs: expected a whole number from 1 to 16, found "".'],
  ])('is refused with what was found when it has %s', (_, args, message) => {
    expect(refusal(...args)).toBe(message);
  });

  it('that asks for help gets every option with its meaning', () => {
    let help = '';
    try {
      parseOptions(['--help']);
    } catch (error) {
      if (error instanceof HelpRequest) help = error.message;
    }
    const options = Object.keys(parseOptions([])).map((name) =>
      name === 'sandbox' ? '--no-sandbox' : `--${name}`,
    );
    expect(options.filter((name) => !help.includes(`${name} `))).toEqual([]);
  });
});
