import type { MatchingField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A small box for the letter beside each item; lines between the columns are drawn with a pencil. */
export function matchingWidgets(field: MatchingField, strings: Strings): Widget[] {
  const { id, label, items, answers, hint } = field;
  const ends = { first: answers[0]?.letter ?? '', last: answers.at(-1)?.letter ?? '' };
  const range = fillString(strings['matchingLetter'] ?? '', ends);
  return items.map((item, index): Widget => {
    const words = joinLabel(joinLabel(label, item.label), range);
    return {
      kind: 'text',
      name: `${id}-${item.id}`,
      label: labelWithHint(words, index === 0 ? hint : undefined),
      multiline: false,
      centered: true,
    };
  });
}
