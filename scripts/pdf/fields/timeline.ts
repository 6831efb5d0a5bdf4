import type { TimelineField } from '../../model/diagram.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import { timelinePoints } from '../../model/timeline.ts';
import type { Widget } from './widget.ts';

/** A line for when and a box over the lines for what, point by point; circles are shaded by hand. */
export function timelineWidgets(field: TimelineField, strings: Strings): Widget[] {
  const { label, rows, hint } = field;
  return timelinePoints(field).flatMap((point, index): Widget[] => {
    const words =
      point.label ?? fillString(strings['timelinePoint'] ?? '', { point: point.number });
    const stem = joinLabel(label, words);
    const when = joinLabel(stem, strings['timelineWhen'] ?? '');
    return [
      {
        kind: 'text',
        name: `${point.name}-when`,
        label: labelWithHint(when, index === 0 ? hint : undefined),
        multiline: false,
      },
      {
        kind: 'text',
        name: point.name,
        label: joinLabel(stem, strings['timelineWhat'] ?? ''),
        rows,
        multiline: true,
      },
    ];
  });
}
