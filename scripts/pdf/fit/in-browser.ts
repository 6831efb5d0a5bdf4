import { applyChanges } from './apply-changes.ts';
import { measureSheet } from './measure-sheet.ts';
import type { SheetChanges, SheetMeasure } from './slab.ts';

/** What the printing browser is asked to do; bundled as one script, since no import reaches it there. */
const main = () => document.querySelector('main') ?? document.body;

/** Measures the one sheet of the document. */
export const measure = (): SheetMeasure => measureSheet(main());

/** Changes the one sheet of the document. */
export const apply = (changes: SheetChanges): void => applyChanges(main(), changes);
