import {
  addressOf,
  documentPath,
  type LanguageShelf,
  type Library,
  languageRoot,
  type Strings,
} from '../model/library.ts';
import { say } from '../model/text.ts';
import type { PageLink } from './view.ts';

/** A language of the library, with what every page of it needs at hand. */
export type Place = {
  library: Library;
  shelf: LanguageShelf;
  t: Strings;
  /** Where its pages start, before the path prefix. */
  root: string;
  /** The path of every page it has, before the path prefix. */
  paths: ReadonlySet<string>;
  /** This place and those of the other languages. */
  all: readonly Place[];
};

/** A link to a path of the site. */
export function toLink({ library }: Pick<Place, 'library'>, label: string, path: string): PageLink {
  return { label, href: addressOf(library.site, path) };
}

/** Where the list of chapters stands, whether or not there is one. */
export function guidePath({ root }: Pick<Place, 'root'>): string {
  return `${root}guide/`;
}

/** Where the list of sheets stands, whether or not there is one. */
export function sheetListPath({ root }: Pick<Place, 'root'>): string {
  return `${root}worksheets/`;
}

/** Where the list of notes for counselors stands, whether or not there is one. */
export function companionListPath({ root }: Pick<Place, 'root'>): string {
  return `${root}counselors/`;
}

/** Where the list of packets stands, whether or not there is one. */
export function packetListPath({ root }: Pick<Place, 'root'>): string {
  return `${root}packets/`;
}

/** Where readers bind a packet of their own, whether or not they can. */
export function packetBuilderPath(place: Pick<Place, 'root'>): string {
  return `${packetListPath(place)}build/`;
}

/** Where the search stands. */
export function searchPath({ root }: Pick<Place, 'root'>): string {
  return `${root}search/`;
}

function listPaths({ site }: Library, shelf: LanguageShelf, root: string): Set<string> {
  const { articles, worksheets, companions, packets, pages } = shelf;
  const documents = [...articles, ...worksheets, ...companions, ...packets, ...pages];
  const paths = documents.map((document) => documentPath(site, document));
  if (articles.length > 0) paths.push(guidePath({ root }));
  if (worksheets.length > 0) paths.push(sheetListPath({ root }));
  if (companions.length > 0) paths.push(companionListPath({ root }));
  if (packets.length > 0) paths.push(packetListPath({ root }));
  return new Set([root, searchPath({ root }), ...paths]);
}

/** The places of all languages, the site's own first. */
export function toPlaces(library: Library): Place[] {
  const all: Place[] = [];
  for (const shelf of library.languages) {
    const root = languageRoot(library.site, shelf.lang);
    const paths = listPaths(library, shelf, root);
    all.push({ library, shelf, t: shelf.strings, root, paths, all });
  }
  return all;
}

function findPart(place: Place, key: string, path: string): PageLink | undefined {
  return place.paths.has(path) ? toLink(place, say(place.t, key), path) : undefined;
}

/** The list of chapters, where there are any. */
export function findGuide(place: Place): PageLink | undefined {
  return findPart(place, 'guide', guidePath(place));
}

/** The list of sheets, where there are any. */
export function findSheetList(place: Place): PageLink | undefined {
  return findPart(place, 'worksheets', sheetListPath(place));
}

/** The notes for counselors, where there are any or a page about them. */
export function findCompanionList(place: Place): PageLink | undefined {
  const label = place.shelf.pages.find(({ slug }) => slug === 'counselors')?.nav;
  const found = findPart(place, 'counselors', companionListPath(place));
  return found && label ? { ...found, label } : found;
}

/** The list of packets, where there are any. */
export function findPacketList(place: Place): PageLink | undefined {
  return findPart(place, 'packets', packetListPath(place));
}

/** The search. */
export function toSearchLink(place: Place): PageLink {
  return toLink(place, say(place.t, 'search'), searchPath(place));
}

/** The page named "safety", where the author wrote one. */
export function findSafetyPage(place: Place): PageLink | undefined {
  const page = place.shelf.pages.find(({ slug }) => slug === 'safety');
  return page && toLink(place, page.title, documentPath(place.library.site, page));
}
