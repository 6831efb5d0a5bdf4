import { describe, expect, it } from 'vitest';
import { listDicts, nameIn, openObjects } from './objects-of.ts';
import { readPdf, structureNodes } from './open-pdf.ts';
import { toSheet, usePress } from './press.ts';

const own = usePress();
const WHEEL = ':::wheel[Parts of a night]{#night}\n- dark\n- cool\n- quiet\n:::';

describe('a drawing on a sheet', () => {
  it('is one figure that says what it is, with its list beside it', async () => {
    const { bytes } = await own.press.print(await toSheet(WHEEL), 'standard');
    const { pages } = await readPdf(bytes);
    const nodes = pages.flatMap(({ structure }) => [...structureNodes(structure)]);
    const figures = nodes.filter(({ node }) => node.role === 'Figure');
    expect(figures.map(({ node }) => (node as { alt?: string }).alt)).toEqual([
      'A wheel of 3 numbered segments, from 0 in the middle to 10 at the rim. Parts of a night',
    ]);
    const dicts = listDicts(await openObjects(bytes));
    expect(dicts.filter((dict) => nameIn(dict, 'S') === 'Figure')).toHaveLength(1);
  });

  it('says it on a private sheet too, and no decoration is a figure', async () => {
    const place = await toSheet(WHEEL);
    const worksheet = { ...place.worksheet, private: true };
    const { promised } = await own.press.print({ ...place, worksheet }, 'standard');
    expect(promised.facts.tags['Figure']).toBe(1);
    const plain = await own.press.print(await toSheet('::lines[Why?]'), 'standard');
    expect(plain.promised.facts.tags['Figure']).toBeUndefined();
  });
});
