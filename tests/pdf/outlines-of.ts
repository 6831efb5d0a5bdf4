import type { PdfReading, StructureNode } from './open-pdf.ts';

/** The tree as indented roles; what only groups or only speaks is left out. */
function outlineOf(node: StructureNode, depth = 0): string[] {
  const isSilent = !node.role || ['Root', 'NonStruct', 'Span', 'Div', 'P'].includes(node.role);
  const own = isSilent ? [] : [`${'  '.repeat(depth)}${node.role}`];
  const below = (node.children ?? []).flatMap((kid) => outlineOf(kid, depth + own.length));
  return [...own, ...below];
}

/** The trees of a file's pages as indented roles. */
export const outlinesOf = ({ pages }: PdfReading) =>
  pages.map(({ structure }) => outlineOf(structure).join('\n'));
