import { parseArgs } from 'node:util';

/** A command line that was written wrongly; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What every command that reads a content folder may be told. */
export type Options = {
  content: string;
  out: string;
  /** Slugs of the sheets to print anew; empty for all. */
  only: string[];
  jobs: number;
  quiet: boolean;
  verbose: boolean;
  json: boolean;
  sandbox: boolean;
};

/** What these options mean. */
export const HELP = `Options:
  --content DIR   the content folder (content)
  --out DIR       where the result goes (dist)
  --only SLUG,…   print these sheets anew, keep the others of the earlier build
  --jobs N        sheets printed at once, 1 to 16 (4)
  --quiet         say nothing but problems
  --verbose       say what each step took, and which sheets have room for more lines
  --json          one JSON object at the end, nothing else
  --no-sandbox    start the browser without its sandbox
  --help          this text`;

/** Thrown for --help; its message is the text to show. */
export class HelpRequest extends Error {
  override name = 'HelpRequest';
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 16) return jobs;
  throw new UsageError(`--jobs: expected a whole number from 1 to 16, found "${text}".`);
}

/** The options of every command that reads a content folder. */
export const COMMON = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
  only: { type: 'string', default: '' },
  jobs: { type: 'string', default: '4' },
  quiet: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'no-sandbox': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Spec = { [name: string]: { type: 'string' | 'boolean'; default?: string | boolean } };

/**
 * Reads a command line by the options that a command has; `words` for one that takes words without
 * dashes too. Throws `UsageError` with what was expected, `HelpRequest` for --help.
 */
export function readCommandLine<T extends Spec>(
  args: readonly string[],
  spec: T,
  help: string,
  words = false,
) {
  const parse = () => parseArgs({ args: [...args], options: spec, allowPositionals: words });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new UsageError(`${said}.\n${help}`, { cause });
  }
  if ((parsed.values as { help?: boolean }).help) throw new HelpRequest(help);
  return parsed;
}

type Values = ReturnType<typeof readCommandLine<typeof COMMON>>['values'];

/** The options as they were written. Throws `UsageError` for a number that is none. */
export function toOptions(values: Values): Options {
  const { content, out, quiet, verbose, json } = values;
  return {
    content,
    out,
    only: values.only.split(',').filter(Boolean),
    jobs: parseJobs(values.jobs),
    quiet,
    verbose,
    json,
    sandbox: !values['no-sandbox'],
  };
}

/** Reads the command line of a build. */
export function parseOptions(args: readonly string[]): Options {
  return toOptions(readCommandLine(args, COMMON, HELP).values);
}
