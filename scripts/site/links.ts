import type { Block, ProsePart } from '../model/document.ts';
import type { Field, TableCell } from '../model/field.ts';
import { documentPath, findDocument, type LanguageShelf, type Site } from '../model/library.ts';
import { resolveSlugLinks } from '../model/text.ts';
import { toHref } from './place.ts';

type ResolveHtml = (html: string) => string;

/** Finished HTML of a language -> the same with real addresses in place of `slug:` links. */
export function toLinkResolver(site: Site, shelf: LanguageShelf): ResolveHtml {
  return (html) =>
    resolveSlugLinks(html, (slug, fragment) => {
      const document = findDocument(shelf, slug);
      if (!document) {
        throw new Error(
          `A text links to "${slug}", which the library (${shelf.lang}) does not have`,
        );
      }
      return toHref(site, documentPath(site, document)) + (fragment ? `#${fragment}` : '');
    });
}

function resolveCell(cell: TableCell, resolve: ResolveHtml): TableCell {
  return cell.kind === 'room' ? cell : { ...cell, html: resolve(cell.html) };
}

function resolveField(field: Field, resolve: ResolveHtml): Field {
  const resolved = { ...field, labelHtml: resolve(field.labelHtml) };
  switch (resolved.kind) {
    case 'lines':
    case 'scale':
    case 'blank':
      return resolved;
    case 'checklist': {
      const items = resolved.items.map((item) => ({ ...item, html: resolve(item.html) }));
      return { ...resolved, items };
    }
    case 'table': {
      const columns = resolved.columns.map((head) => ({ ...head, html: resolve(head.html) }));
      const rows = resolved.rows.map((row) => row.map((cell) => resolveCell(cell, resolve)));
      return { ...resolved, columns, rows };
    }
  }
}

function resolvePart(part: ProsePart, resolve: ResolveHtml): ProsePart {
  return 'field' in part
    ? { field: resolveField(part.field, resolve) }
    : { html: resolve(part.html) };
}

function resolveBlock(block: Block, resolve: ResolveHtml): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, html: resolve(block.html) };
    case 'prose':
      return { ...block, parts: block.parts.map((part) => resolvePart(part, resolve)) };
    case 'field':
      return { ...block, field: resolveField(block.field, resolve) };
  }
}

/** Blocks whose links lead somewhere: templates never see a `slug:` address. */
export function resolveBlocks(blocks: readonly Block[], resolve: ResolveHtml): Block[] {
  return blocks.map((block) => resolveBlock(block, resolve));
}
