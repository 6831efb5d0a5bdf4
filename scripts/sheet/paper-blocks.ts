import { changeBlockHtml } from '../model/block-html.ts';
import type { Block, Document } from '../model/document.ts';
import {
  addressOf,
  documentPath,
  findDocument,
  type LanguageShelf,
  type Library,
} from '../model/library.ts';
import { resolveSlugLinks } from '../model/text.ts';

/** The id of a block on paper, by its place in the text. */
export const blockId = (index: number) => `block-${index + 1}`;

/** Links on paper lead to the site, whole; a site without an address cannot be led to. */
export function absoluteUrl({ site }: Library, document: Document): string | undefined {
  return site.url && site.url + addressOf(site, documentPath(site, document));
}

/** An address as a person would type it. */
export function typedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** Links inside the text lead to the ids that its headings have on paper; tables look like tables. */
function toPaper(html: string, blocks: readonly Block[]): string {
  const linked = html.replace(/href="#([^"]*)"/g, (_, id: string) => {
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === id);
    return `href="#${blockId(at)}"`;
  });
  return linked.replaceAll('<table>', '<table class="table">');
}

/** A private sheet leads nowhere: of a link its words remain. */
function withoutLinks(html: string): string {
  return html.replace(/<a [^>]*>|<\/a>/g, '');
}

/** Where the site has no address, the same goes for links to its texts. */
function withoutSlugLinks(html: string): string {
  return html.replace(/<a href="slug:[^>]*>([\s\S]*?)<\/a>/g, '$1');
}

/** Where texts stand when they are printed. */
export type PaperPlace = { library: Library; shelf: LanguageShelf; isPrivate: boolean };

/** A block with its id on paper. */
export type PaperBlock = Block & { blockId: string };

/** Blocks as they stand on paper: every link leads somewhere, from wherever it stands. */
export function toPaperBlocks(blocks: readonly Block[], place: PaperPlace): PaperBlock[] {
  const { library, shelf, isPrivate } = place;
  const resolve = (slug: string, fragment?: string) => {
    const target = findDocument(shelf, slug);
    // A text with problems is not in the library: its problems are told, and nothing is published.
    if (!target) return '';
    return (absoluteUrl(library, target) ?? '') + (fragment ? `#${fragment}` : '');
  };
  const toLinks = (html: string) => {
    const linked = library.site.url ? html : withoutSlugLinks(html);
    return resolveSlugLinks(toPaper(linked, blocks), resolve);
  };
  const changed = changeBlockHtml(blocks, (html) =>
    isPrivate ? withoutLinks(toLinks(html)) : toLinks(html),
  );
  return changed.map((block, index) => ({ ...block, blockId: blockId(index) }));
}
