import type { Worksheet } from '../model/document.ts';
import { documentPath } from '../model/library.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { toEvidence, toPager, toReview, toTopics } from './back-matter.ts';
import { findCompanion, toCompanionLink } from './companion.ts';
import { toDownload } from './download.ts';
import { toFilledExample } from './filled-example.ts';
import { toFrame } from './frame.ts';
import type { WorksheetView } from './page-view.ts';
import { findSafetyPage, findSheetList, type Place, toLink } from './place.ts';
import { toReadingGrade } from './reading.ts';
import { fetchesBlanks, toFormScripts, toSheetForm } from './sheet-form.ts';
import { toFacts, toKicker, toSheetLink } from './sheet-words.ts';
import { tellSheet } from './structured-data.ts';
import type { Frame, PageLink } from './view.ts';

function toSheetFrame(place: Place, sheet: Worksheet): Frame {
  return toFrame(place, {
    path: documentPath(place.library.site, sheet),
    title: sheet.title,
    section: findSheetList(place),
    description: sheet.purpose,
    scripts: ['paper', ...toFormScripts(sheet)],
    fetches: fetchesBlanks(sheet),
    isSafety: sheet.private,
    isPrivate: sheet.private,
  });
}

/** The packets that a sheet is bound in; a private one is in none. */
function listPackets(place: Place, { slug, private: isPrivate }: Worksheet): PageLink[] {
  const { library, shelf } = place;
  return shelf.packets
    .filter(({ binds, sheets }) => !isPrivate && binds === 'sheets' && sheets.includes(slug))
    .map((packet) => toLink(place, packet.title, documentPath(library.site, packet)));
}

/** The page of a sheet. */
export function toWorksheet(
  place: Place,
  sheet: Worksheet,
  output: SheetOutput | undefined,
): WorksheetView {
  const { library, shelf, t } = place;
  const sheets = shelf.worksheets;
  const leading = shelf.articles.filter((article) => article.sheets.includes(sheet.slug));
  const companion = findCompanion(place, sheet);
  const link = (other: Worksheet) => toSheetLink(place, other);
  const frame = toSheetFrame(place, sheet);
  return {
    ...frame,
    structured: tellSheet(place, sheet, frame),
    kicker: toKicker(place, sheet),
    purpose: sheet.purpose,
    facts: toFacts(place, sheet),
    caution: sheet.caution,
    stopLine: sheet.stopLine ? say(t, 'stopLine') : undefined,
    safetyLink: findSafetyPage(place),
    download: toDownload(place, sheet, output),
    form: toSheetForm(place, sheet, output),
    example: toFilledExample(place, sheet),
    requires: sheets.filter(({ slug }) => sheet.requires.includes(slug)).map(link),
    leadsTo: sheets.filter(({ requires }) => requires.includes(sheet.slug)).map(link),
    chapters: leading.map((article) =>
      toLink(place, article.title, documentPath(library.site, article)),
    ),
    packets: listPackets(place, sheet),
    evidence: toEvidence(place, sheet),
    companion: companion && toCompanionLink(place, say(t, 'companionLink'), companion),
    readingGrade: toReadingGrade(place, sheet),
    topics: toTopics(place, sheet.topics),
    review: toReview(place, sheet.review),
    pager: toPager(sheets, sheet, link),
  };
}
