import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/pdf/browser.ts';
import { openPainter } from '../../scripts/pdf/picture.ts';
import { preparePinnedChromium } from '../../scripts/pdf/pinned-chromium.ts';
import { toSheet, usePress } from '../pdf/press.ts';
import { BASELINES, compare, findChanges, renew } from './baselines.ts';
import { loadSpecimen, RENEW } from './specimen.ts';

const own = usePress();
const sheets = (await loadSpecimen()).filter(({ worksheet }) => !worksheet.private);
const prints = sheets.flatMap((place) =>
  (['standard', 'large', 'example'] as const).map((edition) => ({
    place,
    edition,
    name: `${place.worksheet.slug}-${edition}`,
  })),
);

/** 70 pixels to an inch: a ruled line is one pixel, a letter of the smallest print is legible. */
const SCALE = 70 / 72;
const MOST_BYTES = 1_500_000;

const pinned = await preparePinnedChromium();
const isPinned = pinned !== undefined && (await findBrowser()).path === pinned.path;
/** Other browsers set the same words a little otherwise. */
const skipped = isPinned ? '' : ' (skipped: the browser is not the one that npm brings)';

async function paint(bytes: Uint8Array): Promise<Uint8Array[]> {
  const painter = await openPainter();
  try {
    return (await painter.paintAll(bytes, SCALE)).map(({ png }) => png);
  } finally {
    painter.close();
  }
}

describe(`the pages of the specimen${skipped}`, () => {
  it.skipIf(!isPinned).each(prints)(
    'look as they did when somebody last looked at them: $name',
    async ({ place, edition, name }) => {
      const pages = await paint((await own.press.print(place, edition)).bytes);
      const { snapshotState } = expect.getState();
      if (snapshotState.snapshotUpdateState === 'all') await renew(name, pages);
      expect(await findChanges(name, pages), RENEW).toEqual([]);
    },
  );

  it('are small files, for they stand in the repository', async () => {
    const files = await readdir(BASELINES);
    const sizes = files.map(async (file) => (await stat(path.join(BASELINES, file))).size);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(files.length).toBeGreaterThan(20);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});

describe('two pictures of a page', () => {
  const paintFirst = async (body: string) => {
    const [first] = await paint((await own.press.print(await toSheet(body), 'standard')).bytes);
    return first ?? new Uint8Array();
  };

  it('are the same for the same sheet, and not when a line is added or a letter changed', async () => {
    const before = await paintFirst('::lines[What grew?]{rows=3}');
    const same = await paintFirst('::lines[What grew?]{rows=3}');
    const longer = await paintFirst('::lines[What grew?]{rows=4}');
    const other = await paintFirst('::lines[What grew!]{rows=3}');
    expect(compare(before, same).pixels).toBe(0);
    expect(compare(before, longer).pixels).toBeGreaterThan(300);
    expect(compare(before, other).pixels).toBeGreaterThan(12);
  });
});
