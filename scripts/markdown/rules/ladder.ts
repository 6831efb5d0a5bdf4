import type { LadderField } from '../../model/diagram.ts';
import type { FieldRule } from '../field-rule.ts';
import { readListedAndOwn } from '../listed-and-own.ts';

/** One rung is no ladder; ten are a page in large print. */
const STEPS = { least: 2, most: 10, fallback: 5 };
/** A step of two lines in large print; all rungs are as far apart as the longest one needs. */
const LONGEST_STEP = 60;

/** `:::ladder[Prompt]{#id own=5}`, with a list inside or nothing: steps from the bottom up. */
export const ladderRule: FieldRule<LadderField> = {
  kind: 'ladder',
  form: 'container',
  toField(source) {
    const steps = readListedAndOwn(source, {
      ...STEPS,
      each: 'step',
      attribute: 'own',
      stem: 'own',
      longest: LONGEST_STEP,
    });
    return { kind: 'ladder', ...steps };
  },
};
