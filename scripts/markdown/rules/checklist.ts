import { type Answer, type ChecklistField, OTHER_ITEM_IDS } from '../../model/field.ts';
import type { FieldRule, FieldSource } from '../field-rule.ts';
import { readItems, uniqueId } from '../list-items.ts';

/** Each answer is a column; more or longer ones leave no room for the rows' words. */
const ANSWERS = { least: 2, most: 5, longest: 20 };

/** What is wrong with the words between the bars, if anything. */
function findFault(words: readonly string[]): string | undefined {
  const { least, most, longest } = ANSWERS;
  if (words.length < least || words.length > most) {
    return `expected from ${least} to ${most} answers, found ${words.length}`;
  }
  if (words.includes('')) return 'an answer has no words';
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined) return `"${twice}" stands here twice`;
  const long = words.find((word) => word.length > longest);
  if (long !== undefined) return `"${long}" has more than ${longest} letters`;
  return undefined;
}

/** The answers of every row; "max" and "other" are about ticks and have no sense beside them. */
function readAnswers({ attributes, report, directive }: FieldSource): Answer[] | undefined {
  const written = attributes.text('answers');
  if (written === undefined) return undefined;
  const words = written.split('|').map((word) => word.trim());
  const fault = findFault(words);
  if (fault) {
    const hint = 'Write answers="Yes|No|Not sure".';
    report(attributes.offset('answers'), `answers: ${fault}`, hint);
  }
  for (const { name, offset } of directive.attributes) {
    if (name !== 'max' && name !== 'other') continue;
    const message = `"${name}" cannot stand together with "answers"`;
    report(offset, message, 'Take one of the two out.');
  }
  const taken = new Set<string>();
  return words.map((label) => ({ id: uniqueId(label, taken, 'answer'), label }));
}

/** `:::checklist[Prompt]{#id max=3 other}` with a list inside: boxes to tick, or `answers="…"`. */
export const checklistRule: FieldRule<ChecklistField> = {
  kind: 'checklist',
  form: 'container',
  toField(source) {
    const items = readItems(source, { each: 'box', reserved: OTHER_ITEM_IDS });
    const other = source.attributes.flag('other');
    // Of a list that could not be read, no limit is known.
    const most = items.length || Number.MAX_SAFE_INTEGER;
    const max = source.attributes.whole('max', { min: 1, max: most, fallback: 0 });
    const answers = readAnswers(source);
    return { kind: 'checklist', items, other, max: max || undefined, answers };
  },
};
