import type { Page, Worksheet } from '../model/document.ts';
import type { Place } from './place.ts';
import { toSheetLink } from './sheet-words.ts';
import type { ProgressRow, ProgressView } from './view.ts';

/** What of a sheet has a number: each part of a wheel, and each scale. */
function toRows(sheet: Worksheet): ProgressRow[] {
  return sheet.fields.flatMap((field): ProgressRow[] => {
    if (field.kind === 'scale') {
      const { id, label, from, to } = field;
      return [{ id, label, from, to }];
    }
    if (field.kind !== 'wheel') return [];
    const { from, to } = field;
    return field.items.map(({ id, label }) => ({ id: `${field.id}-${id}`, label, from, to }));
  });
}

/** The numbers of a sheet that is filled in several times, to be compared on a page. */
export function toProgress(place: Place, { progress }: Page): ProgressView | undefined {
  const sheet = place.shelf.worksheets.find(({ slug }) => slug === progress?.sheet);
  if (!progress || !sheet) return undefined;
  return { sheet: toSheetLink(place, sheet), rounds: progress.rounds, rows: toRows(sheet) };
}
