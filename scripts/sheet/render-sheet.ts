import type { Position } from '../model/problem.ts';
import { measureBy } from './card-text.ts';
import { isFootFace, pageRule } from './page-rule.ts';
import { type Marked, renderBody, type SheetSource } from './sheet-body.ts';
import { stylesFor } from './stylesheet.ts';
import { renderTemplate } from './templates.ts';

/** Where the stylesheet goes, once it is known what the page has letters for; the first in the head. */
const STYLE = '<style></style>';
/** What the browser itself writes: the numbers of pages. */
const DIGITS = '0123456789';

/** A sheet as HTML that asks for nothing from outside, and its blocks by the ids in that HTML. */
export type SheetHtml = {
  html: string;
  title: string;
  lang: string;
  /** Everything that is printed as words, without the stylesheet. */
  words: string;
  headings: Position[];
  blocks: Marked[];
};

/** What every printed page is made from. */
export type PrintedPage = {
  lang: string;
  title: string;
  /** Classes of its body. */
  className: string;
  /** The ids of which it is read where they were printed. */
  marks: readonly string[];
  /** All that stands on the page. */
  body: string;
};

/** A page to be printed, without its stylesheet. */
export function renderPage(page: PrintedPage): string {
  return renderTemplate('layouts/sheet.njk', page);
}

/** The page with its rules, and of the fonts those that it has letters for. */
export function withStyles(
  page: string,
  words: string,
  rule: string,
  { styles }: Pick<SheetSource, 'styles'>,
): string {
  const css = stylesFor(styles, words + DIGITS) + rule;
  return page.replace(STYLE, () => `<style>${css}</style>`);
}

/** Turns a worksheet into the HTML that is printed, in one edition. Pure but for the templates. */
export function renderSheet(source: SheetSource): SheetHtml {
  const { worksheet, edition, shelf, styles } = source;
  const { title, lang } = worksheet;
  const { html: body, address, headings, blocks } = renderBody(source);
  const marks = blocks.map(({ id }) => id);
  const className = `sheet sheet--${edition}`;
  const page = renderPage({ lang, title, className, marks, body });
  const words = page + (address ?? '');
  const measure = measureBy(styles, isFootFace);
  const rule = pageRule({ worksheet, edition, strings: shelf.strings, address, measure });
  return {
    html: withStyles(page, words, rule, source),
    title,
    lang,
    words,
    headings,
    blocks,
  };
}
