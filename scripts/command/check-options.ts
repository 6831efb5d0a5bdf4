import { COMMON, HELP, type Options, readCommandLine, toOptions } from './options.ts';

/** What `npm run check` may be told. */
export type CheckOptions = Options & {
  /** Whether generated ids are written into the files. */
  writeIds: boolean;
  /** Whether all that a release needs is asked for too. */
  release: boolean;
};

const OWN = `
  --write-ids     write the generated ids into the files
  --release       refuse stale helplines and missing reviews too`;

/** Reads the command line of `npm run check`. */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
  const spec = {
    ...COMMON,
    'write-ids': { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
  } as const;
  const { values } = readCommandLine(args, spec, HELP + OWN);
  return { ...toOptions(values), writeIds: values['write-ids'], release: values.release };
}
