import type { Environment } from 'nunjucks';
import { toCards } from '../model/cards.ts';
import { fillString } from '../model/text.ts';
import { drawWheel } from '../model/wheel.ts';

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
 * Gives the templates `fill` for strings with gaps, `wheel` for the lines of a wheel, `cards`
 * for the sides of cards, and `keepNothing` for forms. There is no more, and nothing that depends on one build: Eleventy keeps
 * compiled templates for as long as the process lives.
 */
export function addFilters(environment: Environment): void {
  environment.addFilter('fill', fillString);
  environment.addFilter('wheel', drawWheel);
  environment.addFilter('cards', toCards);
  environment.addFilter('keepNothing', keepNothing);
}
