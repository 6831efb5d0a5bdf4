import { fieldNames } from '../../model/field-names.ts';
import type { Problem } from '../../model/problem.ts';
import { type Rule, sheetsOf } from './rule.ts';

/** Lines that an agreement ends in: a signature and a date for each of two. */
const LINES = 4;

/** What two people agree on, both sign: on a sheet for both, each under a name of their own. */
export const twoSignaturesRule: Rule = {
  name: 'two-signatures',
  demands: 'every agreement is signed and dated by two, on a sheet that both fill in',
  always: true,
  check({ rules, documents }) {
    const setting = rules.settings['two-signatures'];
    const who = typeof setting === 'object' ? setting.who : undefined;
    return sheetsOf(documents).flatMap((document): Problem[] => {
      return document.fields.flatMap((field): Problem[] => {
        if (field.kind !== 'agreement') return [];
        const at = { file: document.file, line: field.line, column: field.column };
        const problems: Problem[] = [];
        if (field.a === field.b || new Set(fieldNames(field)).size !== LINES) {
          const message = `the agreement “${field.label}” is signed twice by “${field.a}”, expected two people`;
          problems.push({ ...at, message, hint: 'Give a and b of partners two names.' });
        }
        if (who && !who.includes(document.who)) {
          const message = `the agreement “${field.label}” stands on a sheet for "${document.who}", who cannot sign for two`;
          problems.push({ ...at, message, hint: `Sheets for ${who.join(' or ')} may have one.` });
        }
        return problems;
      });
    });
  },
};
