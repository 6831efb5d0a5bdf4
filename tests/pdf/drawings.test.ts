import { describe, expect, it } from 'vitest';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import { listDicts, nameIn, openObjects } from './objects-of.ts';
import { readPdf, structureNodes } from './open-pdf.ts';
import { type SheetPlace, toSheet, usePress } from './press.ts';

const own = usePress();
const WHEEL = ':::wheel[Parts of a night]{#night}\n- dark\n- cool\n- quiet\n:::';

/** Each drawing, and what is said of it to those who cannot see it. */
const DRAWINGS: [kind: string, markdown: string, alt: string][] = [
  [
    'wheel',
    WHEEL,
    'A wheel of 3 numbered segments, from 0 in the middle to 10 at the rim. Parts of a night',
  ],
  [
    'timeline',
    ':::timeline[My nights]{#nights points=2 rows=1}\n- the move\n:::',
    'A line from top to bottom with 3 circles to shade, one for each point. My nights',
  ],
  [
    'ladder',
    ':::ladder[Calm evenings]{#calm own=2}\n- dim the light\n:::',
    'A ladder of 3 rungs to shade, one for each step, the first at the bottom. Calm evenings',
  ],
  [
    'cycle',
    ':::cycle[Bad nights]{#bad}\n- awake\n- late\n- tired\n:::',
    'A ring of 3 numbered circles to shade. An arrow leads from each to the next, and from the last to the first. Bad nights',
  ],
];

const asPrivate = (place: SheetPlace): SheetPlace => {
  return { ...place, worksheet: { ...place.worksheet, private: true } };
};

/** What the figures of a file say, in reading order. */
async function figuresIn(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const { pages } = await readPdf(bytes);
  const nodes = pages.flatMap(({ structure }) => [...structureNodes(structure)]);
  const figures = nodes.filter(({ node }) => node.role === 'Figure');
  return figures.map(({ node }) => (node as { alt?: string }).alt);
}

describe.each(DRAWINGS)('the drawing of a %s', (_, markdown, alt) => {
  it('is one figure that says what it is, with its list beside it', async () => {
    const { bytes } = await own.press.print(await toSheet(markdown), 'standard');
    expect(await figuresIn(bytes)).toEqual([alt]);
    const dicts = listDicts(await openObjects(bytes));
    expect(dicts.filter((dict) => nameIn(dict, 'S') === 'Figure')).toHaveLength(1);
  });

  it('says it on a private sheet too, which has no fields', async () => {
    const place = asPrivate(await toSheet(markdown));
    const { bytes, promised } = await own.press.print(place, 'standard');
    expect(await figuresIn(bytes)).toEqual([alt]);
    expect(promised.facts.widgets).toEqual([]);
    expect(checkSheet(promised)).toEqual([]);
  });

  it('stands on a two-minute version that it is marked for, and says the same', async () => {
    const body = `::lines[Why?]{#why}\n\n${markdown.replace('}', ' short}')}`;
    const { bytes, promised } = await own.press.print(await toSheet(body), 'short');
    expect(await figuresIn(bytes)).toEqual([alt]);
    expect(promised.facts.widgets.length).toBeGreaterThan(0);
    expect(promised.facts.widgets.map(({ name }) => name)).not.toContain('why');
    expect(checkSheet(promised)).toEqual([]);
  });
});

describe('a sheet without drawings', () => {
  it('has no figure: a decoration is none', async () => {
    const plain = await own.press.print(await toSheet('::lines[Why?]'), 'standard');
    expect(plain.promised.facts.tags['Figure']).toBeUndefined();
  });
});
