import type { BoxField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';

/** A taller box would leave no room for its prompt on the page in large print. */
const TALLEST_MM = 200;

/** `::box[Prompt]{#id height=50mm stretch}`: an empty box to draw or write in. */
export const boxRule: FieldRule<BoxField> = {
  kind: 'box',
  form: 'leaf',
  toField: ({ attributes }) => ({
    kind: 'box',
    heightMm: attributes.millimetres('height', { min: 20, max: TALLEST_MM, fallback: 50 }),
    stretch: attributes.flag('stretch') || undefined,
  }),
};
