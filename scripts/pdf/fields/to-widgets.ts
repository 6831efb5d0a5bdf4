import type { Worksheet } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { agreementWidgets } from './agreement.ts';
import { blankWidgets } from './blank.ts';
import { boxWidgets } from './box.ts';
import { cardsWidgets } from './cards.ts';
import { checklistWidgets } from './checklist.ts';
import { choiceWidgets } from './choice.ts';
import { cycleWidgets } from './cycle.ts';
import { ladderWidgets } from './ladder.ts';
import { linesWidgets } from './lines.ts';
import { matchingWidgets } from './matching.ts';
import { pairWidgets } from './pair.ts';
import { scaleWidgets } from './scale.ts';
import { tableWidgets } from './table.ts';
import { timelineWidgets } from './timeline.ts';
import { trackerWidgets } from './tracker.ts';
import { wheelWidgets } from './wheel.ts';
import type { Widget } from './widget.ts';

/** The PDF form fields of one field, in reading order. */
export function toWidgets(field: Field, strings: Strings): Widget[] {
  switch (field.kind) {
    case 'lines':
      return linesWidgets(field);
    case 'box':
      return boxWidgets(field);
    case 'scale':
      return scaleWidgets(field, strings);
    case 'checklist':
      return checklistWidgets(field, strings);
    case 'choice':
      return choiceWidgets(field, strings);
    case 'blank':
      return blankWidgets(field);
    case 'table':
      return tableWidgets(field);
    case 'pair':
      return pairWidgets(field);
    case 'agreement':
      return agreementWidgets(field, strings);
    case 'tracker':
      return trackerWidgets(field, strings);
    case 'wheel':
      return wheelWidgets(field, strings);
    case 'cards':
      return cardsWidgets(field, strings);
    case 'timeline':
      return timelineWidgets(field, strings);
    case 'ladder':
      return ladderWidgets(field, strings);
    case 'cycle':
      return cycleWidgets(field);
    case 'matching':
      return matchingWidgets(field, strings);
  }
}

/** The fields of the line for name and date; no other field of such a sheet may have their ids. */
function nameWidgets(strings: Strings): Widget[] {
  return (['name', 'date'] as const).map((name): Widget => {
    const label = strings[`${name}Line`] ?? name;
    return { kind: 'text', name, label, multiline: false };
  });
}

/** The PDF form fields of a sheet, in reading order; a private sheet has none. */
export function sheetWidgets(worksheet: Worksheet, strings: Strings): Widget[] {
  if (worksheet.private) return [];
  return [
    ...(worksheet.nameLine ? nameWidgets(strings) : []),
    ...worksheet.fields.flatMap((field) => toWidgets(field, strings)),
  ];
}
