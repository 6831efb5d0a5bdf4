import { addressOf } from '../model/library.ts';
import { say } from '../model/text.ts';
import { toFrame } from './frame.ts';
import type { SearchView } from './page-view.ts';
import {
  findCompanionList,
  findGuide,
  findPacketList,
  findSheetList,
  type Place,
  searchPath,
} from './place.ts';

/** The page of the search. */
export function toSearch(place: Place): SearchView {
  const { library, t } = place;
  const path = searchPath(place);
  const title = say(t, 'search');
  const description = say(t, 'searchLead');
  const lists = [findGuide, findSheetList, findPacketList, findCompanionList].map((find) =>
    find(place),
  );
  return {
    ...toFrame(place, { path, title, description, scripts: ['search'] }),
    bundle: addressOf(library.site, '/pagefind/pagefind.js'),
    root: library.site.pathPrefix,
    lists: lists.flatMap((link) => link ?? []),
  };
}
