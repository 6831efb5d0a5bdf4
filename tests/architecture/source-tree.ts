import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds `scripts`, `templates` and the rest. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below a folder of the project, as "scripts/model/field.ts"; sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/'))
    .sort();
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(`${ROOT}${file}`, 'utf8');
}

const IMPORT =
  /^[ \t]*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** What a source names in its import lines, types and late imports too. */
export function importsIn(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** One import line: a file of ours, and a file of ours or a package. */
export type Import = { from: string; to: string; isPackage: boolean };

/** "scripts/pdf/fields/scale.ts" and "../../model/field.ts" as "scripts/model/field.ts". */
function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** Every import line of `scripts`. */
export function importsOfScripts(): Import[] {
  return filesBelow('scripts')
    .filter((file) => file.endsWith('.ts'))
    .flatMap((from) =>
      importsIn(textOf(from)).map((specifier) => {
        const isPackage = !specifier.startsWith('.');
        return { from, to: isPackage ? specifier : resolve(from, specifier), isPackage };
      }),
    );
}
