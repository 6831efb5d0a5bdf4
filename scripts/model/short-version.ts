import type { Block, Worksheet } from './document.ts';
import type { Field } from './field.ts';
import { withInnerFields } from './field-names.ts';

/** Fields of a block, in reading order. */
function fieldsOf(block: Block): Field[] {
  if (block.kind === 'field') return withInnerFields(block.field);
  if (block.kind === 'heading') return [];
  return block.parts.flatMap((part) => ('field' in part ? withInnerFields(part.field) : []));
}

const isShort = (block: Block) => fieldsOf(block).some(({ short }) => short === true);

/** Whether a block that stays follows before the next heading of the same or a higher level. */
function leadsToShort(blocks: readonly Block[], at: number): boolean {
  const heading = blocks[at];
  if (heading?.kind !== 'heading') return false;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'heading' && block.level <= heading.level) return false;
    if (isShort(block)) return true;
  }
  return false;
}

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
  const kept = blocks.filter((block, index) => isShort(block) || leadsToShort(blocks, index));
  const ids = new Set(kept.flatMap(fieldsOf).map(({ id }) => id));
  const fields = worksheet.fields.filter(({ id }) => ids.has(id));
  return { ...worksheet, steps: [], needs: undefined, blocks: kept, fields };
}
