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

/** What has a hash in its name; all else keeps its name and is asked for anew. */
const CACHED = ['/assets/*', '/pagefind/fragment/*', '/pagefind/index/*'];

function framesOf(data: SiteData): Frame[] {
  return Object.values(data).flat();
}

/** "/guide/*" for every folder that holds pages: a policy for pages would only hinder PDFs. */
function listPagePaths(data: SiteData): string[] {
  const paths = framesOf(data).map(({ file }) => {
    const [folder, ...below] = file.split('/');
    return below.length > 0 ? `/${folder}/*` : `/${file}`;
  });
  return [...new Set(['/', ...paths])].sort();
}

/**
 * What servers that read a `_headers` file (Netlify, Cloudflare Pages) are to send. No two rules
 * with the same header meet on one address: such servers would join them into one.
 */
export function toHeaders({ site }: Library, data: SiteData): string {
  const rules: [string, string[]][] = [
    ['/*', EVERYWHERE],
    ...listPagePaths(data).map((path): [string, string[]] => {
      return [path, [`Content-Security-Policy: ${SERVER_POLICY}`]];
    }),
    ...CACHED.map((path): [string, string[]] => [path, [FOREVER]]),
  ];
  return rules
    .map(([path, headers]) => {
      const lines = headers.map((header) => `  ${header}\n`);
      return `${addressOf(site, path)}\n${lines.join('')}`;
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
