import type { Library } from '../model/library.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { toArticle, toProse } from './article.ts';
import { say } from './format.ts';
import { toFrame } from './frame.ts';
import { toGuide, toHome, toSheetList } from './lists.ts';
import { toPlaces } from './place.ts';
import type { SiteData } from './view.ts';
import { toWorksheet } from './worksheet.ts';

/** A library and what printing left behind -> everything the templates read. */
export function toSiteData(library: Library, outputs: readonly SheetOutput[]): SiteData {
  const places = toPlaces(library);
  const keyed = new Map(outputs.map((output) => [`${output.lang}/${output.slug}`, output]));
  return {
    homes: places.map(toHome),
    guides: places.flatMap(toGuide),
    sheetLists: places.flatMap(toSheetList),
    articles: places.flatMap((place) =>
      place.shelf.articles.map((article) => toArticle(place, article)),
    ),
    worksheets: places.flatMap((place) =>
      place.shelf.worksheets.map((sheet) =>
        toWorksheet(place, sheet, keyed.get(`${sheet.lang}/${sheet.slug}`)),
      ),
    ),
    pages: places.flatMap((place) =>
      place.shelf.pages.filter(({ slug }) => slug !== 'home').map((page) => toProse(place, page)),
    ),
    // Servers know one such file, so it speaks the site's own language.
    notFound: places
      .slice(0, 1)
      .map((place) =>
        toFrame(place, { path: `${place.root}404.html`, title: say(place.t, 'notFound') }),
      ),
  };
}

/** The files a site with this data consists of, sorted. */
export function listPageFiles(data: SiteData): string[] {
  return Object.values(data)
    .flat()
    .map(({ file }) => file)
    .sort();
}
