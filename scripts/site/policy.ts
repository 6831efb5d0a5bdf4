/** What a page may load: its own origin, and only what it uses. */
const DIRECTIVES = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The search is WebAssembly that fetches its index; a page that makes PDFs fetches the blank ones. */
const PLAIN = ["script-src 'self'"];
const FETCHES = ["connect-src 'self'"];
const SEARCH = ["script-src 'self' 'wasm-unsafe-eval'", ...FETCHES, "worker-src 'self'"];

/** What a page does that not every page may. */
export type PageNeeds = { searches?: boolean; fetches?: boolean };

/** The Content-Security-Policy of one page, as its `meta` says it. */
export function pagePolicy({ searches = false, fetches = false }: PageNeeds = {}): string {
  const own = searches ? SEARCH : [...PLAIN, ...(fetches ? FETCHES : [])];
  return [...DIRECTIVES, ...own].join('; ');
}

/**
 * The policy that a server may send for all pages. Each page narrows it by its own `meta`; what a
 * `meta` cannot say stands here alone.
 */
export const SERVER_POLICY = [...DIRECTIVES, ...SEARCH, "frame-ancestors 'none'"].join('; ');
