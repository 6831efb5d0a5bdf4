import type { Block, Worksheet } from '../model/document.ts';
import type { FieldKind } from '../model/field.ts';
import type { Library, SpecimenExample, Strings } from '../model/library.ts';
import { sortProblems } from '../model/problem.ts';
import { type Reading, readLibrary } from './library.ts';
import type { Source } from './parse.ts';

/** The kind of the first field in a block, if there is one. */
function kindIn(block: Block): FieldKind | undefined {
  if (block.kind === 'field') return block.field.kind;
  if (block.kind === 'heading') return undefined;
  return block.parts.flatMap((part) => ('field' in part ? [part.field.kind] : []))[0];
}

/** Every block with a field, with the lines it was made from: those before the next block. */
function toExamples({ blocks }: Worksheet, text: string): SpecimenExample[] {
  const lines = text.split('\n');
  return blocks.flatMap((block, index) => {
    const kind = kindIn(block);
    const end = blocks[index + 1]?.line ?? lines.length + 1;
    const markdown = lines
      .slice(block.line - 1, end - 1)
      .join('\n')
      .trim();
    return kind ? [{ kind, markdown, block }] : [];
  });
}

/**
 * Adds the program's own sheets to a library: printed with the name, the address and the words of
 * its site. Their problems are problems of the whole. Pure.
 */
export function readSpecimen(
  sources: Source[],
  defaults: Strings,
  { library, problems, breaches, book }: Reading,
): Reading {
  const own = readLibrary(sources, defaults, 'the specimen');
  const { site } = library;
  const main = library.languages.find(({ lang }) => lang === site.language);
  const languages = own.library.languages.map((shelf) => ({
    ...shelf,
    strings: main?.strings ?? defaults,
    worksheets: shelf.worksheets.map((sheet): Worksheet => ({ ...sheet, specimen: true })),
  }));
  const sheets = languages.flatMap(({ worksheets }) => worksheets);
  const examples = sheets
    .filter((sheet) => !sheet.private)
    .flatMap((sheet) => {
      const source = sources.find(({ file }) => file === sheet.file);
      return toExamples(sheet, source?.text ?? '');
    });
  const shown: Library = { ...own.library, site, languages };
  return {
    library: { ...library, specimen: { library: shown, examples } },
    problems: sortProblems([...problems, ...own.problems]),
    breaches,
    book,
  };
}
