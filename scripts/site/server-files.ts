import { addressOf, type Library } from '../model/library.ts';
import type { SiteData } from './page-view.ts';
import { SERVER_POLICY } from './policy.ts';
import type { Frame } from './view.ts';

const EVERYWHERE = [
  'X-Content-Type-Options: nosniff',
  'X-Frame-Options: DENY',
  'Referrer-Policy: no-referrer',
  'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy: same-origin',
];

const FOREVER = 'Cache-Control: public, max-age=31536000, immutable';

const UNKEPT = 'Cache-Control: no-store';

/** The worker of those who keep a copy is asked for anew, and reaches nothing but this site. */
const WORKER = [
  'Cache-Control: no-cache',
  "Content-Security-Policy: default-src 'none'; connect-src 'self'",
];

/** What has a hash in its name; all else keeps its name and is asked for anew. */
const CACHED = ['/assets/*', '/pagefind/fragment/*', '/pagefind/index/*'];

function framesOf(data: SiteData): Frame[] {
  return Object.values(data).flat();
}

type Rule = [path: string, header: string];

/** "/guide/*" for every folder that holds pages: a policy for pages would only hinder PDFs. */
function listPolicies(data: SiteData): Rule[] {
  const paths = framesOf(data).map(({ file }) => {
    const [folder, ...below] = file.split('/');
    return below.length > 0 ? `/${folder}/*` : `/${file}`;
  });
  const header = `Content-Security-Policy: ${SERVER_POLICY}`;
  return [...new Set(['/', ...paths])].sort().map((path) => [path, header]);
}

/**
 * Pages that nobody who uses the device later should find in what the browser kept by itself. A copy
 * that somebody asked for holds those for all: whoever finds it there learns nothing of who read it.
 */
function listUnkept(data: SiteData): Rule[] {
  return framesOf(data)
    .filter(({ isSafety }) => isSafety)
    .map(({ file }): Rule => [`/${file.replace(/index\.html$/, '*')}`, UNKEPT])
    .sort();
}

/**
 * What servers that read a `_headers` file (Netlify, Cloudflare Pages) are to send. No two rules
 * with the same header meet on one address, for such servers would join them into one; and no
 * address has two rules, for Cloudflare would heed the last alone.
 */
export function toHeaders({ site }: Library, data: SiteData): string {
  const headers = new Map<string, string[]>([['/*', EVERYWHERE]]);
  const cached = CACHED.map((path): Rule => [path, FOREVER]);
  const worker = WORKER.map((header): Rule => ['/sw.js', header]);
  for (const [path, header] of [...listPolicies(data), ...listUnkept(data), ...cached, ...worker]) {
    headers.set(path, [...(headers.get(path) ?? []), header]);
  }
  return [...headers]
    .map(([path, lines]) => {
      return `${addressOf(site, path)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
    })
    .join('');
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Every page a stranger may be led to; dated by the edition, where there is one. */
export function toSitemap({ site }: Library, data: SiteData): string {
  const lastmod = site.edition ? `<lastmod>${site.edition}</lastmod>` : '';
  const urls = framesOf(data)
    .flatMap(({ canonical }) => (canonical ? [escapeXml(canonical)] : []))
    .sort();
  const entries = urls.map((url) => `  <url><loc>${url}</loc>${lastmod}</url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}
