import { createHash } from 'node:crypto';
import { languageRoot } from '../model/library.ts';
import type { Fault } from './fault.ts';
import type { SheetPreview } from './preview.ts';
import { type PreviewSite, toOwnPage, toPreviewList, toPreviewPage } from './preview-page.ts';
import { loadSiteFile } from './site-files.ts';

/** Everything that is served, as it stands now. */
export type DevState = {
  site: PreviewSite;
  /** The site that was last built without a fault, if there was one. */
  siteDir?: string;
  /** The site that was last built with its search index. */
  wholeDir?: string;
  /** Where the printed files are, as on the site. */
  printDir: string;
  /** What keeps the site from being up to date. */
  faults: Fault[];
  previews: SheetPreview[];
};

/** What a browser gets for an address. */
export type Answer = { status: number; type: string; body: Buffer | string; location?: string };

const HTML = 'text/html; charset=utf-8';

const page = (status: number, body: string): Answer => ({ status, type: HTML, body });
/** Two slashes at the beginning would be the name of another host. */
const redirect = (to: string): Answer => {
  return { status: 302, type: HTML, body: '', location: to.replace(/^[/\\]+/, '/') };
};

/** Stands for what a page shows: another stamp, another page. */
export function stampOf({ status, body }: Answer): string {
  return createHash('sha256').update(`${status} `).update(body).digest('hex').slice(0, 16);
}

/** The path inside the site, where an address leads into it; the previews are there without prefix too. */
function toInnerPath(pathname: string, pathPrefix: string): string | undefined {
  const prefix = pathPrefix.replace(/\/$/, '');
  if (pathname.startsWith(`${prefix}/`)) return pathname.slice(prefix.length);
  return /^(\/[^/]+)?\/sheets\//.test(pathname) ? pathname : undefined;
}

function toFileAnswer({ type, bytes }: { type: string; bytes: Buffer }): Answer {
  return type === HTML ? page(200, bytes.toString('utf8')) : { status: 200, type, body: bytes };
}

/** The list of sheets of a language, or the pictures of one. */
function findPreview({ previews, site }: DevState, path: string): Answer | undefined {
  const [, head, slug] = /^(.*\/)sheets\/(?:([^/]+)\/)?$/.exec(path) ?? [];
  const langs = [site.language, ...previews.map(({ lang }) => lang)];
  const lang = langs.find((one) => languageRoot(site, one) === head);
  if (lang === undefined) return undefined;
  if (slug === undefined) return page(200, toPreviewList(previews, lang, site));
  const preview = previews.find((one) => one.lang === lang && one.slug === slug);
  return preview && page(200, toPreviewPage(preview, site));
}

/** What is made less often than the pages: the PDFs, and the index that is searched. */
async function loadMadeFile({ printDir, wholeDir }: DevState, path: string) {
  if (path.startsWith('/pdf/')) return loadSiteFile(printDir, path);
  return wholeDir && path.startsWith('/pagefind/') ? loadSiteFile(wholeDir, path) : undefined;
}

/** Before there is any site: its first build, or what keeps it from being built. */
function findNothingYet({ faults }: DevState): Answer {
  const words = faults.length > 0 ? 'There is no site to show yet' : 'The site is being built';
  return page(503, toOwnPage(words, '<p class="preview__note">This page will show it.</p>'));
}

async function findNotFound(siteDir: string): Promise<Answer> {
  const file = await loadSiteFile(siteDir, '/404.html');
  if (file && 'bytes' in file) return page(404, file.bytes.toString('utf8'));
  return page(
    404,
    toOwnPage('There is no page here', '<p class="preview__note">Nor a 404 page.</p>'),
  );
}

/** What stands inside the site, or what is printed for it. */
async function findInside(
  state: DevState,
  path: string,
  pathname: string,
): Promise<Answer | undefined> {
  const { siteDir } = state;
  const built = siteDir ? await loadSiteFile(siteDir, path) : undefined;
  const file = built ?? (await loadMadeFile(state, path));
  if (file && 'isFolder' in file) return redirect(`${pathname}/`);
  if (file) return toFileAnswer(file);
  if (path.includes('/sheets') && !path.endsWith('/') && findPreview(state, `${path}/`)) {
    return redirect(`${pathname}/`);
  }
  return findPreview(state, path);
}

/** What stands at an address: a file of the site, a printed file, a preview, or the page for nothing. */
export async function findAnswer(state: DevState, pathname: string): Promise<Answer> {
  const { siteDir, site, previews } = state;
  if (!siteDir && previews.length === 0) return findNothingYet(state);
  const path = toInnerPath(pathname, site.pathPrefix);
  const inside = path === undefined ? undefined : await findInside(state, path, pathname);
  if (inside) return inside;
  if (!siteDir) return findNothingYet(state);
  const isAbove = pathname === '/' || `${pathname}/` === site.pathPrefix;
  return path === undefined && isAbove ? redirect(site.pathPrefix) : findNotFound(siteDir);
}

/** Whether an answer is a page that can follow changes. */
export function isPage({ type, location }: Answer): boolean {
  return type === HTML && location === undefined;
}
