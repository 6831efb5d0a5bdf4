import { changeBlockHtml } from '../model/block-html.ts';
import { documentPath, findDocument } from '../model/library.ts';
import { say } from '../model/text.ts';
import { formatCount } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import type { HomeView } from './page-view.ts';
import {
  findGuide,
  findPacketList,
  findSafetyPage,
  findSheetList,
  type Place,
  toLink,
} from './place.ts';
import { toSheetCard, toStages } from './sheet-words.ts';
import type { Door, SafetyNote } from './view.ts';

const countSheets = ({ t, shelf }: Place, count: number) =>
  formatCount(t, 'sheetCount', count, shelf.lang);

function toGuideDoor(place: Place, label: string): Door[] {
  const guide = findGuide(place);
  if (!guide) return [];
  const { shelf, t } = place;
  const countLabel = formatCount(t, 'chapterCount', shelf.articles.length, shelf.lang);
  return [{ ...guide, label, text: say(t, 'guideLead'), countLabel }];
}

/** The doors that stand where the author named none: to the sheets, and to the guide. */
function toOwnDoors(place: Place): Door[] {
  const { shelf, t } = place;
  const sheets = findSheetList(place);
  const countLabel = countSheets(place, shelf.worksheets.length);
  const door = sheets && { ...sheets, countLabel, text: say(t, 'worksheetsLead') };
  return [...(door ? [door] : []), ...toGuideDoor(place, say(t, 'guide'))];
}

/** The author's doors, and the guide after them, unless one of them leads there by its name. */
function toDoors(place: Place): Door[] {
  const { library, shelf, t } = place;
  const written = shelf.pages.find(({ slug }) => slug === 'home')?.doors ?? [];
  const doors = written.flatMap(({ label, text, to }): Door[] => {
    const target = findDocument(shelf, to);
    return target ? [{ ...toLink(place, label, documentPath(library.site, target)), text }] : [];
  });
  if (doors.length === 0) return toOwnDoors(place);
  return [...doors, ...toGuideDoor(place, say(t, 'guideDoor'))];
}

function toSafetyNote(place: Place): SafetyNote | undefined {
  const text = say(place.t, 'safetyNote');
  return text === '' ? undefined : { text, link: findSafetyPage(place) };
}

/** What is bound for everyone, in the order of its numbers. */
function toPacketDoors(place: Place): Door[] {
  const { library, shelf } = place;
  return shelf.packets
    .filter(({ counselors }) => !counselors)
    .map((packet) => ({
      ...toLink(place, packet.title, documentPath(library.site, packet)),
      text: packet.summary,
      countLabel: countSheets(place, new Set(packet.sheets).size),
    }));
}

/** Sheets to print together: packets, then pages that list some, the largest set first. */
export function toSets(place: Place): Door[] {
  const { library, shelf } = place;
  const pages = shelf.pages
    .filter(({ sheets, slug }) => sheets.length > 0 && slug !== 'home')
    .sort((a, b) => b.sheets.length - a.sheets.length)
    .map((page) => ({
      ...toLink(place, page.title, documentPath(library.site, page)),
      text: page.summary,
      countLabel: countSheets(place, page.sheets.length),
    }));
  const all = findPacketList(place);
  const list = all ? [{ ...all, label: say(place.t, 'setsAll') }] : [];
  return [...toPacketDoors(place), ...pages, ...list];
}

/** The first page of a language: the author's words where there are any, else the site's name. */
export function toHome(place: Place): HomeView {
  const { library, shelf, root } = place;
  const page = shelf.pages.find(({ slug }) => slug === 'home');
  const title = page?.title ?? library.site.name;
  return {
    ...toFrame(place, { path: root, title, description: page?.summary, scripts: ['offline'] }),
    lead: page?.summary,
    blocks: changeBlockHtml(page?.blocks ?? [], toLinkResolver(library.site, shelf)),
    safety: toSafetyNote(place),
    doors: toDoors(place),
    stages: toStages(
      place,
      (sheet) => toSheetCard(place, sheet),
      (count) => countSheets(place, count),
    ),
    sets: toSets(place),
  };
}
