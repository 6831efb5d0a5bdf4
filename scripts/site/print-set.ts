import type { Worksheet } from '../model/document.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { toPrints } from './download.ts';
import { formatCount, formatList } from './format.ts';
import type { Place } from './place.ts';
import { countCopies, toSheetCard } from './sheet-words.ts';
import type { PrintCard, PrintSet } from './view.ts';

/** Finds what printing a sheet left behind. */
export type FindOutput = (sheet: Worksheet) => SheetOutput | undefined;

type Printed = { sheet: Worksheet; copies: number; pages?: number; card: PrintCard };

function toPrinted(place: Place, sheet: Worksheet, output: SheetOutput | undefined): Printed {
  const { t } = place;
  const copies = countCopies(place, sheet);
  const [standard] = output ? toPrints(place, sheet, output) : [];
  const pages = output?.files.find(({ edition }) => edition === 'standard')?.pages;
  const card = {
    ...toSheetCard(place, sheet),
    copies: copies > 1 ? say(t, 'copiesShort', { copies }) : undefined,
    caution: sheet.private ? say(t, 'privatePaper') : undefined,
    pages: standard?.pages,
    files: standard?.files ?? [],
  };
  return { sheet, copies, pages, card };
}

/** "Print 2 copies, one each, of: …", a sentence for each number of copies above one. */
function toCopiesLine({ t, shelf }: Place, printed: readonly Printed[]): string | undefined {
  const counts = [...new Set(printed.map(({ copies }) => copies))].filter((count) => count > 1);
  const lines = counts.map((copies) => {
    const titles = printed
      .filter((one) => one.copies === copies)
      .map(({ sheet }) => say(t, 'quoted', { words: sheet.title }));
    return say(t, 'setCopies', { copies, titles: formatList(titles, shelf.lang) });
  });
  return lines.length > 0 ? lines.join(' ') : undefined;
}

/** Sheets to print together, with the paper it takes: counted, so that it is always true. */
export function toPrintSet(
  place: Place,
  slugs: readonly string[],
  findOutput: FindOutput,
): PrintSet | undefined {
  const { shelf, t } = place;
  const printed = slugs.flatMap((slug) => {
    const sheet = shelf.worksheets.find((one) => one.slug === slug);
    return sheet ? [toPrinted(place, sheet, findOutput(sheet))] : [];
  });
  if (printed.length === 0) return undefined;
  const cards = printed.map(({ card }) => card);
  if (printed.some(({ pages }) => pages === undefined)) return { cards };
  const sum = (times: (one: Printed) => number) =>
    printed.reduce((total, one) => total + (one.pages ?? 0) * times(one), 0);
  const countPages = (pages: number) => formatCount(t, 'pageCount', pages, shelf.lang);
  const [once, all] = [sum(() => 1), sum(({ copies }) => copies)];
  return {
    cards,
    size: say(t, 'setSize', {
      sheets: formatCount(t, 'sheetCount', cards.length, shelf.lang),
      pages: countPages(once),
    }),
    copies: toCopiesLine(place, printed),
    all: all > once ? say(t, 'setAll', { pages: countPages(all) }) : undefined,
  };
}
