import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { changeBlockHtml } from '../model/block-html.ts';
import type { Block, Document, Worksheet } from '../model/document.ts';
import { DRAWINGS } from '../model/drawings.ts';
import type { EditionName } from '../model/edition.ts';
import type { LanguageShelf, Library } from '../model/library.ts';
import { addressOf, documentPath, findDocument } from '../model/library.ts';
import type { Position } from '../model/problem.ts';
import { fillString, resolveSlugLinks } from '../model/text.ts';

import { standsBeside } from './beside.ts';

import { measureBy } from './card-text.ts';
import { answerWidthFor, boxWidthsFor, columnsFor } from './columns.ts';
import { toLeaves } from './leaves.ts';
import { isFootFace, pageRule } from './page-rule.ts';
import { drawQrCode } from './qr-code.ts';
import { type SheetStyles, stylesFor } from './stylesheet.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** Where the stylesheet goes, once it is known what the sheet has letters for; the first in the head. */
const STYLE = '<style></style>';
/** What the browser itself writes: the numbers of pages. */
const DIGITS = '0123456789';

/** What a sheet is rendered from; the worksheet holds what its edition prints. */
export type SheetSource = {
  worksheet: Worksheet;
  edition: EditionName;
  library: Library;
  shelf: LanguageShelf;
  styles: SheetStyles;
};

/** A sheet as HTML that asks for nothing from outside, and its blocks by the ids in that HTML. */
export type SheetHtml = {
  html: string;
  title: string;
  lang: string;
  /** Everything that is printed as words, without the stylesheet. */
  words: string;
  /** Where each heading stands, in reading order; the first is the title. */
  headings: Position[];
  /**
   * Blocks in reading order, with the line each stands on; the head and the end are the title's.
   * Behind the end come the sides of the leaves of cards, each with the line of its field.
   */
  blocks: { id: string; line: number; column: number }[];
};

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(TEMPLATES), {
  autoescape: true,
  // A word that is missing stops the build instead of leaving a hole on paper.
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});
environment.addFilter('fill', (template: string, values: Record<string, string | number>) =>
  fillString(template, values),
);
for (const [kind, draw] of Object.entries(DRAWINGS)) environment.addFilter(kind, draw);
environment.addFilter('columns', columnsFor);
environment.addFilter('answerWidth', answerWidthFor);
environment.addFilter('boxWidths', boxWidthsFor);
environment.addFilter('standsBeside', standsBeside);

/** Makes the next sheet read its templates anew: compiled ones are kept. */
export function forgetTemplates(): void {
  environment.invalidateCache();
}

/** Links on paper lead to the site, whole; a site without an address cannot be led to. */
function absoluteUrl({ site }: Library, document: Document): string | undefined {
  return site.url && site.url + addressOf(site, documentPath(site, document));
}

/** Links inside the sheet lead to the ids that its headings have on paper; tables look like tables. */
function toPaper(html: string, blocks: readonly Block[]): string {
  const linked = html.replace(/href="#([^"]*)"/g, (_, id: string) => {
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === id);
    return `href="#${blockId(at)}"`;
  });
  return linked.replaceAll('<table>', '<table class="table">');
}

/** A private sheet leads nowhere: of a link its words remain. */
function withoutLinks(html: string): string {
  return html.replace(/<a [^>]*>|<\/a>/g, '');
}

/** Where the site has no address, the same goes for links to its texts. */
function withoutSlugLinks(html: string): string {
  return html.replace(/<a href="slug:[^>]*>([\s\S]*?)<\/a>/g, '$1');
}

const blockId = (index: number) => `block-${index + 1}`;

/** Blocks as they stand on paper: every link leads somewhere, from wherever it stands. */
function paperBlocks({ worksheet, library, shelf }: SheetSource): Block[] {
  const resolve = (slug: string, fragment?: string) => {
    const target = findDocument(shelf, slug);
    // A text with problems is not in the library: its problems are told, and nothing is published.
    if (!target) return '';
    return (absoluteUrl(library, target) ?? '') + (fragment ? `#${fragment}` : '');
  };
  const toLinks = (html: string) => {
    const linked = library.site.url ? html : withoutSlugLinks(html);
    return resolveSlugLinks(toPaper(linked, worksheet.blocks), resolve);
  };
  return changeBlockHtml(worksheet.blocks, (html) =>
    worksheet.private ? withoutLinks(toLinks(html)) : toLinks(html),
  );
}

const labelOf = (terms: readonly { id: string; label: string }[], id: string | undefined) =>
  terms.find((term) => term.id === id)?.label;

/** Where a sheet belongs, and what is special about its edition: the line above its title. */
function placeWords({ worksheet, edition, library, shelf }: SheetSource): string[] {
  const { strings } = shelf;
  const stage = library.vocabulary.stages.find(({ id }) => id === worksheet.stage);
  const say = (key: string, values = {}) => fillString(strings[key] ?? '', values);
  return [
    ...(stage ? [say('stage', { number: stage.number }), stage.label] : []),
    ...(worksheet.private ? [] : [say('sheetNumber', { number: worksheet.number })]),
    ...(edition === 'short' ? [say('shortVersion')] : []),
    ...(edition === 'example' ? [say('exampleVersion')] : []),
  ];
}

function neighbours(shelf: LanguageShelf, worksheet: Worksheet) {
  const at = shelf.worksheets.findIndex(({ slug }) => slug === worksheet.slug);
  const titles = worksheet.requires.flatMap((slug) => findDocument(shelf, slug)?.title ?? []);
  // No other sheet says that there is a private one.
  const next = shelf.worksheets.slice(at + 1).find((one) => !one.private);
  return { next, before: titles };
}

const toPosition = ({ line, column }: Position): Position => ({ line, column });

/** Turns a worksheet into the HTML that is printed, in one edition. Pure but for the templates. */
export function renderSheet(source: SheetSource): SheetHtml {
  const { worksheet, edition, library, shelf, styles } = source;
  const url = worksheet.private ? undefined : absoluteUrl(library, worksheet);
  const address = url?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const blocks = paperBlocks(source).map((block, index) => ({
    ...block,
    blockId: blockId(index),
  }));
  const leaves = toLeaves(blocks, edition, styles);
  const body = environment.render('layouts/sheet.njk', {
    worksheet,
    edition,
    blocks,
    leaves,
    t: shelf.strings,
    site: library.site,
    stages: library.vocabulary.stages,
    stage: library.vocabulary.stages.find(({ id }) => id === worksheet.stage),
    placeWords: placeWords(source),
    who: labelOf(library.vocabulary.who, worksheet.who),
    strength: labelOf(library.vocabulary.strengths, worksheet.evidence.strength),
    sources: worksheet.evidence.sources.flatMap((key) => library.sources[key]?.short ?? []),
    ...neighbours(shelf, worksheet),
    address,
    code: url && drawQrCode(url, edition),
  });
  const words = body + (address ?? '');
  const measure = measureBy(styles, isFootFace);
  const css =
    stylesFor(styles, words + DIGITS) +
    pageRule({ worksheet, edition, strings: shelf.strings, address, measure });
  const titleAt = worksheet.positions['/title'] ?? { line: 1, column: 1 };
  const edges = { line: titleAt.line, column: titleAt.column };
  return {
    html: body.replace(STYLE, () => `<style>${css}</style>`),
    title: worksheet.title,
    lang: worksheet.lang,
    words,
    headings: [edges, ...worksheet.blocks.filter(({ kind }) => kind === 'heading').map(toPosition)],
    blocks: [
      { id: 'head', ...edges },
      ...blocks.map(({ blockId, line, column }) => ({ id: blockId, line, column })),
      { id: 'end', ...edges },
      ...leaves.map(({ id, line, column }) => ({ id, line, column })),
    ],
  };
}
