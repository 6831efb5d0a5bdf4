/** What a page may load: its own origin, and only what it uses. */
const DIRECTIVES = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The search is WebAssembly that fetches its index; no other page needs either. */
const PLAIN = ["script-src 'self'"];
const SEARCH = ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"];

/** The Content-Security-Policy of one page, as its `meta` says it. */
export function pagePolicy({ searches = false }: { searches?: boolean } = {}): string {
  return [...DIRECTIVES, ...(searches ? SEARCH : PLAIN)].join('; ');
}

/**
 * The policy that a server may send for all pages. Each page narrows it by its own `meta`; what a
 * `meta` cannot say stands here alone.
 */
export const SERVER_POLICY = [...DIRECTIVES, ...SEARCH, "frame-ancestors 'none'"].join('; ');
