import type { Environment } from 'nunjucks';
import { fillString } from '../model/text.ts';
import { drawWheel } from '../model/wheel.ts';

/**
 * Gives the templates `fill` for strings with gaps and `wheel` for the lines of a wheel. There is
 * no more, and nothing that depends on one build: Eleventy keeps compiled templates for as long as the process lives.
 */
export function addFilters(environment: Environment): void {
  environment.addFilter('fill', fillString);
  environment.addFilter('wheel', drawWheel);
}
