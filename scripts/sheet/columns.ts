import { type EditionName, LIVE_AREA_MM } from '../model/edition.ts';
import type { ChecklistField } from '../model/field.ts';

/** Mean width of a letter and room around the words of a row, in mm. */
const METRICS: Record<EditionName, { letterMm: number; boxMm: number }> = {
  standard: { letterMm: 2.25, boxMm: 12 },
  large: { letterMm: 3.4, boxMm: 16 },
  short: { letterMm: 2.25, boxMm: 12 },
};
/** More columns than this are hard to follow with a pencil. */
const MOST_COLUMNS = 4;

/** How many columns a checklist's rows fit in without wrapping; one when they are sentences. */
export function columnsFor(field: ChecklistField, edition: EditionName): number {
  const { letterMm, boxMm } = METRICS[edition];
  const longest = Math.max(...field.items.map(({ label }) => label.length), 1);
  const fits = Math.floor(LIVE_AREA_MM.width / (longest * letterMm + boxMm));
  return Math.max(1, Math.min(fits, MOST_COLUMNS, Math.ceil(field.items.length / 2)));
}
