import type { Block, Worksheet } from './document.ts';
import { EDITIONS, type Edition, type EditionName } from './edition.ts';
import type { Field } from './field.ts';
import { withInnerFields } from './field-names.ts';
import type { Position } from './problem.ts';

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

/** The editions that a sheet is printed in, in the order of their files. */
export function editionsOf(worksheet: Pick<Worksheet, 'fields'>): Edition[] {
  return EDITIONS.filter(({ name }) => name !== 'short' || hasShortVersion(worksheet));
}

/** What of a sheet is printed in an edition. */
export function inEdition(worksheet: Worksheet, edition: EditionName): Worksheet {
  return edition === 'short' ? toShortVersion(worksheet) : worksheet;
}

/** Page budget of an edition; the two-minute version has one page when nothing else is written. */
export function budgetOf({ pages }: Pick<Worksheet, 'pages'>, edition: EditionName): number {
  return edition === 'short' ? (pages.short ?? 1) : pages[edition];
}

/** Where the page budget of an edition stands in the source; of one that is not written, where the others do. */
export function budgetPosition(
  { positions }: Pick<Worksheet, 'positions'>,
  edition: EditionName,
): Position {
  return positions[`/pages/${edition}`] ?? positions['/pages'] ?? { line: 1, column: 1 };
}
