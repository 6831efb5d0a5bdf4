import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { buildOrThrow, PROJECT_ROOT } from './run-build.ts';

const WAIT_MS = 400_000;
const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * The real content as `npm run build` publishes it, for test files that only read it. The first that
 * asks builds it, the others wait: it is built once in a run. Nobody may write into it.
 *
 * REAL_BUILD names the folder of a build that somebody has just made of these very files, as
 * `.ci/run` does; it is taken as it is. A stale one is found out: real-content.test.ts builds the
 * content anew and wants the same bytes.
 */
export async function openRealBuild(): Promise<string> {
  // Asked for with REAL_BUILD too, so that CI finds a file that could not build without it.
  const shared: string | undefined = inject('sharedFolder');
  if (shared === undefined) {
    throw new Error('A test file that reads the real build must stand in ALONE, vitest.config.ts.');
  }
  const given = process.env['REAL_BUILD'];
  if (given) return path.resolve(PROJECT_ROOT, given);
  const out = path.join(shared, 'dist');
  const [begun, failed] = [path.join(shared, 'begun'), path.join(shared, 'failed')];
  const isFirst = await mkdir(begun).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await buildOrThrow('content', out).catch(async (error) => {
      await writeFile(failed, String(error));
      throw error;
    });
    return out;
  }
  const end = Date.now() + WAIT_MS;
  // A build takes its place as a whole, so the manifest is there with all the rest.
  while (!(await isThere(path.join(out, 'manifest.json')))) {
    if (Date.now() > end || (await isThere(failed))) {
      throw new Error('The real content was not built; the test file that tried says why.');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return out;
}
