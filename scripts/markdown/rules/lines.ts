import type { LinesField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';

/** `::lines[Prompt]{#id rows=4 stretch}`: ruled lines to write on. */
export const linesRule: FieldRule<LinesField> = {
  kind: 'lines',
  form: 'leaf',
  toField: ({ attributes }) => ({
    kind: 'lines',
    rows: attributes.whole('rows', { min: 1, max: 24, fallback: 4 }),
    stretch: attributes.flag('stretch') || undefined,
  }),
};
