import { LIVE_SCRIPT, LIVE_STYLE } from './addresses.ts';

/** What a page needs to hear of changes and to show an overlay. */
const NEEDED = ['script-src', 'style-src', 'connect-src'];
const POLICY = /(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)("[^>]*>)/i;

/** A policy that also allows what comes from the page's own server, and is else as strict. */
export function allowOwnServer(policy: string): string {
  const directives = new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])),
  );
  for (const name of NEEDED) {
    const sources = (directives.get(name) ?? []).filter((source) => source !== "'none'");
    directives.set(name, sources.includes("'self'") ? sources : [...sources, "'self'"]);
  }
  return [...directives].map((words) => words.flat().join(' ')).join('; ');
}

/**
 * A built page as it is served while its author works: it follows changes. The page on disk stays as
 * it was built. `stamp` stands for what the page shows.
 */
export function toLivePage(html: string, stamp: string): string {
  const head = `<link rel="stylesheet" href="${LIVE_STYLE}"><script defer src="${LIVE_SCRIPT}" data-stamp="${stamp}"></script>`;
  const allowed = html.replace(POLICY, (_, before: string, policy: string, after: string) => {
    return before + allowOwnServer(policy) + after;
  });
  return allowed.includes('</head>')
    ? allowed.replace('</head>', () => `${head}</head>`)
    : head + allowed;
}
