import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { countOn, openReader, seesWords, startDev, until, wordsOn } from './dev-run.ts';

it('shows a text before it is all that the rules ask for, and says what is still to do', async () => {
  const run = await startDev();
  const page = await openReader();
  await page.goto(`${run.origin}/worksheets/wind-down/`);
  await writeFile(path.join(run.content, 'rules.yml'), 'banned-words: [{words: [newly]}]\n');
  const sheet = path.join(run.content, 'en/worksheets/wind-down.md');
  const text = await readFile(sheet, 'utf8');
  await writeFile(sheet, text.replace('title: ', 'title: Newly '));
  await seesWords(page, 'Newly', 'h1');
  await run.says(
    /1 problem with the rules[^\n]*\n[^\n]*wind-down\.md:2:8: “Newly” is not used here/,
  );
  await page.goto(`${run.origin}/sheets/wind-down/`);
  await until('the breach', async () => (await wordsOn(page)).includes('“Newly” is not used here'));
  await until('a picture', () => countOn(page, 'img'));
  expect(await run.interrupt()).toBe(0);
});
