import type { Worksheet } from './document.ts';
import { EDITIONS, type Edition, type EditionName } from './edition.ts';
import { toExampleVersion } from './example-version.ts';
import type { Position } from './problem.ts';
import { hasShortVersion, toShortVersion } from './short-version.ts';

/** The editions that a sheet is printed in, in the order of their files. */
export function editionsOf(worksheet: Pick<Worksheet, 'fields' | 'example'>): Edition[] {
  return EDITIONS.filter(({ name }) => {
    if (name === 'short') return hasShortVersion(worksheet);
    return name !== 'example' || worksheet.example !== undefined;
  });
}

/** Whether a sheet comes in an edition. */
export function hasEdition(
  worksheet: Pick<Worksheet, 'fields' | 'example'>,
  edition: EditionName,
): boolean {
  return editionsOf(worksheet).some(({ name }) => name === edition);
}

/** What of a sheet is printed in an edition. */
export function inEdition(worksheet: Worksheet, edition: EditionName): Worksheet {
  switch (edition) {
    case 'short':
      return toShortVersion(worksheet);
    case 'example':
      return toExampleVersion(worksheet);
    case 'standard':
    case 'large':
      return worksheet;
  }
}

/**
 * Page budget of an edition. The two-minute version has one page when nothing else is written. A
 * filled-in example has what the sheet itself has: it holds the same, in fewer lines.
 */
export function budgetOf({ pages }: Pick<Worksheet, 'pages'>, edition: EditionName): number {
  switch (edition) {
    case 'short':
      return pages.short ?? 1;
    case 'example':
      return pages.standard;
    case 'standard':
    case 'large':
      return pages[edition];
  }
}

/** Where the page budget of an edition stands in the source; of one that is not written, where the others do. */
export function budgetPosition(
  { positions }: Pick<Worksheet, 'positions'>,
  edition: EditionName,
): Position {
  const own = edition === 'example' ? '/example' : `/pages/${edition}`;
  return positions[own] ?? positions['/pages'] ?? { line: 1, column: 1 };
}
