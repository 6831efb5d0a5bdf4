import type { Problem } from '../../model/problem.ts';
import { bannedWordsRule } from './banned-words.ts';
import { companionsRule } from './companions.ts';
import { freshHelplinesRule } from './fresh-helplines.ts';
import { ownWordsRule } from './own-words.ts';
import { packetPathsRule } from './packet-paths.ts';
import { privateSheetsRule } from './private-sheets.ts';
import { readingGradeRule } from './reading-grade.ts';
import { requiredKeysRule } from './required-keys.ts';
import { requiredTopicsRule } from './required-topics.ts';
import { requiresOrderRule } from './requires-order.ts';
import { reviewedRule } from './reviewed.ts';
import type { Rule, RuleBook, Rules } from './rule.ts';
import { sentenceLengthRule } from './sentence-length.ts';
import { textLengthRule } from './text-length.ts';
import { twoSignaturesRule } from './two-signatures.ts';
import { workedHintsRule } from './worked-hints.ts';

/** Every rule there is: first how texts read, then what they hold, then how they hang together. */
export const RULES: readonly Rule[] = [
  readingGradeRule,
  sentenceLengthRule,
  textLengthRule,
  bannedWordsRule,
  ownWordsRule,
  requiredKeysRule,
  requiredTopicsRule,
  companionsRule,
  workedHintsRule,
  privateSheetsRule,
  requiresOrderRule,
  packetPathsRule,
  twoSignaturesRule,
  freshHelplinesRule,
  reviewedRule,
];

/** Whether a folder holds its texts against a rule: named or always, and not switched off. */
export function isOn({ name, always }: Rule, { settings, off }: Rules): boolean {
  const setting = settings[name];
  if (off.includes(name) || setting === false) return false;
  return always || setting !== undefined;
}

/** What is said of rules that a folder switches off, so that nobody takes a check for more than it was. */
export function tellSwitchedOff(rules: Rules): string[] {
  return RULES.filter(
    (rule) => !isOn(rule, rules) && (rule.always || rules.settings[rule.name]),
  ).map(({ name, demands }) => `Switched off in ${rules.file}: ${name} (${demands}).`);
}

/** Holds texts against every rule that is on. */
export function checkRules(book: RuleBook): Problem[] {
  return RULES.filter((rule) => isOn(rule, book.rules)).flatMap((rule) => rule.check(book));
}
