import type { TrackerField } from '../../model/field.ts';
import { trackerWeeks } from '../../model/field-names.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box for each row on each day, named by its row, week and day; own rows begin with their words. */
export function trackerWidgets(field: TrackerField, strings: Strings): Widget[] {
  const say = (key: string, values: Record<string, string | number>) =>
    fillString(strings[key] ?? '', values);
  const { days, weeks, items } = field;
  const dayNames = days.map(({ head, name }) => name ?? say('trackerDay', { day: head }));
  const widgets = trackerWeeks(field).flatMap((rows, index) => {
    const week = weeks > 1 ? [say('trackerWeek', { week: index + 1 })] : [];
    return rows.flatMap(({ label, words, ticks }, row): Widget[] => {
      const own = say('trackerOwn', { row: row - items.length + 1 });
      const stem = joinLabel(field.label, label ?? own);
      const boxes = ticks.map((name, day): Widget => {
        const when = [...week, dayNames[day] ?? ''].join(', ');
        return { kind: 'check', name, label: joinLabel(stem, when) };
      });
      if (!words) return boxes;
      const said = week.reduce(joinLabel, stem);
      return [{ kind: 'text', name: words, label: said, multiline: false }, ...boxes];
    });
  });
  const hinted = (widget: Widget, index: number): Widget =>
    index === 0 ? { ...widget, label: labelWithHint(widget.label, field.hint) } : widget;
  return widgets.map(hinted);
}
