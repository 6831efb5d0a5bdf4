import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadReading } from '../../scripts/content/load.ts';
import { type Directive, parseDirective } from '../../scripts/markdown/directive.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';
import type { SheetPlace } from '../pdf/press.ts';

/** Where the program's own sheets stand. */
export const SPECIMEN = 'templates/specimen';

/** How the pictures and dumps of the specimen are renewed, for the messages of tests. */
export const RENEW = 'If the change is wanted, look at it and run: npm run test:specimen -- -u';

/** The program's own sheets, each with its library. */
export async function loadSpecimen(): Promise<SheetPlace[]> {
  const { library, problems } = await loadReading(path.join(PROJECT_ROOT, SPECIMEN));
  const [problem] = problems;
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
  return library.languages.flatMap((shelf) =>
    shelf.worksheets.map((sheet) => {
      const worksheet: Worksheet = { ...sheet, specimen: true };
      return { library, shelf, worksheet };
    }),
  );
}

/** Every field of a sheet as its author wrote it. */
export function directivesOf({ file }: Pick<Worksheet, 'file'>): Directive[] {
  const text = readFileSync(path.resolve(PROJECT_ROOT, file), 'utf8');
  const opening = new RegExp(`(?<![:\\\\]):{1,3}(?:${FIELD_KINDS.join('|')})\\[`, 'g');
  return [...text.matchAll(opening)].flatMap(({ index }) => {
    const parsed = parseDirective(text, index);
    return parsed && 'directive' in parsed ? [parsed.directive] : [];
  });
}
