import type { Field } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { blankWidgets } from './blank.ts';
import { checklistWidgets } from './checklist.ts';
import { linesWidgets } from './lines.ts';
import { scaleWidgets } from './scale.ts';
import { tableWidgets } from './table.ts';
import type { Widget } from './widget.ts';

/** The PDF form fields of one field, in reading order. */
export function toWidgets(field: Field, strings: Strings): Widget[] {
  switch (field.kind) {
    case 'lines':
      return linesWidgets(field);
    case 'scale':
      return scaleWidgets(field, strings);
    case 'checklist':
      return checklistWidgets(field, strings);
    case 'blank':
      return blankWidgets(field);
    case 'table':
      return tableWidgets(field);
  }
}
