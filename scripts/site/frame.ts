import { addressOf, documentPath } from '../model/library.ts';
import { type Preview, previewWords, SHARE_PICTURE } from '../model/share.ts';
import { say } from '../model/text.ts';
import { findDirection, formatDate, formatLanguageName } from './format.ts';
import {
  companionListPath,
  findCompanionList,
  findGuide,
  findSheetList,
  type Place,
  searchPath,
  toLink,
  toSearchLink,
} from './place.ts';
import { pagePolicy } from './policy.ts';
import type { Frame, LanguageLink, PageLink, ScriptName } from './view.ts';

/** What one page says of itself. */
export type PageFacts = {
  /** Before the path prefix. */
  path: string;
  title: string;
  /** The part of the site it belongs to, when it is not the first page of that part. */
  section?: PageLink;
  description?: string;
  scripts?: ScriptName[];
  /** Whether a script of it fetches files of the site when it is asked to. */
  fetches?: boolean;
  /** Whether the reader may have to leave in haste. */
  isSafety?: boolean;
  /** Whether its title and description say no more than they must; others may see them. */
  isPrivate?: boolean;
  /** Whether search engines are to leave it out: nobody should be led to it from elsewhere. */
  isUnlisted?: boolean;
};

function withCurrent(link: PageLink, href: string): PageLink {
  if (link.href === href) return { ...link, current: 'page' };
  return href.startsWith(link.href) ? { ...link, current: 'true' } : link;
}

/** Pages that ask for a place in the navigation, and the one on safety, which always has it. */
function toNavPages(place: Place): PageLink[] {
  const { library, shelf, t } = place;
  return shelf.pages.flatMap((page) => {
    const label = page.nav ?? (page.slug === 'safety' ? say(t, 'safety') : undefined);
    const path = documentPath(library.site, page);
    if (!label || path === place.root || path === companionListPath(place)) return [];
    return [toLink(place, label, path)];
  });
}

function toNav(place: Place, href: string): PageLink[] {
  const links = [
    findGuide(place),
    findSheetList(place),
    ...toNavPages(place),
    findCompanionList(place),
    toSearchLink(place),
  ];
  return links.flatMap((link) => (link ? [withCurrent(link, href)] : []));
}

function toPages(place: Place, href: string): PageLink[] {
  const { library, shelf } = place;
  return shelf.pages
    .filter(({ slug }) => slug !== 'home')
    .map((page) => toLink(place, page.title, documentPath(library.site, page)))
    .map((link) => withCurrent(link, href));
}

/** The same page in the other languages, or their home page where it is not translated. */
function toLanguages({ all, shelf, root }: Place, path: string): LanguageLink[] {
  if (all.length < 2) return [];
  const local = path.slice(root.length);
  return all.map((other): LanguageLink => {
    const { lang } = other.shelf;
    const translated = other.root + local;
    const target = other.paths.has(translated) ? translated : other.root;
    const link = { ...toLink(other, formatLanguageName(lang), target), lang };
    return lang === shelf.lang ? { ...link, current: 'true' } : link;
  });
}

function toDocumentTitle(place: Place, facts: PageFacts): string {
  const { path, title } = facts;
  const section = facts.isPrivate ? undefined : facts.section;
  const { library, shelf, root } = place;
  const { name, language } = library.site;
  const owner = shelf.lang === language ? name : `${name} (${formatLanguageName(shelf.lang)})`;
  if (path === root) return title === name ? owner : `${title} · ${owner}`;
  return [title, section?.label, owner].filter((part) => part !== undefined).join(' · ');
}

/** The card of a shared link: in words and a picture of the whole site, whatever the page is about. */
function toPreview({ library }: Place, facts: PageFacts, href: string): Preview | undefined {
  const { site } = library;
  if (!site.url || facts.isPrivate || facts.isUnlisted) return undefined;
  const { path, ...size } = SHARE_PICTURE;
  const picture = { href: site.url + addressOf(site, `/${path}`), ...size };
  return { ...previewWords(site), url: site.url + href, picture };
}

/** A letter that is begun for the reader; where safety is the matter, its subject names no page. */
function toReport({ library, t }: Place, facts: PageFacts): PageLink | undefined {
  const { contact } = library.site;
  if (!contact) return undefined;
  const isNamed = !facts.isPrivate && !facts.isSafety;
  const subject = isNamed
    ? say(t, 'reportSubject', { title: facts.title })
    : say(t, 'reportSubjectPlain');
  const href = `mailto:${contact}?subject=${encodeURIComponent(subject)}`;
  return { label: say(t, 'report'), href };
}

/** Where the file of an address stands: "/guide/" in "guide/index.html". */
function toFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** The frame of a page. */
export function toFrame(place: Place, facts: PageFacts): Frame {
  const { library, shelf, t, root } = place;
  const { site } = library;
  const { lang } = shelf;
  const href = addressOf(site, facts.path);
  // A licence's name is one word to the eye: "CC BY 4.0".
  const licence = site.licence?.replaceAll(' ', '\u00a0');
  const home = toLink(place, say(t, 'home'), root);
  return {
    file: toFile(facts.path),
    lang,
    direction: findDirection(lang),
    t,
    title: facts.title,
    documentTitle: toDocumentTitle(place, facts),
    // A browser may keep it with its history, and show it where the address is passed on.
    description: facts.isPrivate ? say(t, 'privateDescription') : facts.description,
    isUnlisted: facts.isUnlisted === true,
    isPrivate: facts.isPrivate === true,
    canonical: facts.isUnlisted || !site.url ? undefined : `${site.url}${href}`,
    preview: toPreview(place, facts, href),
    report: toReport(place, facts),
    policy: pagePolicy({
      searches: facts.path === searchPath(place),
      fetches: facts.fetches === true,
    }),
    scripts: facts.scripts ?? [],
    isSafety: facts.isSafety === true,
    siteName: site.name,
    root: addressOf(site, '/'),
    home: facts.path === root ? { ...home, current: 'page' } : home,
    nav: toNav(place, href),
    pages: toPages(place, href),
    trail: facts.section ? [home, facts.section] : [],
    languages: toLanguages(place, facts.path),
    exitUrl: site.exitUrl,
    licenceLine: licence && say(t, 'siteLicence', { licence }),
    editionLine: site.edition && say(t, 'editionLine', { date: formatDate(site.edition, lang) }),
  };
}
