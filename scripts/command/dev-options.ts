import { readCommandLine, UsageError } from './options.ts';

/** What `npm run dev` may be told. */
export type DevOptions = { content: string; port: number; sandbox: boolean };

const HELP = `Options:
  --content DIR   the content folder (content)
  --port N        where the site is shown; the next free port when it is taken (8080)
  --no-sandbox    start the browser without its sandbox
  --help          this text`;

/** Reads the command line of `npm run dev`. */
export function parseDevOptions(args: readonly string[]): DevOptions {
  const spec = {
    content: { type: 'string', default: 'content' },
    port: { type: 'string', default: '8080' },
    'no-sandbox': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { content, port: text, 'no-sandbox': noSandbox } = readCommandLine(args, spec, HELP).values;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) {
    throw new UsageError(`--port: expected a whole number from 0 to 65535, found "${text}".`);
  }
  return { content, port, sandbox: !noSandbox };
}
