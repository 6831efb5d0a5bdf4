import type { MarkdownIt, Token } from 'markdown-it';
import type { Block } from '../model/document.ts';
import type { Field } from '../model/field.ts';
import { slugify } from '../model/text.ts';
import type { MarkdownEnvironment } from './environment.ts';
import { renderInlineToken } from './fields.ts';
import type { Report } from './inline-checks.ts';
import type { BodyLines } from './positions.ts';
import { type MadeField, toProseParts } from './prose.ts';

/** Cuts the stream at top level: one slice a block. */
function topLevelSlices(tokens: Token[]): Token[][] {
  const slices: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) slices.push([]);
    slices.at(-1)?.push(token);
    depth += token.nesting;
  }
  return slices;
}

type Headings = { ids: Set<string>; level: number };

function toHeading(slice: Token[], headings: Headings, context: BlockContext): Block {
  const { md, environment, body, report } = context;
  const line = slice[0]?.map?.[0] ?? 0;
  const at = { line: body.firstLine + line, column: (body.lines[line] ?? '').search(/\S/) + 1 };
  const level = Number(slice[0]?.tag.slice(1));
  if (level === 1)
    report(at, 'the title is the only first-level heading', 'Begin parts with "## ".');
  else if (level > 4 || level > headings.level + 1) {
    const most = Math.min(headings.level + 1, 4);
    report(
      at,
      `a level-${level} heading cannot follow level ${headings.level}`,
      `Use ${'#'.repeat(most)}.`,
    );
  }
  headings.level = level;
  const inline = slice[1];
  if (inline?.children?.some((child) => child.type === 'inline_field')) {
    report(at, 'a blank cannot stand in a heading', 'Put it in a sentence below.');
  }
  const { html, text } = inline
    ? renderInlineToken(md, inline, environment)
    : { html: '', text: '' };
  if (text === '')
    report(at, 'a heading needs words', 'Remove the "#" signs, or say what follows.');
  const stem = slugify(text) || 'part';
  let id = stem;
  for (let count = 2; headings.ids.has(id); count++) id = `${stem}-${count}`;
  headings.ids.add(id);
  return { kind: 'heading', level: level as 2 | 3 | 4, id, text, html, ...at };
}

/** Headings are the outline of a text, so one inside a list or a quotation would break it. */
function reportInnerHeadings(slice: Token[], { body, report }: BlockContext): void {
  for (const { type, map } of slice) {
    if (type !== 'heading_open') continue;
    const line = map?.[0] ?? 0;
    const at = { line: body.firstLine + line, column: (body.lines[line] ?? '').search(/\S/) + 1 };
    report(at, 'a heading cannot stand in a list or a quotation', 'Begin it at the line start.');
  }
}

/** What `toBlocks` works with. */
export type BlockContext = {
  md: MarkdownIt;
  environment: MarkdownEnvironment;
  body: BodyLines;
  fields: readonly Field[];
  report: Report;
};

/** Turns a checked token stream, its fields collapsed into single tokens, into blocks. */
export function toBlocks(tokens: Token[], context: BlockContext): Block[] {
  const { md, environment, body, fields } = context;
  const headings: Headings = { ids: new Set(), level: 1 };
  return topLevelSlices(tokens).flatMap((slice): Block[] => {
    const first = slice[0];
    const { field } = (first?.meta ?? {}) as MadeField;
    if (first?.type === 'heading_open') return [toHeading(slice, headings, context)];
    if (first?.type === 'field')
      return field ? [{ kind: 'field', field, ...positionOf(field) }] : [];
    reportInnerHeadings(slice, context);
    const line = first?.map?.[0] ?? 0;
    const html = md.renderer.render(slice, md.options as never, environment);
    const column = Math.max((body.lines[line] ?? '').search(/\S/), 0) + 1;
    return [
      { kind: 'prose', parts: toProseParts(html, fields), line: body.firstLine + line, column },
    ];
  });
}

function positionOf({ line, column }: Field) {
  return { line, column };
}
