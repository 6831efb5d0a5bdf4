import type { BlankField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';

/** `:blank[label]{#id width=60mm}`: a gap inside a sentence. */
export const blankRule: FieldRule<BlankField> = {
  kind: 'blank',
  form: 'inline',
  toField: ({ attributes }) => ({
    kind: 'blank',
    widthMm: attributes.millimetres('width', { min: 15, max: 165, fallback: 60 }),
  }),
};
