import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type DevRun,
  openReader,
  seesOverlay,
  seesWords,
  startDev,
  until,
  wordsOn,
} from './dev-run.ts';

const CHAPTER = 'en/guide/what-helps.md';
const SHEET = 'en/worksheets/wind-down.md';

let run: DevRun;
let page: Page;
const file = (name: string) => path.join(run.content, name);
const read = (name: string) => readFile(file(name), 'utf8');
const edit = async (name: string, from: string, to: string) => {
  const text = await read(name);
  expect(text).toContain(from);
  await writeFile(file(name), text.replace(from, to));
};

beforeAll(async () => {
  run = await startDev();
  page = await openReader();
});

describe('an open page', () => {
  const kept: Record<string, string> = {};
  beforeAll(async () => {
    for (const name of [CHAPTER, SHEET]) kept[name] = await read(name);
  });
  beforeEach(async () => {
    for (const [name, text] of Object.entries(kept)) await writeFile(file(name), text);
    await page.goto(`${run.origin}/guide/what-helps/`);
    await until('the chapter as it was', async () => (await wordsOn(page, 'h1')) === 'What helps');
    await seesOverlay(page, false);
  });

  it('shows what was saved', async () => {
    await edit(CHAPTER, 'title: ', 'title: Truly ');
    await seesWords(page, 'Truly', 'h1');
    await run.says(/what-helps\.md {2}site \d+ ms\n/);
  });

  it('keeps the last good page under all problems when a file is broken, until it is mended', async () => {
    await edit(CHAPTER, 'number: ', 'nubmer: ');
    await edit(SHEET, 'minutes: ', 'minutes: about ');
    await seesWords(page, '2 problems', '#dev-overlay');
    const overlay = await wordsOn(page, '#dev-overlay');
    expect(overlay).toMatch(/\/en\/guide\/what-helps\.md:\d+:\d+: unknown key "nubmer"/);
    expect(overlay).toContain('Did you mean "number"?');
    expect(overlay).toMatch(/\/en\/worksheets\/wind-down\.md:\d+:\d+: minutes: expected/);
    expect(await wordsOn(page, 'h1')).toBe('What helps');
    await edit(SHEET, 'minutes: about ', 'minutes: ');
    await seesWords(page, '1 problem', '#dev-overlay');
    await writeFile(file(CHAPTER), (kept[CHAPTER] ?? '').replace('title: ', 'title: Mended '));
    await seesWords(page, 'Mended', 'h1');
    await seesOverlay(page, false);
  });

  it('takes the overlay away when a file is mended to what it was', async () => {
    await edit(CHAPTER, 'number: ', 'nubmer: ');
    await seesOverlay(page, true);
    await edit(CHAPTER, 'nubmer: ', 'number: ');
    await seesOverlay(page, false);
  });

  it('shows the overlay also when it is opened only then, and hides it when asked', async () => {
    await edit(CHAPTER, 'number: ', 'nubmer: ');
    await seesOverlay(page, true);
    await page.goto(`${run.origin}/`);
    await seesOverlay(page, true);
    await page.click('#dev-overlay button');
    await seesOverlay(page, false);
  });

  it('gets a link to a file that is added, and loses it when that is deleted', async () => {
    await page.goto(`${run.origin}/guide/`);
    const added = file('en/guide/added.md');
    await writeFile(
      added,
      '---\ntitle: A chapter more\nnumber: 77\nsummary: More.\n---\n\nText.\n',
    );
    await seesWords(page, 'A chapter more', 'main');
    const other = await page.browser().newPage();
    const response = await other.goto(`${run.origin}/guide/added/`);
    expect(response?.status()).toBe(200);
    await rm(added);
    await seesWords(other, 'This page is not here', 'main');
    expect((await other.reload())?.status()).toBe(404);
    await other.close();
    expect(await wordsOn(page, 'main')).not.toContain('A chapter more');
  });

  it('becomes the page for nothing when its file is renamed, and comes back with the name', async () => {
    await page.goto(`${run.origin}/worksheets/wind-down/`);
    const title = await wordsOn(page, 'h1');
    const [from, to] = [file(SHEET), file('en/worksheets/calm-down.md')];
    await rename(from, to);
    // The chapter leads to it, so the site stays as it was until that is mended too.
    await seesWords(page, 'there is no worksheet "wind-down"', '#dev-overlay');
    expect(await wordsOn(page, 'h1')).toBe(title);
    await edit(CHAPTER, 'wind-down', 'calm-down');
    await seesWords(page, 'This page is not here', 'main');
    const moved = await page.browser().newPage();
    expect((await moved.goto(`${run.origin}/worksheets/calm-down/`))?.status()).toBe(200);
    await moved.close();
    await rename(to, from);
    await edit(CHAPTER, 'calm-down', 'wind-down');
    await seesWords(page, title, 'h1');
  });
});
