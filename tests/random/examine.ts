import { readLibrary } from '../../scripts/content/library.ts';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { EDITIONS, type EditionName } from '../../scripts/model/edition.ts';
import { editionsOf, inEdition } from '../../scripts/model/editions-of.ts';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import type { SheetPrinter } from '../../scripts/pdf/print-sheet.ts';
import { findMissingGlyphs } from '../../scripts/sheet/repertoire.ts';
import { findSheet, type Press, type SheetPlace } from '../pdf/press.ts';
import { readLaidOut } from './laid-out.ts';
import { type CheckName, RULES } from './rules.ts';

/** A rule that a printed sheet does not keep. */
export type Breach = {
  rule: CheckName;
  edition?: EditionName;
  detail: string;
};

/**
 * What came of a sheet: its breaches, and the files for A4 by edition. An edition that its author is
 * told to change is refused: no such file is ever published.
 */
export type Examined = {
  breaches: Breach[];
  refused: string[];
  files: { edition: EditionName; bytes: Uint8Array }[];
};

/** What authors are told of pages, and can only mend themselves. */
const REFUSALS = [
  /^the \w+ edition has \d+ pages, its budget is \d+: .* \d+\.\d mm too much$/,
  /^the last page of the \w+ edition (begins here|holds the closing lines alone) and is \d+ % full, expected at least 35 %$/,
];

const strings = await loadDefaultStrings();
const SITE = 'name: A test\nurl: https://example.org\nexitUrl: https://example.org/elsewhere\n';

function read(text: string) {
  const sources = [
    { path: 'site.yml', file: 'site.yml', text: SITE },
    { path: 'en/worksheets/a-sheet.md', file: 'a-sheet.md', text },
  ];
  return readLibrary(sources, strings, '.');
}

/** Prints one edition and holds what is in the file against every rule. */
async function examineEdition(
  place: SheetPlace,
  edition: EditionName,
  { press, printer }: Printing,
): Promise<{ breaches: Breach[]; refused: string[]; bytes: Uint8Array }> {
  const print = await press.print(place, edition, printer);
  const sheet = inEdition(place.worksheet, edition);
  const laid = await readLaidOut(print.bytes);
  const found = Object.entries(RULES).flatMap(([rule, check]) =>
    check({ sheet, edition, laid }).map((detail): Breach => {
      return { rule: rule as CheckName, edition, detail };
    }),
  );
  const glyphs = findMissingGlyphs(sheet, press.styles, print.sheet.words);
  const told = [...checkSheet(print.promised), ...glyphs];
  const isRefusal = ({ message }: { message: string }) => REFUSALS.some((one) => one.test(message));
  const refused = told.filter(isRefusal).map(({ message }) => message);
  const own = told.map(({ line, message }): Breach => {
    return { rule: 'its own check finds nothing', edition, detail: `line ${line}: ${message}` };
  });
  const breaches = refused.length === told.length && refused.length > 0 ? [] : [...found, ...own];
  return { breaches, refused, bytes: print.bytes };
}

/** What a sheet is printed with; one page of the browser is never used for two at once. */
export type Printing = { press: Press; printer: SheetPrinter };

/** Reads a sheet, prints it in all its editions, and gives every breach of every rule. */
export async function examine(text: string, printing: Printing): Promise<Examined> {
  const { library, problems } = read(text);
  if (problems.length > 0) {
    const breaches = problems.map(({ line, message }): Breach => {
      return { rule: 'it is read without a problem', detail: `line ${line}: ${message}` };
    });
    return { breaches, refused: [], files: [] };
  }
  const place = findSheet(library, 'a-sheet');
  const examined: Examined = { breaches: [], refused: [], files: [] };
  const editions = new Set(editionsOf(place.worksheet).map(({ name }) => name));
  for (const { name } of EDITIONS.filter((edition) => editions.has(edition.name))) {
    const { breaches, refused, bytes } = await examineEdition(place, name, printing);
    examined.breaches.push(...breaches);
    examined.refused.push(...refused);
    if (refused.length === 0) examined.files.push({ edition: name, bytes });
  }
  return examined;
}
