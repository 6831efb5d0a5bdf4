import type { PairField } from '../../model/field.ts';
import { joinLabel, labelWithHint } from '../../model/text.ts';
import type { Widget } from './widget.ts';

/** A box over the lines of each column, row by row; the first also says the hint. */
export function pairWidgets(field: PairField): Widget[] {
  const { id, label, items, rows, hint } = field;
  const stems = items.map((item) => ({
    stem: `${id}-${item.id}`,
    row: joinLabel(label, item.label),
  }));
  const all = items.length > 0 ? stems : [{ stem: id, row: label }];
  return all.flatMap(({ stem, row }, index) =>
    (['a', 'b'] as const).map((side): Widget => {
      const isFirst = index === 0 && side === 'a';
      const words = labelWithHint(joinLabel(row, field[side]), isFirst ? hint : undefined);
      return { kind: 'text', name: `${stem}-${side}`, label: words, rows, multiline: true };
    }),
  );
}
