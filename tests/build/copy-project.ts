import { cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from './run-build.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The program, copied, so that its templates can be changed. */
export async function copyProject(): Promise<string> {
  const copy = await makeTemporaryFolder();
  for (const name of ['scripts', 'templates', 'package.json', '.eleventy.js']) {
    await cp(path.join(PROJECT_ROOT, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(PROJECT_ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}
