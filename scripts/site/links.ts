import type { ChangeHtml } from '../model/block-html.ts';
import {
  addressOf,
  documentPath,
  findDocument,
  type LanguageShelf,
  type Site,
} from '../model/library.ts';
import { resolveSlugLinks } from '../model/text.ts';

/** Finished HTML of a language -> the same with real addresses in place of `slug:` links. */
export function toLinkResolver(site: Site, shelf: LanguageShelf): ChangeHtml {
  return (html) =>
    resolveSlugLinks(html, (slug, fragment) => {
      const document = findDocument(shelf, slug);
      if (!document) {
        throw new Error(
          `A text links to "${slug}", which the library (${shelf.lang}) does not have`,
        );
      }
      return addressOf(site, documentPath(site, document)) + (fragment ? `#${fragment}` : '');
    });
}
