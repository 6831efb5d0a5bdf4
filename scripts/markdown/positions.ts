import type { Token } from 'markdown-it';
import type { Position } from '../model/problem.ts';

/** The text being parsed: its lines, and the line of the file that the first of them is. */
export type BodyLines = { lines: string[]; firstLine: number };

/**
 * Where an offset of an inline token's content stands in the file. markdown-it keeps no inline
 * positions, but a content line is always a stretch of its source line without the indentation.
 */
export function locateInline(
  body: BodyLines,
  token: Token,
  line: number,
  offset: number,
): Position {
  const before = token.content.slice(0, offset);
  const row = before.split('\n').length - 1;
  const contentLine = token.content.split('\n')[row] ?? '';
  // Tabs of the indentation have become spaces, so only what follows it can be found again.
  const text = contentLine.trimStart();
  const indent = contentLine.length - text.length;
  const start = (body.lines[line + row] ?? '').indexOf(text);
  const column = Math.max(start, 0) + (offset - (before.lastIndexOf('\n') + 1)) - indent + 1;
  return { line: body.firstLine + line + row, column };
}

/** Every inline token with the body line its block starts on; a table cell has its row's line. */
export function* inlineTokens(tokens: Token[]): Generator<{ token: Token; line: number }> {
  let line = 0;
  for (const token of tokens) {
    if (token.map) line = token.map[0];
    if (token.type === 'inline') yield { token, line };
  }
}
