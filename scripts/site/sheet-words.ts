import type { Worksheet } from '../model/document.ts';
import { addressOf, documentPath } from '../model/library.ts';
import { say } from '../model/text.ts';
import { findSheetList, type Place, toLink } from './place.ts';
import type { Fact, PageLink, SheetCard, StageView } from './view.ts';

const findWho = ({ library }: Place, sheet: Worksheet) =>
  library.vocabulary.who.find(({ id }) => id === sheet.who);

/** "Sheet 16"; a private sheet has no number anywhere. */
export function toNumberLabel({ t }: Place, sheet: Worksheet): string {
  return sheet.private ? say(t, 'privateSheet') : say(t, 'sheetNumber', { number: sheet.number });
}

/** "Stage 4 · Talk · Sheet 16". */
export function toKicker(place: Place, sheet: Worksheet): string {
  const { library, t } = place;
  const stage = library.vocabulary.stages.find(({ id }) => id === sheet.stage);
  const parts = stage ? [say(t, 'stage', { number: stage.number }), stage.label] : [];
  return [...parts, toNumberLabel(place, sheet)].join(' · ');
}

/** The way to a sheet: "Sheet 16: Say it gently". */
export function toSheetLink(place: Place, sheet: Worksheet): PageLink {
  const { number, title } = sheet;
  const label = sheet.private ? title : say(place.t, 'sheetLink', { number, title });
  return toLink(place, label, documentPath(place.library.site, sheet));
}

/** Who fills it in, how long it takes, what is needed and how often. */
export function toFacts(place: Place, sheet: Worksheet): Fact[] {
  const { t } = place;
  const facts = [
    { label: say(t, 'who'), value: findWho(place, sheet)?.label },
    { label: say(t, 'time'), value: say(t, 'minutes', { minutes: sheet.minutes }) },
    { label: say(t, 'needs'), value: sheet.needs },
    { label: say(t, 'repeats'), value: sheet.repeats },
  ];
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/**
 * How many copies are printed of a sheet, one for each who fills it in. Of a private sheet nobody
 * is told to print one for somebody else.
 */
export function countCopies(place: Place, sheet: Worksheet): number {
  if (sheet.private) return 1;
  return findWho(place, sheet)?.copies ?? 1;
}

/** Who fills a sheet in and how long it takes: "Each of you, alone · 20 minutes". */
export function toSheetCard(place: Place, sheet: Worksheet): SheetCard {
  const { library, t } = place;
  const who = findWho(place, sheet)?.label;
  const minutes = say(t, 'minutes', { minutes: sheet.minutes });
  return {
    href: addressOf(library.site, documentPath(library.site, sheet)),
    title: sheet.title,
    numberLabel: toNumberLabel(place, sheet),
    purpose: sheet.purpose,
    detail: who ? `${who} · ${minutes}` : minutes,
    stage: sheet.stage ?? '',
    who: sheet.who,
    minutes: sheet.minutes,
    topics: sheet.topics,
  };
}

/** Every stage with the cards it holds; `count` says how many those are. */
export function toStages(
  place: Place,
  toCard: (sheet: Worksheet) => SheetCard | undefined,
  count: (cards: number) => string,
): StageView[] {
  const list = findSheetList(place);
  if (!list) return [];
  return place.library.vocabulary.stages.map((stage): StageView => {
    const sheets = place.shelf.worksheets
      .filter((sheet) => sheet.stage === stage.id)
      .flatMap((sheet) => toCard(sheet) ?? []);
    const numberLabel = say(place.t, 'stage', { number: stage.number });
    const view = { ...stage, numberLabel, sheets };
    if (sheets.length === 0) return view;
    return { ...view, href: `${list.href}#stage_${stage.id}`, countLabel: count(sheets.length) };
  });
}

/** Sheets that stand in no stage of the vocabulary. */
export function listUnstaged({ library, shelf }: Place): Worksheet[] {
  const known = new Set(library.vocabulary.stages.map(({ id }) => id));
  return shelf.worksheets.filter(({ stage }) => stage === undefined || !known.has(stage));
}
