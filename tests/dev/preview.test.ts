import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../pdf/open-pdf.ts';
import {
  countOn,
  type DevRun,
  openReader,
  seesWords,
  startDev,
  until,
  wordsOn,
} from './dev-run.ts';

let run: DevRun;
let page: Page;
const SHEET = 'en/worksheets/wind-down.md';
const edit = async (from: string, to: string) => {
  const file = path.join(run.content, SHEET);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
};

/** The pictures on the page that are whole, by their alternative texts. */
const pictures = () =>
  page
    .$$eval('img', (all) =>
      all
        .filter(({ complete, naturalWidth }) => complete && naturalWidth > 400)
        .map(({ alt, src }) => ({ alt, src })),
    )
    .catch(() => []);

beforeAll(async () => {
  run = await startDev();
  page = await openReader();
  await page.goto(`${run.origin}/sheets/wind-down/`);
  await until('pictures', async () => (await pictures()).length > 0);
});

describe('the preview of a sheet', () => {
  it('shows every page of every edition, as the PDF has it', async () => {
    const files = await page.$$eval('a[href$=".pdf"]', (links) => links.map(({ href }) => href));
    const a4 = files.filter((file) => file.includes('-a4'));
    expect(files.length).toBe(a4.length * 2);
    let pages = 0;
    for (const file of a4) {
      const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
      pages += (await readPdf(bytes)).pages.length;
    }
    expect(pages).toBeGreaterThan(1);
    expect(await pictures()).toHaveLength(pages);
  });

  it('prints the sheet again when it is saved, and no other', async () => {
    await run.says(/everything {2}preview/);
    const other = await page.browser().newPage();
    await other.goto(`${run.origin}/sheets/sleep-diary/`);
    const words = await wordsOn(other);
    const before = await pictures();
    await edit('title: ', 'title: Newly ');
    await seesWords(page, 'Newly', 'h1');
    await until('new pictures', async () => {
      const now = await pictures();
      return (
        now.length === before.length && now.every(({ src }) => before.every((b) => b.src !== src))
      );
    });
    await run.says(/wind-down\.md {2}preview \d+ ms\n/);
    expect(await wordsOn(other)).toBe(words);
    await other.close();
  });

  it('says where a page spills, and the list counts it', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `::lines[Line ${i}]{rows=8}`).join('\n\n');
    await edit('\n---\n', `\n---\n\n${lines}\n\n`);
    const words = await seesWords(page, 'its budget is 1', '.preview__problems');
    expect(words).toMatch(/wind-down\.md:\d+:\d+: the standard edition has \d+ pages/);
    expect(await run.says(/preview \d+ ms: \d+ problems?\n.*wind-down\.md:\d+:\d+: /)).toBeTruthy();
    const list = await page.browser().newPage();
    await list.goto(`${run.origin}/sheets/`);
    expect(await wordsOn(list)).toMatch(/\d problems?/);
    await list.close();
    await edit(lines, '');
    await until('no problem', async () => (await countOn(page, '.preview__problems')) === 0);
  });

  it('is offered on the site with its files, once they are printed', async () => {
    const site = await page.browser().newPage();
    await site.goto(`${run.origin}/worksheets/wind-down/`);
    const href = await until('a download', () =>
      site.$eval('a[href$=".pdf"]', (link) => (link as HTMLAnchorElement).href).catch(() => ''),
    );
    const answer = await fetch(href);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await site.close();
  });

  it('is not there for a sheet that is not there', async () => {
    expect((await fetch(`${run.origin}/sheets/nothing/`)).status).toBe(404);
    expect((await fetch(`${run.origin}/sheets`)).url).toBe(`${run.origin}/sheets/`);
  });
});

describe('without a browser to print with', () => {
  it('the site is there, and the preview says why it is not', async () => {
    const poor = await startDev({ environment: { CHROMIUM_PATH: '/no/such/browser' } });
    const home = await page.browser().newPage();
    await home.goto(`${poor.origin}/`);
    await seesWords(home, 'sleep');
    await home.goto(`${poor.origin}/sheets/wind-down/`);
    await seesWords(home, 'CHROMIUM_PATH names /no/such/browser');
    await poor.says(/No preview of the printed pages: CHROMIUM_PATH/);
    await home.close();
    expect(await poor.interrupt()).toBe(0);
  });
});
