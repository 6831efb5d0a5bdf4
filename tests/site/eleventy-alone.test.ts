import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openScratch } from '../../scripts/command/publish.ts';
import { copyProject } from '../build/copy-project.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';

const ELEVENTY = path.join(PROJECT_ROOT, 'node_modules/@11ty/eleventy/cmd.cjs');

/** A fresh checkout with the real content: nothing was built in it yet. */
async function checkOut() {
  const project = await copyProject();
  await cp(path.join(PROJECT_ROOT, 'content'), path.join(project, 'content'), { recursive: true });
  return { project, dist: path.join(project, 'dist') };
}

/** `npx @11ty/eleventy`; gives its exit code. */
function runEleventy(project: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [ELEVENTY, '--quiet'], { cwd: project });
    child.on('close', resolve);
  });
}

/** Whether a build may put its result in the place of the folder. */
async function isReplaceable(folder: string): Promise<boolean> {
  return openScratch(folder, []).then(
    async (scratch) => {
      await scratch.discard();
      return true;
    },
    () => false,
  );
}

describe('Eleventy alone', () => {
  it('makes the pages on a fresh checkout, and a build may follow', async () => {
    const { project, dist } = await checkOut();
    expect(await runEleventy(project)).toBe(0);
    const made = await readdir(dist);
    expect(made).toEqual(expect.arrayContaining(['index.html', 'guide', 'worksheets', 'pagefind']));
    expect(await isReplaceable(dist)).toBe(true);
    expect(await runEleventy(project)).toBe(0);
  });

  it('does not block a build when it stops half way', async () => {
    const { project, dist } = await checkOut();
    await appendFile(path.join(project, 'templates/pages/worksheet.njk'), '{% nonsense %}');
    expect(await runEleventy(project)).not.toBe(0);
    expect(await readdir(dist)).toContain('manifest.json');
    expect(await isReplaceable(dist)).toBe(true);
  });

  it('does not call a folder its own that has files of somebody else', async () => {
    const { project, dist } = await checkOut();
    await mkdir(dist);
    await writeFile(path.join(dist, 'notes.txt'), 'years of work');
    expect(await runEleventy(project)).toBe(0);
    expect(await isReplaceable(dist)).toBe(false);
  });
});
