import type { Env } from 'markdown-it';
import type { Directive } from './directive.ts';

/** A fault in a body line; `line` counts from 0 in the body, `column` from 1 in its line. */
export type BodyFault = { line: number; column: number; message: string; hint?: string };

/** What our rules share while one text is parsed. */
export type MarkdownEnvironment = Env & {
  faults: BodyFault[];
  /** How many field containers the block rule is inside of. */
  containerDepth: number;
};

/** What a field's opening token carries; offsets of the directive count in its source line. */
export type FieldTokenMeta = { directive: Directive; line: number };

/** What an inline token of ours carries; offsets count in the inline content. */
export type InlineMeta = {
  offset?: number;
  directive?: Directive;
  fault?: { offset: number; message: string; hint?: string };
};

/** Starts a text. */
export function newEnvironment(): MarkdownEnvironment {
  return { faults: [], containerDepth: 0 };
}
