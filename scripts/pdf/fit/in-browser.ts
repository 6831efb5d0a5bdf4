import { applyChanges } from './apply-changes.ts';
import { measureSheet } from './measure-sheet.ts';
import type { DocumentChanges, SheetMeasure } from './slab.ts';
import { widenBlanks } from './widen-blanks.ts';

/** What the printing browser is asked to do; bundled as one script, since no import reaches it there. */
const main = () => document.querySelector('main') ?? document.body;

/** What is set on pages of its own: the parts of a packet, else the one sheet. */
function roots(): HTMLElement[] {
  const parts = [...main().querySelectorAll<HTMLElement>('.part')];
  return parts.length > 0 ? parts : [main()];
}

/** Measures all parts of the document, their blanks as long as they are printed. */
export const measure = (): SheetMeasure[] =>
  roots().map((root) => {
    widenBlanks(root);
    return measureSheet(root);
  });

/** Changes all parts of the document, and writes the numbers of pages where they are asked for. */
export function apply({ parts, numbers }: DocumentChanges): void {
  for (const [index, root] of roots().entries()) {
    const changes = parts[index];
    if (changes) applyChanges(root, changes);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    place.textContent = String(numbers[place.dataset['pageOf'] ?? ''] ?? '');
  }
}
