import type { Worksheet } from '../model/document.ts';
import {
  type EditionName,
  LIVE_AREA_MM,
  PAPERS,
  type TypeSize,
  typeSizeOf,
} from '../model/edition.ts';
import type { Strings } from '../model/library.ts';
import { say } from '../model/text.ts';
import type { Measure } from './card-text.ts';
import type { FontFace } from './stylesheet.ts';

/** Size of the running foot in pt. */
const FOOT_PT: Record<TypeSize, number> = { standard: 9.5, large: 14 };

/** The faces that the foot is set in. */
export const isFootFace = ({ css }: Pick<FontFace, 'css'>): boolean =>
  /font-weight:\s*400/.test(css) && !/font-style:\s*italic/.test(css);

/** What the page box of a sheet is made from. */
export type PageRuleSource = {
  worksheet: Pick<Worksheet, 'title' | 'number' | 'private'>;
  edition: EditionName;
  strings: Strings;
  /** Address of the sheet's page, as a person would type it; none where the site has no address. */
  address?: string;
  /** Measures words in em. */
  measure: Measure;
};

/** Between two texts of the foot there is at least so much, in mm. */
const GAP_MM = 4;
/** Between the address and the page's number: wide spaces that the browser keeps. */
const BEFORE_PAGE = '\u2003\u2003';
const MM_PER_PT = 25.4 / 72;

/** Words inside a CSS string; a sheet's title is an author's text. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[\\"<>\n]/g,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}

/** "{page} of {pages}" as the content of a margin box. */
function pageCounter(template: string): string {
  const parts = template.split(/(\{page\}|\{pages\})/).filter((part) => part !== '');
  const counters: Record<string, string> = {
    '{page}': 'counter(page)',
    '{pages}': 'counter(pages)',
  };
  return parts.map((part) => counters[part] ?? cssString(part)).join(' ');
}

/** A page's number as wide as it may become. */
function widestCounter(template: string): string {
  return template.replace(/\{pages?\}/g, '88');
}

/** Whether the texts of the foot leave a gap between what stands left and what stands right. */
function fitOneLine(
  texts: readonly string[],
  { measure, edition }: Pick<PageRuleSource, 'measure' | 'edition'>,
): boolean {
  const emMm = FOOT_PT[typeSizeOf(edition)] * MM_PER_PT;
  const em = texts.reduce((sum, text) => sum + measure(text), 0);
  return em * emMm + GAP_MM <= LIVE_AREA_MM.width;
}

/** What stands left, and right before the page's number; a private sheet does not say what it is. */
function footWords(source: PageRuleSource): { left: string; address: string } {
  const { worksheet, edition, strings, address } = source;
  if (worksheet.private) return { left: 'none', address: '' };
  const number = say(strings, 'sheetNumber', { number: worksheet.number });
  const left = `${worksheet.title} · ${number}`;
  const right = `${address}${BEFORE_PAGE}`;
  const counter = widestCounter(strings['pageOf'] ?? '');
  // Large print has no room for the address, nor has a long title; the closing lines hold it.
  const hasRoom = edition !== 'large' && address && fitOneLine([left, right, counter], source);
  return { left: cssString(left), address: hasRoom ? `${cssString(right)} ` : '' };
}

/** The running foot of one part of a packet: its name, and where there is room that of the packet. */
export type PartFoot = {
  /** Name of the part's pages. */
  page: string;
  /** What stands left; a part without words has no foot at all, as covers have none. */
  left?: string;
  /** What stands right before the page's number. */
  right: string;
};

/** The rule for the pages of one part of a packet; numbers run through all of them. */
export function partRule(
  { page, left, right }: PartFoot,
  source: Pick<PageRuleSource, 'edition' | 'strings' | 'measure'>,
): string {
  if (left === undefined) {
    return `@page ${page}{@bottom-left{content:none}@bottom-right{content:none}}`;
  }
  const template = source.strings['pageOf'] ?? '';
  const before = `${right}${BEFORE_PAGE}`;
  const hasRoom = fitOneLine([left, before, widestCounter(template)], source);
  const counter = `${hasRoom ? `${cssString(before)} ` : ''}${pageCounter(template)}`;
  return `@page ${page}{@bottom-left{content:${cssString(left)}}@bottom-right{content:${counter}}}`;
}

/** The page box: the first paper, its live area, and the size of the foot in the margin below. */
export function pageBox(edition: EditionName, feet = ''): string {
  const [paper] = PAPERS;
  const bottom = paper.height - paper.marginTop - LIVE_AREA_MM.height;
  const right = paper.width - paper.marginLeft - LIVE_AREA_MM.width;
  return `@page{size:${paper.width}mm ${paper.height}mm;
font-size:${FOOT_PT[typeSizeOf(edition)]}pt;margin:${paper.marginTop}mm ${right}mm ${bottom}mm ${paper.marginLeft}mm;
${feet}}`;
}

/** The page box of a sheet, and its running foot. */
export function pageRule(source: PageRuleSource): string {
  const { left, address } = footWords(source);
  const feet = `@bottom-left{content:${left}}
@bottom-right{content:${address}${pageCounter(source.strings['pageOf'] ?? '')}}`;
  return pageBox(source.edition, feet);
}
