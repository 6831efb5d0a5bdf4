import { type ChoiceField, OTHER_ITEM_ID } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** One radio group; every button names itself. The free row has a line for own words. */
export function choiceWidgets(field: ChoiceField, strings: Strings): Widget[] {
  const { id, label, items, hint } = field;
  const other = joinLabel(label, strings['other'] ?? '');
  const choices = items.map((item, index) => ({
    state: item.id,
    label: labelWithHint(joinLabel(label, item.label), index === 0 ? hint : undefined),
  }));
  const group = { kind: 'radio', name: id, label: labelWithHint(label, hint) } as const;
  if (!field.other) return [{ ...group, choices }];
  const words = { name: `${id}-${OTHER_ITEM_ID}-words`, label: other, multiline: false };
  return [
    { ...group, choices: [...choices, { state: OTHER_ITEM_ID, label: other }] },
    { kind: 'text', ...words },
  ];
}
