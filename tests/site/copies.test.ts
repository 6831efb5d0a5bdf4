import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../scripts/content/load.ts';
import type { SheetOutput } from '../../scripts/model/manifest.ts';
import { toCopies } from '../../scripts/site/download.ts';
import { toPlaces } from '../../scripts/site/place.ts';
import { toPrintSet } from '../../scripts/site/print-set.ts';

const outcome = await loadLibrary('tests/fixtures/better-sleep');
if (!outcome.ok) throw new Error(`the fixture has problems: ${JSON.stringify(outcome.problems)}`);
const { vocabulary, languages } = outcome.value;

// Everybody fills in both sheets, each on paper of their own; the first is private.
const [place] = toPlaces({
  ...outcome.value,
  vocabulary: { ...vocabulary, who: vocabulary.who.map((who) => ({ ...who, copies: 2 })) },
  languages: languages.map((shelf) => ({
    ...shelf,
    worksheets: shelf.worksheets.map((sheet, index) => ({ ...sheet, private: index === 0 })),
  })),
});
const [secret, open] = place?.shelf.worksheets ?? [];
if (!place || !secret || !open) throw new Error('the fixture has fewer than two sheets');

const outputs = [secret, open].map(
  ({ lang, slug }): SheetOutput => ({
    lang,
    slug,
    files: [
      { path: `${slug}.pdf`, paper: 'a4', edition: 'standard', pages: 1, bytes: 1, sha256: '' },
    ],
    picture: { path: 'picture.png', widthPx: 1, heightPx: 1 },
  }),
);
const set = toPrintSet(place, [secret.slug, open.slug], ({ slug }) =>
  outputs.find((output) => output.slug === slug),
);

describe('how many copies are printed', () => {
  it('is one of a private sheet, and nothing is said about it', () => {
    expect(toCopies(place, secret)).toBeUndefined();
    expect(toCopies(place, open)).toBe('You need 2 copies, one each.');
  });

  it('leaves a private sheet out where sheets are printed together, and counts it once', () => {
    expect(set?.copies).toBe('Print 2 copies, one each, of “Wind down”.');
    expect(set?.all).toMatch(/^With these copies it is 3 pages/);
    expect(set?.cards.map(({ copies }) => copies)).toEqual([undefined, '2 copies']);
  });

  it('is said of a private sheet in words of its own, with what paper may give away', () => {
    expect(set?.cards.map(({ caution }) => caution)).toEqual([
      'For one person alone. Do not print it where someone could find the paper.',
      undefined,
    ]);
  });
});
