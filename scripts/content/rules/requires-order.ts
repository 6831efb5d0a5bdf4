import type { Worksheet } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { atKey, type Rule, sheetsOf } from './rule.ts';

/** The way from a sheet back to itself along what is required, if there is one. */
function findCycle(start: string, requires: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const walk = (slug: string, way: string[]): string[] => {
    for (const next of requires.get(slug) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(start, [start]);
}

function checkSheets(sheets: readonly Worksheet[]): Problem[] {
  const bySlug = new Map(sheets.map((sheet) => [sheet.slug, sheet]));
  const requires = new Map(sheets.map(({ slug, requires }) => [slug, requires]));
  return sheets.flatMap((sheet) => {
    const cycle = sheet.requires.includes(sheet.slug) ? [] : findCycle(sheet.slug, requires);
    if (cycle.length > 0) {
      const message = `requires: no one can begin, for this leads in a ring: ${cycle.join(' → ')}`;
      return [atKey(sheet, '/requires', message, 'Take one of them out.')];
    }
    return sheet.requires.flatMap((slug, index) => {
      const other = bySlug.get(slug);
      if (!other || other.number < sheet.number || other === sheet) return [];
      const message = `requires: "${slug}" is sheet ${other.number}, and comes after this one, sheet ${sheet.number}`;
      return [atKey(sheet, `/requires/${index}`, message, 'Sheets are numbered in their order.')];
    });
  });
}

/** What comes before a sheet can come before it: no ring, and nothing later in the order. */
export const requiresOrderRule: Rule = {
  name: 'requires-order',
  demands: 'what a sheet requires comes before it, and never leads back to it',
  always: true,
  check({ documents }) {
    const sheets = sheetsOf(documents);
    return [...Map.groupBy(sheets, ({ lang }) => lang).values()].flatMap(checkSheets);
  },
};
