import type { AgreementField } from '../../model/field.ts';
import type { FieldRule } from '../field-rule.ts';

/** What an agreement is made of; anything else is hard to sign, or breaks the outline of the sheet. */
const FITS = /^(paragraph|bullet_list|ordered_list|list_item)_(open|close)$|^inline$/;

/** `:::agreement[Prompt]{#id}` with paragraphs and lists inside, to be signed by two. */
export const agreementRule: FieldRule<AgreementField> = {
  kind: 'agreement',
  form: 'container',
  holdsProse: true,
  toField(source) {
    const { inner, partners } = source;
    const misfit = inner.find(({ type }) => !FITS.test(type));
    if (misfit || inner.length === 0) {
      const hint = 'Write what is agreed on between the ::: lines; blanks may stand in it.';
      source.reportInside(misfit, 'an agreement holds paragraphs and lists', hint);
    }
    return { kind: 'agreement', parts: source.renderProse(), a: partners.a, b: partners.b };
  },
};
