import type { MatchingField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString } from '../../model/text.ts';
import { itemBoxes } from './item-boxes.ts';
import type { Widget } from './widget.ts';

/** A small box for the letter beside each item; lines between the columns are drawn with a pencil. */
export function matchingWidgets(field: MatchingField, strings: Strings): Widget[] {
  const { answers } = field;
  const ends = { first: answers[0]?.letter ?? '', last: answers.at(-1)?.letter ?? '' };
  return itemBoxes(field, fillString(strings['matchingLetter'] ?? '', ends));
}
