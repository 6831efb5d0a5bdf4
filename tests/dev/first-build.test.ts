import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../build/copy-project.ts';
import { countOn, openReader, seesOverlay, seesWords, startDev, until } from './dev-run.ts';

let page: Page;
beforeAll(async () => {
  page = await openReader();
});

/** The program with something more in the template of a worksheet's page, and how to take it out. */
async function copyWith(words: string) {
  const project = await copyProject();
  const file = path.join(project, 'templates/pages/worksheet.njk');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text}\n${words}`);
  return { project, mend: () => writeFile(file, text) };
}

describe('a session', () => {
  it('begins with the site of the real content, before any of its sheets is printed', async () => {
    const run = await startDev({ content: 'content' });
    for (const address of ['/', '/guide/', '/worksheets/', '/sheets/']) {
      expect([address, (await fetch(run.origin + address)).status]).toEqual([address, 200]);
    }
    const state = await fetch(`${run.origin}/.dev/state`);
    expect(await state.json()).toMatchObject({ faults: [] });
    expect(await run.interrupt()).toBe(0);
  });

  it('prints and shows its sheets when the site cannot be built, until it can', async () => {
    const { project, mend } = await copyWith('{% nonsense %}');
    const run = await startDev({ project });
    expect((await fetch(`${run.origin}/`)).status).toBe(503);
    expect((await page.goto(`${run.origin}/sheets/wind-down`))?.status()).toBe(200);
    await seesWords(page, 'unknown block tag: nonsense', '#dev-overlay');
    await until('a picture', () => countOn(page, 'img'));
    await mend();
    await seesOverlay(page, false);
    // The page is loaded anew as soon as it is told; the site may still be on its way.
    const status = async () => (await fetch(`${run.origin}/worksheets/wind-down/`)).status;
    await expect.poll(status, { timeout: 20_000 }).toBe(200);
    expect(await run.interrupt()).toBe(0);
  });

  it('tries to build the site again when its sheets are printed', async () => {
    const { project } = await copyWith('{{ view.download.main.label }}');
    const run = await startDev({ project });
    expect((await page.goto(`${run.origin}/`))?.status()).toBe(503);
    await seesWords(page, 'undefined', '#dev-overlay');
    await seesWords(page, 'Better Sleep');
    await seesOverlay(page, false);
    expect(await run.interrupt()).toBe(0);
  });
});
