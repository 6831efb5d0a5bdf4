import type { Field, FieldKind } from '../model/field.ts';
import type { FieldRule } from './field-rule.ts';
import { agreementRule } from './rules/agreement.ts';
import { blankRule } from './rules/blank.ts';
import { boxRule } from './rules/box.ts';
import { cardsRule } from './rules/cards.ts';
import { checklistRule } from './rules/checklist.ts';
import { choiceRule } from './rules/choice.ts';
import { cycleRule } from './rules/cycle.ts';
import { ladderRule } from './rules/ladder.ts';
import { linesRule } from './rules/lines.ts';
import { matchingRule } from './rules/matching.ts';
import { pairRule } from './rules/pair.ts';
import { scaleRule } from './rules/scale.ts';
import { tableRule } from './rules/table.ts';
import { timelineRule } from './rules/timeline.ts';
import { trackerRule } from './rules/tracker.ts';
import { wheelRule } from './rules/wheel.ts';

/** The rule of every kind; a kind without one does not compile. */
export const FIELD_RULES: { [K in FieldKind]: FieldRule<Extract<Field, { kind: K }>> } = {
  lines: linesRule,
  box: boxRule,
  scale: scaleRule,
  checklist: checklistRule,
  choice: choiceRule,
  blank: blankRule,
  table: tableRule,
  pair: pairRule,
  agreement: agreementRule,
  tracker: trackerRule,
  wheel: wheelRule,
  cards: cardsRule,
  timeline: timelineRule,
  ladder: ladderRule,
  cycle: cycleRule,
  matching: matchingRule,
};

/** Whether a word names a field kind. */
export function isFieldKind(word: string): word is FieldKind {
  return Object.hasOwn(FIELD_RULES, word);
}

/** Whether running text stands inside a kind of field, gaps and all. */
export function holdsProse(word: string): boolean {
  return isFieldKind(word) && FIELD_RULES[word].holdsProse === true;
}
