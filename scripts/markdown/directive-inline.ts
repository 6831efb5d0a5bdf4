import type { MarkdownIt, StateInline } from 'markdown-it';
import { type Directive, type DirectiveFault, parseDirective } from './directive.ts';
import type { InlineMeta } from './environment.ts';
import { FIELD_RULES, isFieldKind } from './field-rules.ts';
import { hintNearest } from './nearest.ts';

const INLINE_KINDS = Object.values(FIELD_RULES)
  .filter(({ form }) => form === 'inline')
  .map(({ kind }) => kind as string);

/** What is wrong with a directive where it stands; a link would swallow the click on a field. */
function findFault(
  { name, colons, start: offset }: Directive,
  isInLink: boolean,
): DirectiveFault | undefined {
  if (INLINE_KINDS.includes(name) && colons === 1) {
    const message = `"${name}" cannot stand inside a link`;
    return isInLink ? { offset, message, hint: 'Put it before or after the link.' } : undefined;
  }
  if (INLINE_KINDS.includes(name)) {
    return { offset, message: `"${name}" is written with one colon`, hint: `Write :${name}[…].` };
  }
  if (isFieldKind(name)) {
    const hint = 'It begins a line of its own, with a blank line before it.';
    return { offset, message: `"${name}" cannot stand inside a sentence`, hint };
  }
  return { offset, message: `unknown directive "${name}"`, hint: hintNearest(name, INLINE_KINDS) };
}

function inlineDirectiveRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== ':' || /[\w:]/.test(src[pos - 1] ?? ' ')) return false;
  const parsed = parseDirective(src, pos);
  if (!parsed) return false;
  const end = 'fault' in parsed ? pos + 1 : parsed.directive.end;
  if (!silent) {
    const fault =
      'fault' in parsed ? parsed.fault : findFault(parsed.directive, state.linkLevel > 0);
    const meta: InlineMeta = fault
      ? { fault }
      : { directive: 'directive' in parsed ? parsed.directive : undefined };
    state.push(fault ? 'fault' : 'inline_field', '', 0).meta = meta;
  }
  state.pos = end;
  return true;
}

/** Remembers where in the inline content a rule's first token began: markdown-it does not. */
function rememberOffset(md: MarkdownIt, ruleName: string): void {
  const rule = md.inline.ruler.__rules__.find(({ name }) => name === ruleName);
  if (!rule) throw new Error(`markdown-it has no inline rule "${ruleName}" any more`);
  const original = rule.fn;
  md.inline.ruler.at(ruleName, (state, silent) => {
    const offset = state.pos;
    const count = state.tokens.length;
    const matched = original(state, silent);
    if (matched && !silent) {
      // The rule may first flush pending text, so the token is found by type, not by index; a
      // reference link brings a meta of its own.
      const types = ['link_open', 'image', 'html_inline'];
      const added = state.tokens.slice(count).find(({ type }) => types.includes(type));
      if (added) added.meta = { ...added.meta, offset } satisfies InlineMeta;
    }
    return matched;
  });
}

/** Teaches the parser `:kind[…]` inside sentences, and positions of links, pictures and HTML. */
export function addInlineDirectives(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'directive', inlineDirectiveRule);
  for (const name of ['link', 'autolink', 'image', 'html_inline']) rememberOffset(md, name);
}
