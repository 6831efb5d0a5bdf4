import type { LadderField } from '../../model/diagram.ts';
import { ladderSteps } from '../../model/ladder.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box to tick for each step from the bottom up; before it the line of a step without words. */
export function ladderWidgets(field: LadderField, strings: Strings): Widget[] {
  const { label, hint } = field;
  const widgets = ladderSteps(field).flatMap(({ words, done, number, ...step }): Widget[] => {
    const said = step.label ?? fillString(strings['ladderStep'] ?? '', { step: number });
    const stem = joinLabel(label, said);
    const box: Widget = {
      kind: 'check',
      name: done,
      label: joinLabel(stem, strings['ladderDone'] ?? ''),
    };
    return words ? [{ kind: 'text', name: words, label: stem, multiline: false }, box] : [box];
  });
  return widgets.map((widget, index) =>
    index === 0 ? { ...widget, label: labelWithHint(widget.label, hint) } : widget,
  );
}
