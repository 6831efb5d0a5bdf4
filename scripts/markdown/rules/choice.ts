import { type ChoiceField, OTHER_ITEM_IDS } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';
import { readItems } from '../list-items.ts';

/** `:::choice[Prompt]{#id other}` with a list inside: one of its lines is chosen. */
export const choiceRule: FieldRule<ChoiceField> = {
  kind: 'choice',
  form: 'container',
  toField(source) {
    const other = source.attributes.flag('other');
    const least = other ? 1 : 2;
    const items = readItems(source, { each: 'answer', reserved: OTHER_ITEM_IDS, least });
    return { kind: 'choice', items, other };
  },
};
