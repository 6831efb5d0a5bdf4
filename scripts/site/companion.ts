import { changeBlockHtml } from '../model/block-html.ts';
import type { Companion, Worksheet } from '../model/document.ts';
import { addressOf, documentPath } from '../model/library.ts';
import { say } from '../model/text.ts';
import { toContents } from './article.ts';
import { findStrength, toEvidence, toPager, toReview } from './back-matter.ts';
import { formatCount } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import { type FindPacketOutput, toPacketCard } from './packet.ts';
import { findPacketBuilder } from './packet-builder.ts';
import type { CompanionListView, CompanionView } from './page-view.ts';
import { companionListPath, findCompanionList, type Place, toLink } from './place.ts';
import type { FindOutput } from './print-set.ts';
import { formatGrade, toReadingGrade } from './reading.ts';
import {
  listUnstaged,
  toFacts,
  toKicker,
  toSheetCard,
  toSheetLink,
  toStages,
} from './sheet-words.ts';
import type { PageLink, SheetCard } from './view.ts';

/** The notes on a sheet, where there are any. */
export function findCompanion(place: Place, sheet: Worksheet): Companion | undefined {
  return place.shelf.companions.find(({ slug }) => slug === sheet.slug);
}

/** The way to the notes on a sheet. */
export function toCompanionLink(place: Place, label: string, companion: Companion): PageLink {
  return toLink(place, label, documentPath(place.library.site, companion));
}

/** The notes on a sheet; without the sheet there is nothing to note. */
export function toCompanion(place: Place, companion: Companion): CompanionView[] {
  const { library, shelf, t } = place;
  const sheet = shelf.worksheets.find(({ slug }) => slug === companion.slug);
  if (!sheet) return [];
  const path = documentPath(library.site, companion);
  const blocks = changeBlockHtml(companion.blocks, toLinkResolver(library.site, shelf));
  const section = findCompanionList(place);
  const title = say(t, 'companionTitle', { title: sheet.title });
  const following = companion.followUp.flatMap(
    (slug) => shelf.worksheets.find((one) => one.slug === slug) ?? [],
  );
  const titleOf = ({ slug }: Companion) =>
    shelf.worksheets.find((one) => one.slug === slug)?.title ?? slug;
  return [
    {
      ...toFrame(place, { path, title, section, description: sheet.purpose }),
      kicker: toKicker(place, sheet),
      lead: sheet.purpose,
      sheet: { ...toSheetLink(place, sheet), label: say(t, 'companionSheet') },
      facts: toFacts(place, sheet),
      blocks,
      contents: toContents(blocks),
      followUp: following.map((one) => toSheetLink(place, one)),
      evidence: toEvidence(place, sheet),
      readingGrade: toReadingGrade(place, sheet),
      review: toReview(place, sheet.review),
      pager: toPager(shelf.companions, companion, (other) =>
        toCompanionLink(place, titleOf(other), other),
      ),
    },
  ];
}

/** What a counselor chooses by: how strong the idea of a sheet is, and how hard it is to read. */
function toMeasures(place: Place, sheet: Worksheet): string[] {
  const { t } = place;
  const { label } = findStrength(place, sheet.evidence.strength);
  const grade = formatGrade(place, sheet);
  const words = say(t, 'cardStrength', { strength: label });
  return grade ? [words, say(t, 'cardGrade', { grade })] : [words];
}

/** The list of all notes, under the author's own words for counselors where there are any. */
export function toCompanionList(
  place: Place,
  findOutput: FindOutput,
  findPacketOutput: FindPacketOutput,
): CompanionListView[] {
  const { library, shelf, t } = place;
  const link = findCompanionList(place);
  if (!link) return [];
  const page = shelf.pages.find(({ slug }) => slug === 'counselors');
  const description = page?.summary ?? say(t, 'counselorsLead');
  const toCard = (sheet: Worksheet): SheetCard | undefined => {
    const companion = findCompanion(place, sheet);
    if (!companion) return undefined;
    const href = addressOf(library.site, documentPath(library.site, companion));
    const card = toSheetCard(place, sheet);
    return { ...card, href, detail: [card.detail, ...toMeasures(place, sheet)].join(' · ') };
  };
  const stages = toStages(place, toCard, (count) =>
    formatCount(t, 'sheetCount', count, shelf.lang),
  );
  const title = page?.title ?? link.label;
  const blocks = changeBlockHtml(page?.blocks ?? [], toLinkResolver(library.site, shelf));
  return [
    {
      ...toFrame(place, { path: companionListPath(place), title, description }),
      summary: description,
      packets: shelf.packets
        .filter(({ counselors }) => counselors)
        .map((packet) => toPacketCard(place, packet, findPacketOutput)),
      builder: findPacketBuilder(place, findOutput),
      blocks,
      contents: toContents(blocks),
      stages: stages.filter(({ sheets }) => sheets.length > 0),
      unstaged: listUnstaged(place).flatMap((sheet) => toCard(sheet) ?? []),
    },
  ];
}
