import { describe, expect, it } from 'vitest';
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
      await expect(await dumpStructure(bytes), RENEW).toMatchFileSnapshot(
        `../fixtures/specimen/${slug}.txt`,
      );
    },
  );
});
