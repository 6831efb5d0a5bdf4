import { CARD_LINES, toCardLeaves } from '../../model/cards.ts';
import type { CardsField } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { fillString, joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box over the lines of each side with room: on each leaf its fronts, then its backs. */
export function cardsWidgets(field: CardsField, strings: Strings): Widget[] {
  const say = (key: string, number: number) => fillString(strings[key] ?? '', { number });
  const widgets = toCardLeaves(field).flatMap((cards) => {
    const fronts = cards.flatMap(({ number, front }): Widget[] => {
      if (front.kind === 'words') return [];
      return [toWidget(front.name, joinLabel(field.label, say('cardsFront', number)))];
    });
    const backs = cards.flatMap(({ number, front, back }): Widget[] => {
      if (back.kind === 'words') return [];
      const label = joinLabel(field.label, say('cardsBack', number));
      return [toWidget(back.name, front.kind === 'words' ? joinLabel(label, front.label) : label)];
    });
    return [...fronts, ...backs];
  });
  return widgets.map((widget, index) =>
    index === 0 ? { ...widget, label: labelWithHint(widget.label, field.hint) } : widget,
  );
}

const toWidget = (name: string, label: string): Widget => ({
  kind: 'text',
  name,
  label,
  rows: CARD_LINES,
  multiline: true,
});
