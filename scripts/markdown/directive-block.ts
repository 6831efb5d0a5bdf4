import type { MarkdownIt, StateBlock } from 'markdown-it';
import { parseDirective } from './directive.ts';
import type { FieldTokenMeta, MarkdownEnvironment } from './environment.ts';
import { COLONS } from './field-rule.ts';
import { FIELD_RULES, isFieldKind } from './field-rules.ts';
import { hintNearest } from './nearest.ts';

type Line = { text: string; start: number };

/** A source line whole, whatever list or quotation it stands in, and where its content starts. */
function lineAt(state: StateBlock, line: number): Line {
  const content = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const from = state.src.lastIndexOf('\n', content - 1) + 1;
  return { text: state.src.slice(from, state.eMarks[line]), start: content - from };
}

function findFenceEnd(state: StateBlock, from: number, to: number, colons: number): number {
  for (let line = from; line < to; line++) {
    const { text, start } = lineAt(state, line);
    if (text.slice(start).trimEnd() === ':'.repeat(colons)) return line;
  }
  return -1;
}

function faultAt(state: StateBlock, line: number, offset: number, message: string, hint?: string) {
  (state.env as MarkdownEnvironment).faults.push({ line, column: offset + 1, message, hint });
}

/** Parses what stands between the fences into the same token stream. */
function parseInside(state: StateBlock, from: number, to: number): void {
  const environment = state.env as MarkdownEnvironment;
  const { lineMax, parentType } = state;
  state.lineMax = to;
  state.parentType = 'field';
  environment.containerDepth++;
  state.md.block.tokenize(state, from, to);
  environment.containerDepth--;
  state.lineMax = lineMax;
  state.parentType = parentType;
}

/** What is wrong with the word or its colons; a wrong directive is dropped whole. */
function refuse(
  state: StateBlock,
  line: number,
  name: string,
  colons: number,
  start: number,
): boolean {
  if (!isFieldKind(name)) {
    faultAt(
      state,
      line,
      start,
      `unknown directive "${name}"`,
      hintNearest(name, Object.keys(FIELD_RULES)),
    );
    return true;
  }
  const { form } = FIELD_RULES[name];
  const fits = form === 'container' ? colons >= COLONS.container : colons === COLONS[form];
  if (fits) return false;
  const written = {
    inline: `:${name}[…] inside a sentence`,
    leaf: `::${name}[…]`,
    container: `:::${name}[…] with a closing ::: line`,
  };
  faultAt(
    state,
    line,
    start,
    `"${name}" is not written with ${colons} colons`,
    `Write ${written[form]}.`,
  );
  return true;
}

function openContainer(
  state: StateBlock,
  line: number,
  endLine: number,
  meta: FieldTokenMeta,
): void {
  const { directive } = meta;
  const end = findFenceEnd(state, line + 1, endLine, directive.colons);
  if (end < 0) {
    const hint = `Close it with a line of ${directive.colons} colons.`;
    faultAt(state, line, directive.start, `"${directive.name}" is never closed`, hint);
    state.line = line + 1;
    return;
  }
  const open = state.push('field_open', '', 1);
  open.meta = meta;
  open.map = [line, end + 1];
  parseInside(state, line + 1, end);
  state.push('field_close', '', -1);
  state.line = end + 1;
}

function openLeaf(state: StateBlock, line: number, meta: FieldTokenMeta): void {
  const open = state.push('field_open', '', 1);
  open.meta = meta;
  open.map = [line, line + 1];
  state.push('field_close', '', -1);
  state.line = line + 1;
}

function directiveRule(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const { text, start } = lineAt(state, line);
  const isFence = /^:{3,}\s*$/.test(text.slice(start));
  const spaced = /^:{2,}[ \t]+([A-Za-z][\w-]*)[[{]/.exec(text.slice(start));
  if (!isFence && !spaced && !/^:{2,}[A-Za-z]/.test(text.slice(start))) return false;
  if (silent) return true;
  state.line = line + 1;
  if (spaced) {
    const hint = 'The word follows the colons at once.';
    faultAt(state, line, start, `there is a space before "${spaced[1]}"`, hint);
    return true;
  }
  if (isFence) {
    faultAt(state, line, start, 'this ::: closes nothing', 'Remove it, or open a field above it.');
    return true;
  }
  const parsed = parseDirective(text, start);
  if (!parsed) {
    const name =
      text
        .slice(start)
        .replace(/^:+/, '')
        .split(/[^\w-]/)[0] ?? '';
    faultAt(state, line, start, `"${name}" has no prompt`, `Write ::${name}[The question]{#id}.`);
    return true;
  }
  if ('fault' in parsed) {
    faultAt(state, line, parsed.fault.offset, parsed.fault.message, parsed.fault.hint);
    return true;
  }
  const { directive } = parsed;
  const meta: FieldTokenMeta = { directive, line };
  if ((state.env as MarkdownEnvironment).containerDepth > 0) {
    const hint = 'A field cannot stand inside another: close the one above first.';
    faultAt(state, line, start, `"${directive.name}" stands inside another field`, hint);
  } else if (refuse(state, line, directive.name, directive.colons, start)) {
    const end =
      directive.colons >= 3 ? findFenceEnd(state, line + 1, endLine, directive.colons) : -1;
    if (end > 0) state.line = end + 1;
  } else if (text.slice(directive.end).trim() !== '') {
    const offset = directive.end + text.slice(directive.end).search(/\S/);
    faultAt(state, line, offset, `nothing may follow "${directive.name}" on its line`);
  } else if (FIELD_RULES[directive.name as keyof typeof FIELD_RULES].form === 'container') {
    openContainer(state, line, endLine, meta);
  } else openLeaf(state, line, meta);
  return true;
}

/** Teaches the parser `::kind[…]` lines and `:::kind[…]` containers. */
export function addDirectiveBlocks(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  md.block.ruler.before('fence', 'directive', directiveRule, { alt });
}
