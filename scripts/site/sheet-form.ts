import { changeBlockHtml } from '../model/block-html.ts';
import type { Worksheet } from '../model/document.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { toPrints } from './download.ts';
import { toLinkResolver } from './links.ts';
import type { Place } from './place.ts';
import type { ScriptName, SheetFormView } from './view.ts';

/** Prints that have every field of the sheet: the short one has not, the example is filled in. */
const WHOLE = ['standard', 'large'];

function toWholePrints(place: Place, sheet: Worksheet, output: SheetOutput | undefined) {
  const files = output?.files.filter(({ edition }) => WHOLE.includes(edition)) ?? [];
  return toPrints(place, sheet, { files }).flatMap((print) =>
    print.files.map(({ href, paper, paperLabel }) => ({
      href,
      paper,
      label: say(place.t, 'fileChoice', { paper: paperLabel, print: print.label }),
    })),
  );
}

/** The scripts of a page on which a sheet is filled in. */
export function toFormScripts(sheet: Worksheet | undefined): ScriptName[] {
  return sheet && sheet.fields.length > 0 ? ['fill-in'] : [];
}

/** Whether its page fetches blank PDFs, when somebody asks for one with the answers. */
export function fetchesBlanks(sheet: Worksheet): boolean {
  return sheet.fields.length > 0 && !sheet.private;
}

/** The questions of a sheet, as they stand on a page. */
export function toSheetForm(
  place: Place,
  sheet: Worksheet,
  output: SheetOutput | undefined,
): SheetFormView {
  const { library, shelf } = place;
  return {
    blocks: changeBlockHtml(sheet.blocks, toLinkResolver(library.site, shelf)),
    hasFields: sheet.fields.length > 0,
    private: sheet.private,
    prints: sheet.private ? [] : toWholePrints(place, sheet, output),
  };
}
