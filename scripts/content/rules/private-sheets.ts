import type { Worksheet } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { atKey, type Rule, sheetsOf } from './rule.ts';

function checkPrivate(sheet: Worksheet): Problem[] {
  const problems: Problem[] = [];
  if (sheet.nameLine) {
    const message = 'nameLine: a private sheet carries no name';
    problems.push(atKey(sheet, '/nameLine', message, 'Take the line out.'));
  }
  if (sheet.example) {
    const message = 'example: a private sheet is shown to nobody, not even filled in';
    problems.push(atKey(sheet, '/example', message, 'Take the example out.'));
  }
  const signed = sheet.fields.filter(({ kind }) => kind === 'agreement');
  for (const { line, column } of signed) {
    const message = 'a private sheet is signed by nobody';
    const hint = 'Write the words without an agreement.';
    problems.push({ file: sheet.file, line, column, message, hint });
  }
  return problems;
}

/** What another sheet says of a private one, whoever holds it can read. */
function checkOpen(sheet: Worksheet, closed: ReadonlySet<string>): Problem[] {
  return sheet.requires.flatMap((slug, index) => {
    if (!closed.has(slug)) return [];
    const message = `requires: "${slug}" is private, and this sheet would name it`;
    return [atKey(sheet, `/requires/${index}`, message, 'Say it in the guide instead.')];
  });
}

/** A private sheet carries no name and no signature, and no other sheet speaks of it. */
export const privateSheetsRule: Rule = {
  name: 'private-sheets',
  demands: 'a private sheet has no name, no signature and no example, and no sheet requires it',
  always: true,
  check({ documents }) {
    const sheets = sheetsOf(documents);
    const closed = new Set(sheets.filter((sheet) => sheet.private).map(({ slug }) => slug));
    return sheets.flatMap((sheet) =>
      sheet.private ? checkPrivate(sheet) : checkOpen(sheet, closed),
    );
  },
};
