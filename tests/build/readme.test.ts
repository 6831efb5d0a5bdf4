import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRealBuild } from './real-build.ts';
import { buildOrThrow, PROJECT_ROOT, runCommand } from './run-build.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The sheet that README tells a stranger to save, without the indent of its list. */
async function readSheet(): Promise<string> {
  const readme = await readFile(path.join(PROJECT_ROOT, 'README.md'), 'utf8');
  const fenced = /^ {3}```markdown\n([\s\S]*?)^ {3}```$/m.exec(readme)?.[1];
  if (!fenced) throw new Error('README.md shows no sheet');
  return fenced.replace(/^ {3}/gm, '');
}

describe('a worksheet in five minutes, as README tells it', () => {
  it('passes the check with its companion, and becomes eight PDFs and a page', async () => {
    const folder = await makeTemporaryFolder();
    const content = path.join(folder, 'content');
    await cp(path.join(PROJECT_ROOT, 'content'), content, { recursive: true });
    await writeFile(path.join(content, 'en/worksheets/one-good-thing.md'), await readSheet());
    const begun = await runCommand('new', ['companion', 'one-good-thing', '--content', content]);
    expect(begun.code).toBe(0);
    const notes = path.join(content, 'en/companions/one-good-thing.md');
    const text = await readFile(notes, 'utf8');
    await writeFile(notes, text.replace('followUp: []', 'followUp: [my-steady-plan]'));
    const solo = path.join(content, 'en/packets/solo.md');
    const packet = await readFile(solo, 'utf8');
    await writeFile(solo, packet.replace('sheets:\n', 'sheets:\n  - one-good-thing\n'));
    const out = path.join(folder, 'dist');
    // What is there already need not be printed again: an author would build whole.
    await cp(await openRealBuild(), out, { recursive: true });
    await buildOrThrow(content, out, ['--only', 'one-good-thing']);
    const made = (await readdir(path.join(out, 'pdf/en'))).filter((file) =>
      /^sheet-31-.*pdf$/.test(file),
    );
    expect(made).toHaveLength(8);
    const page = await readFile(path.join(out, 'worksheets/one-good-thing/index.html'), 'utf8');
    expect(page).toContain('What went well today?');
  });
});
