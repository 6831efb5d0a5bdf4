import type { ScaleField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** One radio group; every step names itself, for it may be all that a screen reader says. */
export function scaleWidgets(field: ScaleField, strings: Strings): Widget[] {
  const count = field.to - field.from + 1;
  const steps = Array.from({ length: count }, (_, index) => String(field.from + index));
  const stepLabel = (step: string) =>
    fillString(strings['scaleStep'] ?? '', { label: field.label, step, to: field.to });
  const ends = [
    field.low && `${field.from}: ${field.low}.`,
    field.high && `${field.to}: ${field.high}.`,
  ];
  const label = [labelWithHint(field.label, field.hint), ...ends.filter(Boolean)].join(' ');
  return [
    {
      kind: 'radio',
      name: field.id,
      label,
      choices: steps.map((step) => ({ state: `step-${step}`, label: stepLabel(step) })),
    },
  ];
}
