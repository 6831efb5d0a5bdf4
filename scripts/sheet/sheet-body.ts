import type { Worksheet } from '../model/document.ts';
import type { EditionName } from '../model/edition.ts';
import { findDocument, type LanguageShelf, type Library } from '../model/library.ts';
import type { Position } from '../model/problem.ts';
import { say } from '../model/text.ts';
import { toLeaves } from './leaves.ts';
import { absoluteUrl, toPaperBlocks, typedAddress } from './paper-blocks.ts';
import { drawQrCode } from './qr-code.ts';
import type { SheetStyles } from './stylesheet.ts';
import { renderTemplate } from './templates.ts';

/** What differs where a sheet stands in a packet. */
export type Binding = {
  /** "Copy 1 of 2", "Time 3", where there are several. */
  whichWords: readonly string[];
  /** The sheet that follows in the packet; none behind the last. */
  next?: Worksheet;
};

/** What a sheet is rendered from; the worksheet holds what its edition prints. */
export type SheetSource = {
  worksheet: Worksheet;
  edition: EditionName;
  library: Library;
  shelf: LanguageShelf;
  styles: SheetStyles;
  /** Name of a practice, printed at the top; a private sheet never carries it. */
  practice?: string;
  binding?: Binding;
};

/** What of a text is found again where it was printed: by the ids in its HTML, in reading order. */
export type Marked = { id: string; line: number; column: number };

/** The inside of a sheet, between the edges of its pages. */
export type SheetBody = {
  html: string;
  /** Address of its page, as a person would type it. */
  address?: string;
  /** Where each heading stands, in reading order; the first is the title. */
  headings: Position[];
  /**
   * Blocks in reading order, with the line each stands on; the head and the end are the title's.
   * Behind the end come the sides of the leaves of cards, each with the line of its field.
   */
  blocks: Marked[];
};

const labelOf = (terms: readonly { id: string; label: string }[], id: string | undefined) =>
  terms.find((term) => term.id === id)?.label;

/** Where a sheet belongs, and what is special about its edition: the line above its title. */
function placeWords({ worksheet, edition, library, shelf, binding }: SheetSource): string[] {
  const { strings } = shelf;
  const stage = library.vocabulary.stages.find(({ id }) => id === worksheet.stage);
  return [
    ...(stage ? [say(strings, 'stage', { number: stage.number }), stage.label] : []),
    ...(worksheet.private ? [] : [say(strings, 'sheetNumber', { number: worksheet.number })]),
    ...(binding?.whichWords ?? []),
    ...(edition === 'short' ? [say(strings, 'shortVersion')] : []),
    ...(edition === 'example' ? [say(strings, 'exampleVersion')] : []),
  ];
}

function neighbours({ shelf, worksheet, binding }: SheetSource) {
  const at = shelf.worksheets.findIndex(({ slug }) => slug === worksheet.slug);
  const titles = worksheet.requires.flatMap((slug) => findDocument(shelf, slug)?.title ?? []);
  // No other sheet says that there is a private one.
  const inOrder = shelf.worksheets.slice(at + 1).find((one) => !one.private);
  return { next: binding ? binding.next : inOrder, before: titles };
}

const toPosition = ({ line, column }: Position): Position => ({ line, column });

/** Turns a worksheet into the inside of its page, in one edition. Pure but for the templates. */
export function renderBody(source: SheetSource): SheetBody {
  const { worksheet, edition, library, shelf, styles, practice } = source;
  const url = worksheet.private ? undefined : absoluteUrl(library, worksheet);
  const address = url && typedAddress(url);
  const place = { library, shelf, isPrivate: worksheet.private };
  const blocks = toPaperBlocks(worksheet.blocks, place);
  const leaves = toLeaves(blocks, edition, styles);
  const html = renderTemplate('components/sheet-body/sheet-body.sheet.njk', {
    worksheet,
    edition,
    blocks,
    leaves,
    t: shelf.strings,
    site: library.site,
    stages: library.vocabulary.stages,
    stage: library.vocabulary.stages.find(({ id }) => id === worksheet.stage),
    placeWords: placeWords(source),
    practice: worksheet.private ? undefined : practice,
    who: labelOf(library.vocabulary.who, worksheet.who),
    strength: labelOf(library.vocabulary.strengths, worksheet.evidence.strength),
    sources: worksheet.evidence.sources.flatMap((key) => library.sources[key]?.short ?? []),
    ...neighbours(source),
    address,
    code: url && drawQrCode(url, edition),
  });
  const edges = toPosition(worksheet.positions['/title'] ?? { line: 1, column: 1 });
  return {
    html,
    address,
    headings: [edges, ...worksheet.blocks.filter(({ kind }) => kind === 'heading').map(toPosition)],
    blocks: [
      { id: 'head', ...edges },
      ...blocks.map(({ blockId, line, column }) => ({ id: blockId, line, column })),
      { id: 'end', ...edges },
      ...leaves.map(({ id, line, column }) => ({ id, line, column })),
    ],
  };
}
