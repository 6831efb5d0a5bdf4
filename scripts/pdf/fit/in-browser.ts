import { applyChanges } from './apply-changes.ts';
import { measureSheet } from './measure-sheet.ts';
import type { SheetChanges, SheetMeasure } from './slab.ts';
import { widenBlanks } from './widen-blanks.ts';

/** What the printing browser is asked to do; bundled as one script, since no import reaches it there. */
const main = () => document.querySelector('main') ?? document.body;

/** Measures the one sheet of the document, its blanks as long as they are printed. */
export const measure = (): SheetMeasure => {
  widenBlanks(main());
  return measureSheet(main());
};

/** Changes the one sheet of the document. */
export const apply = (changes: SheetChanges): void => applyChanges(main(), changes);
