import type { MarkdownIt, Token } from 'markdown-it';
import type { Field, ProsePart } from '../model/field.ts';

/** Marks a field inside rendered HTML; sources may not hold private-use characters. */
const MARK = /\uE000(\d+)\uE001/;

/** The token meta under which the field that was made waits for its block. */
export type MadeField = { field?: Field; index?: number };

/** Renders a field token as a mark that `toProseParts` finds again. */
export function addFieldMarks(md: MarkdownIt): void {
  const mark = (tokens: Token[], at: number) => {
    const { index } = (tokens[at]?.meta ?? {}) as MadeField;
    return index === undefined ? '' : `\uE000${index}\uE001`;
  };
  md.renderer.rules['field'] = mark;
  md.renderer.rules['inline_field'] = mark;
  md.renderer.rules['fault'] = () => '';
}

/** Finished HTML cut at its marks, each of them the field that it stands for. */
export function toProseParts(html: string, fields: readonly Field[]): ProsePart[] {
  return html.split(MARK).flatMap((piece, index): ProsePart[] => {
    const field = index % 2 === 1 ? fields[Number(piece)] : undefined;
    if (field) return [{ field }];
    return piece === '' ? [] : [{ html: piece }];
  });
}
