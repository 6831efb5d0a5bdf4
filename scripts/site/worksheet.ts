import { changeBlockHtml } from '../model/block-html.ts';
import type { Worksheet } from '../model/document.ts';
import { documentPath, findDocument } from '../model/library.ts';
import type { SheetOutput } from '../model/manifest.ts';
import { toPager, toReview, toSources, toTopics } from './back-matter.ts';
import { toDownload } from './download.ts';
import { say } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import { findSafetyPage, findSheetList, type Place, toLink } from './place.ts';
import type { PageLink, WorksheetView } from './view.ts';

function toKicker({ library, t }: Place, sheet: Worksheet): string {
  const stage = library.vocabulary.stages.find(({ id }) => id === sheet.stage);
  const parts = stage ? [say(t, 'stage', { number: stage.number }), stage.label] : [];
  return [...parts, say(t, 'sheetNumber', { number: sheet.number })].join(' · ');
}

function toFacts({ library, t }: Place, sheet: Worksheet): WorksheetView['facts'] {
  const who = library.vocabulary.who.find(({ id }) => id === sheet.who);
  const facts = [
    { label: say(t, 'who'), value: who?.label },
    { label: say(t, 'time'), value: say(t, 'minutes', { minutes: sheet.minutes }) },
    { label: say(t, 'needs'), value: sheet.needs },
    { label: say(t, 'repeats'), value: sheet.repeats },
  ];
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

function toEvidence(place: Place, { evidence }: Worksheet): WorksheetView['evidence'] {
  const { library, t } = place;
  const found = library.vocabulary.strengths.find(({ id }) => id === evidence.strength);
  const line = say(t, 'evidenceLine', { strength: found?.label ?? evidence.strength });
  return {
    line,
    meaning: found?.meaning,
    note: evidence.note,
    sources: toSources(place, evidence.sources),
  };
}

/** The page of a sheet. */
export function toWorksheet(
  place: Place,
  sheet: Worksheet,
  output: SheetOutput | undefined,
): WorksheetView {
  const { library, shelf, t } = place;
  const path = documentPath(library.site, sheet);
  const section = findSheetList(place);
  const who = library.vocabulary.who.find(({ id }) => id === sheet.who);
  const toSheetLink = (other: Worksheet): PageLink => {
    const label = say(t, 'sheetLink', { number: other.number, title: other.title });
    return toLink(place, label, documentPath(library.site, other));
  };
  const leading = shelf.articles.filter(({ sheets }) => sheets.includes(sheet.slug));
  const required = sheet.requires.map((slug) => findDocument(shelf, slug));
  return {
    ...toFrame(place, { path, title: sheet.title, section, description: sheet.purpose }),
    kicker: toKicker(place, sheet),
    purpose: sheet.purpose,
    facts: toFacts(place, sheet),
    caution: sheet.caution,
    stopLine: sheet.stopLine ? say(t, 'stopLine') : undefined,
    safetyLink: findSafetyPage(place),
    copies: who && who.copies > 1 ? say(t, 'copies', { copies: who.copies }) : undefined,
    download: toDownload(place, output),
    blocks: changeBlockHtml(sheet.blocks, toLinkResolver(library.site, shelf)),
    hasFields: sheet.fields.length > 0,
    requires: required.flatMap((one) => (one?.kind === 'worksheet' ? [toSheetLink(one)] : [])),
    chapters: leading.map((article) =>
      toLink(place, article.title, documentPath(library.site, article)),
    ),
    evidence: toEvidence(place, sheet),
    topics: toTopics(place, sheet.topics),
    review: toReview(place, sheet.review),
    pager: toPager(shelf.worksheets, sheet, toSheetLink),
  };
}
