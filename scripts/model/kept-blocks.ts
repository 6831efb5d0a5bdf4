import type { Block } from './document.ts';
import type { Field } from './field.ts';
import { withInnerFields } from './field-names.ts';

/** Fields of a block, in reading order. */
export function fieldsOf(block: Block): Field[] {
  if (block.kind === 'field') return withInnerFields(block.field);
  if (block.kind === 'heading') return [];
  return block.parts.flatMap((part) => ('field' in part ? withInnerFields(part.field) : []));
}

/**
 * The blocks with a field that is wanted, and the headings that lead to them: those after which one
 * follows before the next heading of the same or a higher level.
 */
export function keepBlocks(blocks: readonly Block[], isWanted: (field: Field) => boolean): Block[] {
  const isKept = (block: Block) => fieldsOf(block).some(isWanted);
  return blocks.filter((block, at) => {
    if (block.kind !== 'heading') return isKept(block);
    const after = blocks.slice(at + 1);
    const end = after.findIndex((one) => one.kind === 'heading' && one.level <= block.level);
    return after.slice(0, end < 0 ? undefined : end).some(isKept);
  });
}
