import type { Worksheet } from './document.ts';
import { fieldsOf, keepBlocks } from './kept-blocks.ts';

/** Whether a sheet has a two-minute version: an author marked at least one field for it. */
export function hasShortVersion({ fields }: Pick<Worksheet, 'fields'>): boolean {
  return fields.some(({ short }) => short === true);
}

/**
 * The two-minute version of a sheet: the blocks whose fields are marked `short`, the headings that
 * lead to them, and nothing else: no steps, nothing to have at hand. A sentence with gaps stays or
 * goes as a whole.
 */
export function toShortVersion(worksheet: Worksheet): Worksheet {
  const { blocks } = worksheet;
  const kept = keepBlocks(blocks, ({ short }) => short === true);
  const ids = new Set(kept.flatMap(fieldsOf).map(({ id }) => id));
  const fields = worksheet.fields.filter(({ id }) => ids.has(id));
  return { ...worksheet, steps: [], needs: undefined, blocks: kept, fields };
}
