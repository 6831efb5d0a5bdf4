import { beforeAll, describe, expect, it } from 'vitest';
import type { EditionName } from '../../scripts/model/edition.ts';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import { countRoles } from './expected-tags.ts';
import { listDicts, openObjects } from './objects-of.ts';
import { type PdfReading, readPdf, structureNodes } from './open-pdf.ts';
import { type Print, toSheet, usePress } from './press.ts';

const own = usePress();
const HEADS = ['What helped', 'Done', 'Hours'];
const BODY = `::lines[Why?]{#why rows=4}

:::table[Thirty days]{#days rows=29}
| What helped | Done | Hours |
|---|---|---|
| A walk | [ ] | [#] |
:::
`;
const ROWS = 30;

describe.each<EditionName>(['standard', 'large'])(
  'a table of thirty rows, in %s print',
  (edition) => {
    let print: Print;
    let pdf: PdfReading;

    beforeAll(async () => {
      const place = await toSheet(BODY, { pages: '{standard: 3, large: 4}' });
      print = await own.press.print(place, edition);
      pdf = await readPdf(print.bytes);
    });

    it('runs over pages with nothing lost', () => {
      expect(checkSheet(print.promised)).toEqual([]);
      expect(pdf.pages.length).toBeGreaterThan(1);
    });

    it('has its heads printed at the top of every page that it is on', () => {
      for (const { texts, annotations } of pdf.pages) {
        const rows = annotations.filter(({ fieldName = '' }) => fieldName.startsWith('days-'));
        expect(rows.length).toBeGreaterThan(0);
        const top = Math.max(...rows.map(({ rect }) => rect[3]));
        for (const head of HEADS) {
          const found = texts.filter(({ text }) => text === head);
          expect(found.map(({ y }) => y > top - 4)).toEqual([true]);
        }
      }
    });

    it('has them read once: a repeated head is decoration', async () => {
      const roles = countRoles(listDicts(await openObjects(print.bytes)));
      expect([roles['Table'], roles['TR'], roles['TH']]).toEqual([1, ROWS + 1, HEADS.length + 1]);
      const inTags = pdf.pages.map(
        ({ structure }) =>
          [...structureNodes(structure)].filter(
            ({ node, above }) => node.type === 'content' && above.includes('TH'),
          ).length,
      );
      expect(inTags[0]).toBe(HEADS.length + 1);
      expect(inTags.slice(1)).toEqual(inTags.slice(1).map(() => 0));
    });

    it('cuts no row: the boxes of each stand on one page, at one height', () => {
      const placed = pdf.pages.flatMap(({ annotations }, page) =>
        annotations.flatMap(({ fieldName = '', rect }) => {
          const row = /^days-(\d+)-/.exec(fieldName)?.[1];
          return row ? [{ row, page, middle: Math.round((rect[1] + rect[3]) / 2) }] : [];
        }),
      );
      const rows = Map.groupBy(placed, ({ row }) => row);
      expect(rows.size).toBe(ROWS);
      for (const cells of rows.values()) {
        expect(new Set(cells.map(({ page }) => page)).size).toBe(1);
        const middles = cells.map(({ middle }) => middle);
        expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(3);
      }
    });
  },
);
