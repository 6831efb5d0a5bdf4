import { changeBlockHtml } from '../model/block-html.ts';
import type { Worksheet } from '../model/document.ts';
import { toLinkResolver } from './links.ts';
import type { Place } from './place.ts';
import type { SheetFormView } from './view.ts';

/** The questions of a sheet, as they stand on a page. */
export function toSheetForm({ library, shelf }: Place, sheet: Worksheet): SheetFormView {
  return {
    blocks: changeBlockHtml(sheet.blocks, toLinkResolver(library.site, shelf)),
    hasFields: sheet.fields.length > 0,
    private: sheet.private,
  };
}
