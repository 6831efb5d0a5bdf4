import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../build/run-build.ts';
import { usePress } from '../pdf/press.ts';
import { dumpStructure } from './dump-structure.ts';
import { loadSpecimen, RENEW } from './specimen.ts';

const own = usePress();
const sheets = await loadSpecimen();

describe('the structure of the specimen, as a screen reader goes through it', () => {
  it.each(sheets.map((place) => ({ place, slug: place.worksheet.slug })))(
    'is as it was when somebody last looked at it: $slug',
    async ({ place, slug }) => {
      const { bytes } = await own.press.print(place, 'standard');
      const file = path.join(PROJECT_ROOT, `tests/fixtures/specimen/${slug}.txt`);
      // A file that is not there would be written, and nothing held against it.
      const isRenewed = expect.getState().snapshotState.snapshotUpdateState === 'all';
      expect(isRenewed || existsSync(file), `${file} is not there. ${RENEW}`).toBe(true);
      await expect(await dumpStructure(bytes), RENEW).toMatchFileSnapshot(
        `../fixtures/specimen/${slug}.txt`,
      );
    },
  );
});
