import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import type { Block, SlugLink } from '../model/document.ts';
import type { Field } from '../model/field.ts';
import type { Position, Problem } from '../model/problem.ts';
import { toBlocks } from './blocks.ts';
import { addDirectiveBlocks } from './directive-block.ts';
import { addInlineDirectives } from './directive-inline.ts';
import {
  type FieldTokenMeta,
  type InlineMeta,
  type MarkdownEnvironment,
  newEnvironment,
} from './environment.ts';
import type { FieldWords } from './field-rule.ts';
import { holdsProse } from './field-rules.ts';
import { createFieldMaker, type FieldMaker } from './fields.ts';
import { checkDefinitions, checkHtmlBlocks, checkInlines, checkTables } from './inline-checks.ts';
import { type BodyLines, locateInline } from './positions.ts';
import { addFieldMarks, type MadeField } from './prose.ts';

/** One text's Markdown: `firstLine` is the line of the file that the body begins on. */
export type MarkdownSource = { file: string; body: string; firstLine: number };

/** What a text's Markdown holds; the problems leave the rest usable for further checks. */
export type ParsedMarkdown = {
  blocks: Block[];
  fields: Field[];
  links: SlugLink[];
  problems: Problem[];
};

/** Our parser: CommonMark with tables, our directives, and HTML seen so that it can be refused. */
function createParser(): MarkdownIt {
  const md = markdownIt({ html: true, linkify: false, typographer: false });
  // Every scheme is let through here and checked in links.ts, where a position can be given:
  // markdown-it would silently leave a refused link as text.
  md.validateLink = () => true;
  // Addresses that nothing links to are told, so they must still be there.
  md.core.ruler.disable('strip_references');
  addDirectiveBlocks(md);
  addInlineDirectives(md);
  addFieldMarks(md);
  return md;
}

const parser = createParser();

/** For a text that stands alone. */
const PLAIN_WORDS: FieldWords = { lang: 'en', partners: { a: 'A', b: 'B' } };

/** Turns every field container, with all that stands in it, into one token that holds its field. */
function collapseFields(tokens: Token[], body: BodyLines, maker: FieldMaker): Token[] {
  const collapsed: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.type === 'inline') makeInlineFields(token, lineOf(tokens, at), body, maker);
    if (token.type !== 'field_open') {
      collapsed.push(token);
      continue;
    }
    const close = tokens.findIndex((other, index) => index > at && other.type === 'field_close');
    const { directive, line } = token.meta as FieldTokenMeta;
    if (holdsProse(directive.name)) {
      for (let inside = at + 1; inside < close; inside++) {
        const inner = tokens[inside];
        if (inner?.type === 'inline') makeInlineFields(inner, lineOf(tokens, inside), body, maker);
      }
    }
    const field = maker.make({
      directive,
      locate: (offset) => ({ line: body.firstLine + line, column: offset + 1 }),
      inner: tokens.slice(at + 1, close),
      locateInner: (inner) => {
        const row = inner ? lineOf(tokens, tokens.indexOf(inner)) : line;
        return { line: body.firstLine + row, column: (body.lines[row] ?? '').search(/\S/) + 1 };
      },
    });
    token.type = 'field';
    token.nesting = 0;
    token.meta = { field, index: field && maker.fields.indexOf(field) } satisfies MadeField;
    collapsed.push(token);
    at = close;
  }
  return collapsed;
}

/** The body line of a token: its own, or that of the nearest token before it that has one. */
function lineOf(tokens: Token[], at: number): number {
  for (let index = at; index >= 0; index--) {
    const line = tokens[index]?.map?.[0];
    if (line !== undefined) return line;
  }
  return 0;
}

function makeInlineFields(token: Token, line: number, body: BodyLines, maker: FieldMaker): void {
  for (const child of token.children ?? []) {
    const { directive } = (child.meta ?? {}) as InlineMeta;
    if (child.type !== 'inline_field' || !directive) continue;
    const field = maker.make({
      directive,
      locate: (offset) => locateInline(body, token, line, offset),
      inner: [],
      locateInner: () => locateInline(body, token, line, directive.start),
    });
    child.meta = { field, index: field && maker.fields.indexOf(field) } satisfies MadeField;
  }
}

/** Parses one text: blocks and fields in reading order, links to other texts, and every problem. */
export function parseMarkdown(source: MarkdownSource, words = PLAIN_WORDS): ParsedMarkdown {
  const problems: Problem[] = [];
  const report = (at: Position, message: string, hint?: string) =>
    problems.push({ file: source.file, line: at.line, column: at.column, message, hint });
  const body: BodyLines = { lines: source.body.split('\n'), firstLine: source.firstLine };
  const environment: MarkdownEnvironment = newEnvironment();
  const parsed = checkDefinitions(body, parser.parse(source.body, environment), report);
  const tokens = checkHtmlBlocks(body, parsed, report);
  for (const { line, column, message, hint } of environment.faults) {
    report({ line: body.firstLine + line, column }, message, hint);
  }
  checkTables(body, tokens, report);
  const links = checkInlines(body, tokens, report);
  const maker = createFieldMaker({ md: parser, environment, words, report });
  const collapsed = collapseFields(tokens, body, maker);
  const { fields } = maker;
  const blocks = toBlocks(collapsed, { md: parser, environment, body, fields, report });
  return { blocks, fields, links, problems };
}
