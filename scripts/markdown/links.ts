import type { Token } from 'markdown-it';
import type { SlugLink } from '../model/document.ts';
import type { Position } from '../model/problem.ts';

/** Link schemes that may leave a page or a sheet; anything else could reach a disk or forge a field. */
const SCHEMES = ['http', 'https', 'mailto', 'tel'];
const SLUG_LINK = /^([a-z0-9]+(?:-[a-z0-9]+)*)?(?:#([\w-]+))?$/;

/** What a checked link is: a way to another text, an outside address, or refused. */
export type CheckedLink =
  | { kind: 'slug'; slug: string; fragment?: string }
  | { kind: 'outside' }
  | { kind: 'refused'; message: string; hint: string };

/** Checks an address against the allow-list. `href` is as the parser gives it, entities decoded. */
export function checkLink(href: string): CheckedLink {
  const match = SLUG_LINK.exec(href);
  if (match && href !== '') return { kind: 'slug', slug: match[1] ?? '', fragment: match[2] };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme && SCHEMES.includes(scheme)) return { kind: 'outside' };
  const message = scheme
    ? `links may not use "${scheme}:"`
    : `"${href}" is not an address or a slug`;
  const hint = 'Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).';
  return { kind: 'refused', message, hint };
}

/** Turns a checked link token into its final form; a slug waits for the page to resolve it. */
export function markLink(token: Token, link: CheckedLink, at: Position): SlugLink | undefined {
  if (link.kind === 'outside') token.attrSet('rel', 'noreferrer noopener');
  if (link.kind !== 'slug') return undefined;
  const { slug, fragment } = link;
  token.attrSet('href', slug ? `slug:${slug}${fragment ? `#${fragment}` : ''}` : `#${fragment}`);
  return { ...at, slug, fragment };
}
