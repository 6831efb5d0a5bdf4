import type { Worksheet } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import type { Strings } from '../../model/library.ts';
import { sheetWidgets, toWidgets } from './to-widgets.ts';
import type { Widget } from './widget.ts';

/** A part of a packet: the sheet that it is a copy of, or the fields of a text. */
type PartFields = { id: string; worksheet?: Worksheet; fields: readonly Field[] };

/** The PDF form fields of a packet, in reading order; names begin with the id of their part. */
export function packetWidgets(parts: readonly PartFields[], strings: Strings): Widget[] {
  return parts.flatMap(({ id, worksheet, fields }) => {
    const widgets = worksheet
      ? sheetWidgets(worksheet, strings)
      : fields.flatMap((field) => toWidgets(field, strings));
    return widgets.map((widget) => ({ ...widget, name: `${id}-${widget.name}` }));
  });
}
