import type { Token } from 'markdown-it';
import type { SlugLink } from '../model/document.ts';
import type { Position } from '../model/problem.ts';
import type { InlineMeta } from './environment.ts';
import { checkLink, markLink } from './links.ts';
import { type BodyLines, inlineTokens, locateInline } from './positions.ts';

/** Reports a problem at a place in the file. */
export type Report = (at: Position, message: string, hint?: string) => void;

const HTML_HINT = 'Write Markdown; only comments <!-- … --> may stand, and they are dropped.';

/** Whether a stretch of HTML is nothing but comments. */
function isComment(html: string): boolean {
  return html.replace(/<!--[\s\S]*?-->/g, '').trim() === '';
}

function checkChild(child: Token, at: Position, report: Report): SlugLink | undefined {
  const meta = (child.meta ?? {}) as InlineMeta;
  switch (child.type) {
    case 'fault':
      if (meta.fault) report(at, meta.fault.message, meta.fault.hint);
      return undefined;
    case 'html_inline':
      if (!isComment(child.content))
        report(at, `raw HTML is not allowed: ${child.content}`, HTML_HINT);
      child.content = '';
      return undefined;
    case 'image':
      report(
        at,
        `pictures are not built yet: ${String(child.attrGet('src'))}`,
        'Say it in words for now.',
      );
      return undefined;
    case 'link_open': {
      const link = checkLink(String(child.attrGet('href') ?? ''));
      if (link.kind === 'refused') report(at, link.message, link.hint);
      return markLink(child, link, at);
    }
    default:
      return undefined;
  }
}

/** Our own marks while rendering; an address that is shown as words is decoded into them. */
const FIELD_MARK = /[\uE000\uE001]/;

/** Whether nothing stands between a link's opening and its end: it could be neither seen nor named. */
function isWithoutWords({ children }: Token, open: Token): boolean {
  const after = (children ?? []).slice((children ?? []).indexOf(open) + 1);
  const words = after.slice(
    0,
    after.findIndex(({ type }) => type === 'link_close'),
  );
  return words.every(({ content }) => content.trim() === '');
}

/**
 * Refuses words that look like "[Anna]: she said", which Markdown takes for an address and drops;
 * gives the tokens without the addresses.
 */
export function checkDefinitions(body: BodyLines, tokens: Token[], report: Report): Token[] {
  const used = new Set(
    tokens.flatMap(({ children }) => (children ?? []).map(({ meta }) => meta?.['label'])),
  );
  for (const { type, map, meta } of tokens) {
    if (type !== 'reference_definition' || used.has(meta?.['label'])) continue;
    const line = map?.[0] ?? 0;
    const at = { line: body.firstLine + line, column: (body.lines[line] ?? '').search(/\S/) + 1 };
    const message = 'nothing links to this address, and its words would be lost';
    report(at, message, 'Link to it with [words][name], or write \\[ before the name.');
  }
  return tokens.filter(({ type }) => type !== 'reference_definition');
}

/**
 * Looks at every inline token once: refuses raw HTML, pictures and foreign schemes, drops comments,
 * and gives the links to other texts.
 */
export function checkInlines(body: BodyLines, tokens: Token[], report: Report): SlugLink[] {
  const links: SlugLink[] = [];
  for (const { token, line } of inlineTokens(tokens)) {
    for (const child of token.children ?? []) {
      const meta = (child.meta ?? {}) as InlineMeta;
      const offset = meta.fault?.offset ?? meta.offset ?? 0;
      const at = locateInline(body, token, line, offset);
      if (child.type === 'link_open' && isWithoutWords(token, child)) {
        report(at, 'this link has no words', 'Write [the words](address).');
      }
      if (child.type === 'text' && FIELD_MARK.test(child.content)) {
        report(at, 'a character that stands for nothing may not be in a text', 'Delete it.');
      }
      const link = checkChild(child, at, report);
      if (link) links.push(link);
    }
  }
  return links;
}

/** Refuses HTML blocks, drops comments; gives the tokens that remain. */
export function checkHtmlBlocks(body: BodyLines, tokens: Token[], report: Report): Token[] {
  return tokens.filter((token) => {
    if (token.type !== 'html_block') return true;
    const line = token.map?.[0] ?? 0;
    const column = Math.max((body.lines[line] ?? '').search(/\S/), 0) + 1;
    if (!isComment(token.content)) {
      const found = token.content.trim().split('\n')[0];
      report(
        { line: body.firstLine + line, column },
        `raw HTML is not allowed: ${found}`,
        HTML_HINT,
      );
    }
    return false;
  });
}

/** The cells of a table row as they are written; only an escaped bar belongs to a cell's words. */
function writtenCells(row: string): string[] {
  return row
    .replace(/^[\s>]*\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/);
}

/**
 * Refuses rows that are longer than their table's head, whose last cells the parser would drop, and
 * turns the alignment of columns into classes, for a page may hold no inline styles.
 */
export function checkTables(body: BodyLines, tokens: Token[], report: Report): void {
  let columns = 0;
  for (const token of tokens) {
    if (token.type === 'thead_open') columns = 0;
    if (token.type === 'th_open') columns++;
    const style = token.attrGet('style');
    if (style) token.attrs = [['class', String(style).replace('text-align:', 'align-')]];
    const line = token.map?.[0];
    if (token.type !== 'tr_open' || columns === 0 || line === undefined) continue;
    const source = body.lines[line] ?? '';
    const extra = writtenCells(source)
      .slice(columns)
      .findIndex((cell) => cell.trim() !== '');
    if (extra < 0) continue;
    const at = { line: body.firstLine + line, column: source.search(/\S/) + 1 };
    const message = `this row has more cells than the ${columns} columns of its table`;
    report(at, message, 'Give the head another column, or write a bar in words as \\|.');
  }
}
