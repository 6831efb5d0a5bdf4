import { startVitest } from 'vitest/node';

/** As many random sheets as RANDOM_SHEETS says, 500 unless it says so; `npm test` takes a few. */
process.env['RANDOM_SHEETS'] ??= '500';
await startVitest('test', ['tests/random'], { watch: false });
