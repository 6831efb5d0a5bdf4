import type { BuilderSheet } from '../model/builder-data.ts';
import type { Worksheet } from '../model/document.ts';
import { EDITIONS, PAPERS } from '../model/edition.ts';
import { addressOf, documentPath, fileStem } from '../model/library.ts';
import { say } from '../model/text.ts';
import type { BuilderGroup, PacketBuilder } from './builder-view.ts';
import { formatCount } from './format.ts';
import { toFrame } from './frame.ts';
import type { PacketBuilderView } from './page-view.ts';
import { findPacketList, findSheetList, type Place, packetBuilderPath, toLink } from './place.ts';
import type { FindOutput } from './print-set.ts';
import { countCopies, toNumberLabel } from './sheet-words.ts';
import type { PageLink } from './view.ts';

/** Prints that are bound: an example is not written on, and short versions stand alone. */
const BOUND = EDITIONS.map(({ name }) => name).filter((name) =>
  ['standard', 'large'].includes(name),
);

const stemOf = ({ shelf }: Place, sheet: Worksheet) => fileStem(shelf, sheet).replace('sheet-', '');

/** A sheet with its files; without any it cannot be chosen. */
function toBuilderSheet(
  place: Place,
  sheet: Worksheet,
  findOutput: FindOutput,
): BuilderSheet | undefined {
  const { library, shelf, t } = place;
  const { site, vocabulary } = library;
  const files = (findOutput(sheet)?.files ?? []).filter(({ edition }) => BOUND.includes(edition));
  if (files.length === 0) return undefined;
  const who = vocabulary.who.find(({ id }) => id === sheet.who)?.label;
  const before = shelf.worksheets.filter(({ slug }) => sheet.requires.includes(slug));
  return {
    stem: stemOf(place, sheet),
    title: sheet.title,
    numberLabel: toNumberLabel(place, sheet),
    href: addressOf(site, documentPath(site, sheet)),
    details: [...(who ? [who] : []), say(t, 'minutes', { minutes: sheet.minutes })],
    isPrivate: sheet.private,
    hasFields: !sheet.private && (sheet.nameLine || sheet.fields.length > 0),
    copies: countCopies(place, sheet),
    requires: before.map((one) => stemOf(place, one)),
    files: sheet.private
      ? []
      : files.map(({ path, paper, edition, pages }) => {
          return { href: addressOf(site, `/${path}`), paper, edition, pages };
        }),
  };
}

/** The sheets that can be chosen; a packet of private ones alone would be empty. */
function toBuilderSheets(place: Place, findOutput: FindOutput): BuilderSheet[] {
  const sheets = place.shelf.worksheets.flatMap(
    (sheet) => toBuilderSheet(place, sheet, findOutput) ?? [],
  );
  return sheets.some(({ isPrivate }) => !isPrivate) ? sheets : [];
}

/** The way to the page where readers bind a packet of their own, where there are sheets to bind. */
export function findPacketBuilder(place: Place, findOutput: FindOutput): PageLink | undefined {
  if (toBuilderSheets(place, findOutput).length === 0) return undefined;
  return toLink(place, say(place.t, 'builderTitle'), packetBuilderPath(place));
}

function toGroups(place: Place, sheets: readonly BuilderSheet[]): BuilderGroup[] {
  const { library, shelf, t } = place;
  const pick = (fits: (stage: string | undefined) => boolean) =>
    shelf.worksheets
      .filter(({ stage }) => fits(stage))
      .flatMap((sheet) => sheets.find(({ stem }) => stem === stemOf(place, sheet)) ?? [])
      .map(({ stem, title, numberLabel, details, files, isPrivate }) => {
        const pages = files.find(({ edition }) => edition === 'standard')?.pages;
        const count = pages === undefined ? [] : [formatCount(t, 'pageCount', pages, shelf.lang)];
        const words = isPrivate ? [say(t, 'builderPrivate')] : [numberLabel, ...details, ...count];
        return { stem, title, detail: words.join(' · ') };
      });
  const { stages } = library.vocabulary;
  const known = stages.map(({ id }) => id);
  const other = say(t, stages.length > 0 ? 'otherSheets' : 'worksheets');
  return [
    ...stages.map(({ id, label }) => ({ id, label, sheets: pick((stage) => stage === id) })),
    {
      id: 'other',
      label: other,
      sheets: pick((stage) => stage === undefined || !known.includes(stage)),
    },
  ].filter((group) => group.sheets.length > 0);
}

/** Sentences that the script chooses from by a count, one for each count that can come. */
function countWords({ t, shelf }: Place, key: string, name: string): Record<string, string> {
  const rules = new Intl.PluralRules(shelf.lang).resolvedOptions().pluralCategories;
  return Object.fromEntries(
    rules.map((rule) => [`${name}_${rule}`, t[`${key}_${rule}`] ?? t[`${key}_other`] ?? '']),
  );
}

/** The words of the pages that are drawn before the sheets, and of what the script tells. */
function toWords(place: Place): Record<string, string> {
  const { library, t } = place;
  const { name, licence, edition } = library.site;
  const told = ['Said', 'First', 'Last', 'Added', 'Removed', 'Missing', 'Later', 'Before'];
  const asked = ['None', 'Only', 'Letters', 'Failed', 'Loading', 'Binding', 'ReadyLine', 'Stale'];
  const keys = [...told, ...asked].map((key) => `builder${key}`);
  const line = [
    ...(licence ? [say(t, 'packetLicence', { licence })] : []),
    [name, ...(edition ? [say(t, 'editionLine', { date: edition })] : [])].join(' · '),
  ].join(' ');
  return {
    ...Object.fromEntries(keys.map((key) => [key.slice('builder'.length), t[key] ?? ''])),
    ...countWords(place, 'sheetCount', 'sheets'),
    ...countWords(place, 'pageCount', 'pages'),
    ...countWords(place, 'builderLeaves', 'leaves'),
    packetTitle: say(t, 'packetTitle'),
    siteName: name,
    stop: say(t, 'stopLine'),
    licence: line,
    contents: say(t, 'packetContents'),
    apart: say(t, 'packetApart'),
    blank: say(t, 'packetBlank'),
    copy: t['packetCopy'] ?? '',
    copies: t['packetCopies'] ?? '',
    page: t['packetPage'] ?? '',
  };
}

function toChoices(place: Place, sheets: BuilderSheet[]): PacketBuilder {
  const { t, shelf } = place;
  const bound = sheets.filter(({ isPrivate }) => !isPrivate);
  const editions = BOUND.filter((name) =>
    bound.every(({ files }) => files.some(({ edition }) => edition === name)),
  );
  const ready = findPacketList(place) ?? findSheetList(place);
  return {
    groups: toGroups(place, sheets),
    papers: PAPERS.map(({ name, label }) => ({ value: name, label })),
    editions: editions.map((name) => ({ value: name, label: say(t, `print_${name}`) })),
    sheets,
    words: toWords(place),
    lang: shelf.lang,
    ready: ready ?? toLink(place, say(t, 'home'), place.root),
  };
}

/** The page where readers bind a packet of their own. */
export function toPacketBuilder(place: Place, findOutput: FindOutput): PacketBuilderView[] {
  const sheets = toBuilderSheets(place, findOutput);
  if (sheets.length === 0) return [];
  const frame = toFrame(place, {
    path: packetBuilderPath(place),
    title: say(place.t, 'builderTitle'),
    section: findPacketList(place),
    description: say(place.t, 'builderLead'),
    scripts: ['paper', 'packet-builder'],
    fetches: true,
  });
  return [{ ...frame, builder: toChoices(place, sheets) }];
}
