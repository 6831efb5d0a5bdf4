import type { AgreementField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A signature and a date for each of the two; the blanks above them are fields of their own. */
export function agreementWidgets(field: AgreementField, strings: Strings): Widget[] {
  const { id, hint } = field;
  const line = (part: 'sign' | 'date', side: 'a' | 'b'): Widget => {
    const key = part === 'sign' ? 'signature' : 'signatureDate';
    const words = joinLabel(field.label, fillString(strings[key] ?? '', { name: field[side] }));
    const isFirst = part === 'sign' && side === 'a';
    const label = labelWithHint(words, isFirst ? hint : undefined);
    return { kind: 'text', name: `${id}-${part}-${side}`, label, multiline: false };
  };
  return [line('sign', 'a'), line('date', 'a'), line('sign', 'b'), line('date', 'b')];
}
