import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests start the program some hundred times: Node keeps what it has compiled of it and of its
// packages. It knows a file by its bytes, so nothing that has changed is ever taken from there.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/compiled', import.meta.url),
);

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/build/global-setup.ts',
    // Whole builds start a browser each; more at once than this would only wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
