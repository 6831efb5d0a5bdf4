import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { expect, it } from 'vitest';
import { fillPdf } from '../../../templates/client/pdf-answers/fill-pdf.ts';
import { makeTemporaryFolder } from '../../build/temporary-folder.ts';
import { AWAKE, DIARY, written } from './fill-in.ts';
import { addressOf, type OpenSite, PATIENCE, withPage, wordsOf } from './open-site.ts';

const OUTCOME = '[data-open-outcome]';

/** Opens the sheet. */
async function openDiary(page: Page, site: OpenSite): Promise<void> {
  await page.goto(addressOf(site, DIARY), { waitUntil: 'networkidle0' });
}

/** The sheet as somebody saved it with one answer. */
async function fillDiary({ tree }: OpenSite, awake: string): Promise<Uint8Array> {
  const blank = tree.get('pdf/en/sheet-1-a4.pdf') ?? Buffer.of();
  return (await fillPdf(blank, new Map([['awake', awake]]))).bytes;
}

/** Chooses files one after the other in one go, and presses a button after each but the last. */
function choose(page: Page, files: readonly Uint8Array[], button: string): Promise<void> {
  return page.evaluate(
    (all, selector) => {
      const input = document.querySelector<HTMLInputElement>('[data-open]');
      for (const [index, bytes] of all.entries()) {
        const chosen = new DataTransfer();
        chosen.items.add(new File([Uint8Array.from(bytes)], 'sheet.pdf'));
        if (input) input.files = chosen.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
        if (index < all.length - 1) document.querySelector<HTMLElement>(selector)?.click();
      }
    },
    files.map((bytes) => [...bytes]),
    button,
  );
}

/** What holds of a PDF that is opened on the page of its sheet. */
export function testOpenAgain(current: () => OpenSite): void {
  it('refuses files that are no such sheet', async () => {
    const site = current();
    const scratch = await makeTemporaryFolder();
    const give = async (page: Page, name: string, bytes: Uint8Array) => {
      await writeFile(path.join(scratch, name), bytes);
      const input = await page.$('input[data-open]');
      await input?.uploadFile(path.join(scratch, name));
      await expect.poll(() => wordsOf(page, OUTCOME), PATIENCE).not.toBe('');
      return wordsOf(page, OUTCOME);
    };
    await withPage(site, async (page) => {
      await openDiary(page, site);
      expect(await give(page, 'a.pdf', Buffer.from('no PDF'))).toMatch(
        /^This file cannot be read as a PDF/,
      );
      const other = site.tree.get('pdf/en/sheet-2-a4.pdf') ?? Buffer.of();
      await openDiary(page, site);
      expect(await give(page, 'b.pdf', other)).toBe(
        'This PDF belongs to another sheet: Wind down. Open it on that sheet’s page.',
      );
      await openDiary(page, site);
      const blank = site.tree.get('pdf/en/sheet-1-a4.pdf') ?? Buffer.of();
      expect(await give(page, 'c.pdf', blank)).toMatch(/^This PDF is empty/);
    });
  });

  it('is put in no more once the answers on the page are erased', async () => {
    const site = current();
    const mine = await fillDiary(site, 'the wind');
    await withPage(site, async (page) => {
      await openDiary(page, site);
      await page.type(AWAKE, 'something else');
      await choose(page, [mine], '');
      await page.waitForSelector(`${OUTCOME} button`);
      await page.click('[data-erase]');
      await page.click('[data-erase-yes]');
      expect([await wordsOf(page, OUTCOME), await written(page)]).toEqual(['', {}]);
    });
  });

  it('gives the answers of the file chosen last, and none to a page erased meanwhile', async () => {
    const site = current();
    const [one, other] = await Promise.all([fillDiary(site, 'one'), fillDiary(site, 'other')]);
    await withPage(site, async (page) => {
      await openDiary(page, site);
      await choose(page, [one, other], '[data-erase]');
      await expect
        .poll(() => wordsOf(page, OUTCOME), PATIENCE)
        .toBe('Answers put on this page: 1.');
      expect(await written(page)).toEqual({ awake: 'other' });
    });
  });

  it('asks before it takes the place of answers, and goes on where the reader was', async () => {
    const site = current();
    const mine = await fillDiary(site, 'the wind');
    await withPage(site, async (page) => {
      await openDiary(page, site);
      await page.type(AWAKE, 'something else');
      await choose(page, [mine], '');
      await (await page.waitForSelector(`${OUTCOME} button`))?.press('Enter');
      expect(await written(page)).toEqual({ awake: 'the wind' });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('open_pdf');
    });
  });
}
