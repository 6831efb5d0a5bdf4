import {
  documentPath,
  type LanguageShelf,
  type Library,
  languageRoot,
  type Strings,
} from '../model/library.ts';
import { findDirection, formatDate, formatLanguageName, say } from './format.ts';
import type { Frame, LanguageLink, PageLink } from './view.ts';

/** A language of the library, with what every page of it needs at hand. */
export type Place = { library: Library; shelf: LanguageShelf; t: Strings; root: string };

/** What one page says of itself. */
export type PageFacts = {
  path: string;
  title: string;
  /** The part of the site it belongs to, when it is not the first page of that part. */
  section?: PageLink;
  description?: string;
};

/** The place of a language's pages. */
export function toPlace(library: Library, shelf: LanguageShelf): Place {
  const root = languageRoot(library.site, shelf.lang);
  return { library, shelf, t: shelf.strings, root };
}

/** The list of chapters, where there are any. */
export function findGuide({ shelf, t, root }: Place): PageLink | undefined {
  return shelf.articles.length > 0 ? { label: say(t, 'guide'), path: `${root}guide/` } : undefined;
}

/** The list of sheets, where there are any. */
export function findSheetList({ shelf, t, root }: Place): PageLink | undefined {
  if (shelf.worksheets.length === 0) return undefined;
  return { label: say(t, 'worksheets'), path: `${root}worksheets/` };
}

/** The page named "safety", where the author wrote one. */
export function findSafetyPage({ library, shelf }: Place): PageLink | undefined {
  const page = shelf.pages.find(({ slug }) => slug === 'safety');
  return page && { label: page.title, path: documentPath(library.site, page) };
}

function withCurrent(link: PageLink, path: string): PageLink {
  if (link.path === path) return { ...link, current: 'page' };
  return path.startsWith(link.path) ? { ...link, current: 'true' } : link;
}

function toNav(place: Place, path: string): PageLink[] {
  const safety = findSafetyPage(place);
  const short = safety && { ...safety, label: say(place.t, 'safety') };
  const links = [findGuide(place), findSheetList(place), short];
  return links.flatMap((link) => (link ? [withCurrent(link, path)] : []));
}

function toPages({ library, shelf }: Place, path: string): PageLink[] {
  return shelf.pages
    .filter(({ slug }) => slug !== 'home')
    .map((page) =>
      withCurrent({ label: page.title, path: documentPath(library.site, page) }, path),
    );
}

/** Every address of a language, without its root. */
function toLocalPaths(place: Place): Set<string> {
  const { library, shelf, root } = place;
  const documents = [...shelf.articles, ...shelf.worksheets, ...shelf.pages];
  const lists = [findGuide(place), findSheetList(place)].flatMap((link) =>
    link ? [link.path] : [],
  );
  const paths = [root, ...lists, ...documents.map((one) => documentPath(library.site, one))];
  return new Set(paths.map((path) => path.slice(root.length)));
}

/** The same page in the other languages, or their home page where it is not translated. */
function toLanguages({ library, shelf, root }: Place, path: string): LanguageLink[] {
  if (library.languages.length < 2) return [];
  const local = path.slice(root.length);
  return library.languages.map((other): LanguageLink => {
    const place = toPlace(library, other);
    const link = {
      label: formatLanguageName(other.lang),
      path: place.root + (toLocalPaths(place).has(local) ? local : ''),
      lang: other.lang,
    };
    return other.lang === shelf.lang ? { ...link, current: 'true' } : link;
  });
}

function toDocumentTitle(place: Place, { path, title, section }: PageFacts): string {
  const { library, shelf, root } = place;
  const { name, language } = library.site;
  const owner = shelf.lang === language ? name : `${name} (${formatLanguageName(shelf.lang)})`;
  if (path === root) return title === name ? owner : `${title} · ${owner}`;
  return [title, section?.label, owner].filter((part) => part !== undefined).join(' · ');
}

/** Where the file of an address stands: "/guide/" in "guide/index.html". */
function toFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** The frame of a page. */
export function toFrame(place: Place, facts: PageFacts): Frame {
  const { library, shelf, t, root } = place;
  const { site } = library;
  const home: PageLink = { label: say(t, 'home'), path: root };
  return {
    path: facts.path,
    file: toFile(facts.path),
    lang: shelf.lang,
    direction: findDirection(shelf.lang),
    t,
    title: facts.title,
    documentTitle: toDocumentTitle(place, facts),
    description: facts.description,
    siteName: site.name,
    home: withCurrent(home, facts.path).current === 'page' ? { ...home, current: 'page' } : home,
    nav: toNav(place, facts.path),
    pages: toPages(place, facts.path),
    trail: facts.section ? [home, facts.section] : [],
    languages: toLanguages(place, facts.path),
    exitUrl: site.exitUrl,
    licenceLine: site.licence && say(t, 'siteLicence', { licence: site.licence }),
    editionLine:
      site.edition && say(t, 'editionLine', { date: formatDate(site.edition, shelf.lang) }),
  };
}
