import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests start the program some hundred times: Node keeps what it has compiled of it and of its
// packages. It knows a file by its bytes, so nothing that has changed is ever taken from there.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/compiled', import.meta.url),
);

/**
 * Test files that import a module with hooks or with a state of its own, so that each needs a process
 * of its own: those that make folders, start the program or read the real build.
 */
const ALONE = [
  'tests/{build,command,dev,site}/**/*.test.ts',
  'tests/pdf/{files,isolation,paper-pairs}.test.ts',
  'tests/client/fill-pdf.test.ts',
];

export default defineConfig({
  test: {
    // Whole builds start a browser each; more at once than this would only wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          globalSetup: 'tests/build/global-setup.ts',
        },
      },
      {
        extends: true,
        // The modules of the program are loaded once for all of these, not once for each.
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
  },
});
