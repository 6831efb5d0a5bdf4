import { documentPath, type Library } from '../model/library.ts';
import { isOutputOf, type Outputs } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { toArticle, toProse } from './article.ts';
import { toCompanion, toCompanionList } from './companion.ts';
import { toFrame } from './frame.ts';
import { toHome } from './home.ts';
import { OFFLINE_PAGE } from './offline.ts';
import { type FindPacketOutput, toPacket, toPacketList } from './packet.ts';
import { toPacketBuilder } from './packet-builder.ts';
import type { MissingView, SiteData } from './page-view.ts';
import { companionListPath, type Place, toPlaces } from './place.ts';
import type { FindOutput } from './print-set.ts';
import { toReference } from './reference.ts';
import { toSearch } from './search.ts';
import { toGuide, toSheetList } from './sheet-list.ts';
import { toWorksheet } from './worksheet.ts';

function toMissing(place: Place, file: string, key: string): MissingView {
  const { root, t } = place;
  const frame = { path: root + file, title: say(t, key), isUnlisted: true };
  return { ...toFrame(place, frame), lead: say(t, `${key}Text`) };
}

/** A library and what printing left behind -> everything the templates read. */
export function toSiteData(library: Library, outputs: Outputs): SiteData {
  const places = toPlaces(library);
  const findOutput: FindOutput = (sheet) =>
    outputs.sheets.find((output) => isOutputOf(output, sheet));
  const findPacketOutput: FindPacketOutput = ({ lang, slug }) =>
    outputs.packets.find((output) => output.lang === lang && output.slug === slug);
  return {
    homes: places.map(toHome),
    guides: places.flatMap(toGuide),
    sheetLists: places.flatMap((place) => toSheetList(place, findOutput)),
    articles: places.flatMap((place) =>
      place.shelf.articles.map((article) => toArticle(place, article)),
    ),
    worksheets: places.flatMap((place) =>
      place.shelf.worksheets.map((sheet) => toWorksheet(place, sheet, findOutput(sheet))),
    ),
    companionLists: places.flatMap((place) => toCompanionList(place, findOutput, findPacketOutput)),
    companions: places.flatMap((place) =>
      place.shelf.companions.flatMap((companion) => toCompanion(place, companion)),
    ),
    packetLists: places.flatMap((place) => toPacketList(place, findOutput, findPacketOutput)),
    packets: places.flatMap((place) =>
      place.shelf.packets.map((packet) =>
        toPacket(place, packet, { findOutput, findPacketOutput }),
      ),
    ),
    packetBuilders: places.flatMap((place) => toPacketBuilder(place, findOutput)),
    pages: places.flatMap((place) =>
      place.shelf.pages
        .filter((page) => {
          const path = documentPath(library.site, page);
          // The program's own pages stand there, with the author's words in them.
          return path !== place.root && path !== companionListPath(place);
        })
        .map((page) => toProse(place, page, findOutput)),
    ),
    searches: places.map(toSearch),
    // The program's own sheets are in one language, and so is their page.
    references: places.slice(0, 1).flatMap((place) => toReference(place, findOutput)),
    // Servers know one such file, and so does the copy: they speak the site's own language.
    missing: places
      .slice(0, 1)
      .flatMap((place) => [
        toMissing(place, '404.html', 'notFound'),
        toMissing(place, OFFLINE_PAGE, 'offlineMissing'),
      ]),
  };
}

/** The files a site with this data consists of, sorted. */
export function listPageFiles(data: SiteData): string[] {
  return Object.values(data)
    .flat()
    .map(({ file }) => file)
    .sort();
}
