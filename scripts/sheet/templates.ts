import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { DRAWINGS } from '../model/drawings.ts';
import { fillString } from '../model/text.ts';
import { standsBeside } from './beside.ts';
import { answerWidthFor, boxWidthsFor, columnsFor } from './columns.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(TEMPLATES), {
  autoescape: true,
  // A word that is missing stops the build instead of leaving a hole on paper.
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});
environment.addFilter('fill', (template: string, values: Record<string, string | number>) =>
  fillString(template, values),
);
for (const [kind, draw] of Object.entries(DRAWINGS)) environment.addFilter(kind, draw);
environment.addFilter('columns', columnsFor);
environment.addFilter('answerWidth', answerWidthFor);
environment.addFilter('boxWidths', boxWidthsFor);
environment.addFilter('standsBeside', standsBeside);

/** Renders a template of the printed page, by its path below `templates`. */
export function renderTemplate(path: string, values: object): string {
  return environment.render(path, values);
}

/** Makes the next sheet read its templates anew: compiled ones are kept. */
export function forgetTemplates(): void {
  environment.invalidateCache();
}
