import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { nameOf } from '../objects.ts';
import { kidsOf } from '../structure-kids.ts';
import { dictOf, lookUp } from '../values.ts';

/** A marked-content sequence: its id, and the page it is on. */
type Sequence = { id: number; page: PDFObject | undefined };

/** All marked content of an element and those below it. */
function sequencesIn(element: PDFDict): Sequence[] {
  const ownPage = element.get(PDFName.of('Pg'));
  return kidsOf(element).flatMap((kid): Sequence[] => {
    const value = element.context.lookup(kid);
    if (value instanceof PDFNumber) return [{ id: value.asNumber(), page: ownPage }];
    if (!(value instanceof PDFDict) || nameOf(value, 'Type') === 'OBJR') return [];
    if (nameOf(value, 'Type') !== 'MCR') return sequencesIn(value);
    const id = lookUp(value, 'MCID');
    const page = value.get(PDFName.of('Pg')) ?? ownPage;
    return id instanceof PDFNumber ? [{ id: id.asNumber(), page }] : [];
  });
}

/** The first row of each table: every table of a sheet begins with its heads. */
function headRows(element: PDFDict): PDFDict[] {
  const kids = kidsOf(element).flatMap((kid) => {
    const value = element.context.lookup(kid);
    return value instanceof PDFDict && value.has(PDFName.of('S')) ? [value] : [];
  });
  const below = kids.flatMap(headRows);
  if (nameOf(element, 'S') !== 'Table') return below;
  const first = kids.find((kid) => nameOf(kid, 'S') === 'TR');
  return first ? [first, ...below] : below;
}

/**
 * Where a table goes on over the page, the browser paints its heads once more and tags them as more
 * words of the same heads, to be read twice. Each repetition becomes decoration (PDF/UA-1, 7.1).
 */
export function demoteRepeatedHeads(draft: Draft): void {
  const root = dictOf(draft.document.catalog, 'StructTreeRoot');
  const indexOf = new Map(draft.pages.map(({ ref }, index) => [ref.tag, index]));
  for (const row of root ? headRows(root) : []) {
    const placed = sequencesIn(row).flatMap(({ id, page }) => {
      const index = page instanceof PDFRef ? indexOf.get(page.tag) : undefined;
      return index === undefined ? [] : [{ id, index }];
    });
    const first = Math.min(...placed.map(({ index }) => index));
    for (const { id, index } of placed) if (index > first) draft.pages[index]?.demoted.add(id);
  }
}
