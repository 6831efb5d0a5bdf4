import type { Environment } from 'nunjucks';
import { boxColumns } from '../model/box-columns.ts';
import { toCards } from '../model/cards.ts';
import { DRAWINGS } from '../model/drawings.ts';
import { fillString } from '../model/text.ts';

const TYPED = /<(?:textarea|input(?=[^>]*\btype="(?:text|number|search)"))/g;

/**
 * Controls that ask the browser to remember nothing of what is typed. The form asks for the same;
 * some browsers and keyboards look at each control alone. Boxes to tick have nothing to complete.
 */
function keepNothing(html: unknown): string {
  return String(html).replace(
    TYPED,
    '$& autocomplete="off" spellcheck="false" autocapitalize="off"',
  );
}

/**
 * Gives the templates `fill` for strings with gaps, the drawings for the lines of a wheel and its
 * like, `cards` for the sides of cards, `boxColumns` for tables, and `keepNothing` for forms. There
 * is no more, and nothing that depends on one build: Eleventy keeps compiled templates for as long
 * as the process lives.
 */
export function addFilters(environment: Environment): void {
  environment.addFilter('fill', fillString);
  environment.addFilter('cards', toCards);
  environment.addFilter('boxColumns', boxColumns);
  for (const [kind, draw] of Object.entries(DRAWINGS)) environment.addFilter(kind, draw);
  environment.addFilter('keepNothing', keepNothing);
}
