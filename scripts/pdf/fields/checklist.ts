import { type ChecklistField, OTHER_ITEM_ID } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A group of answers for each row; every button names its row too. */
function answerWidgets(field: ChecklistField): Widget[] {
  const { answers = [], items, id } = field;
  return items.map((item, index): Widget => {
    const row = joinLabel(field.label, item.label);
    const hint = index === 0 ? field.hint : undefined;
    const choices = answers.map(({ id: state, label }, at) => ({
      state,
      label: labelWithHint(joinLabel(row, label), at === 0 ? hint : undefined),
    }));
    return { kind: 'radio', name: `${id}-${item.id}`, label: labelWithHint(row, hint), choices };
  });
}

/** A box for each row, the first with the hint, and for the free row a box with a line. */
export function checklistWidgets(field: ChecklistField, strings: Strings): Widget[] {
  if (field.answers) return answerWidgets(field);
  const rows = field.items.map(
    (item, index): Widget => ({
      kind: 'check',
      name: `${field.id}-${item.id}`,
      label: labelWithHint(
        joinLabel(field.label, item.label),
        index === 0 ? field.hint : undefined,
      ),
    }),
  );
  if (!field.other) return rows;
  const name = `${field.id}-${OTHER_ITEM_ID}`;
  const label = joinLabel(field.label, strings['other'] ?? '');
  return [
    ...rows,
    { kind: 'check', name, label },
    { kind: 'text', name: `${name}-words`, label, multiline: false },
  ];
}
