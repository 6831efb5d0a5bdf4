import type { Worksheet } from '../model/document.ts';
import type { Term } from '../model/library.ts';
import { documentPath } from '../model/library.ts';
import { say } from '../model/text.ts';
import { formatCount } from './format.ts';
import { toFrame } from './frame.ts';
import { toSets } from './home.ts';
import { findPacketBuilder } from './packet-builder.ts';
import type { GuideView, SheetListView } from './page-view.ts';
import { findGuide, findSheetList, guidePath, type Place, sheetListPath, toLink } from './place.ts';
import type { FindOutput } from './print-set.ts';
import { listUnstaged, toSheetCard, toStages } from './sheet-words.ts';
import type { FilterChoice, FilterOption, ScriptName } from './view.ts';

/** Lengths that people think in. */
const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/** The terms that at least one sheet has, in the order of the vocabulary. */
function toOptions(terms: readonly Term[], used: readonly string[]): FilterOption[] {
  return terms.filter(({ id }) => used.includes(id)).map(({ id, label }) => ({ value: id, label }));
}

/** Bounds that leave something out and something in. */
function toMinuteOptions({ t }: Place, sheets: readonly Worksheet[]): FilterOption[] {
  const fits = (bound: number) => sheets.filter(({ minutes }) => minutes <= bound).length;
  return MINUTES.filter((bound, index) => {
    const before = MINUTES[index - 1];
    return fits(bound) > (before ? fits(before) : 0) && fits(bound) < sheets.length;
  }).map((minutes) => ({ value: String(minutes), label: say(t, 'filterUpTo', { minutes }) }));
}

/** What the sheets can be filtered by; a choice with nothing to choose from is left out. */
function toChoices(place: Place): FilterChoice[] {
  const { library, shelf, t } = place;
  const { stages, who, topics } = library.vocabulary;
  const sheets = shelf.worksheets;
  const used = (pick: (sheet: Worksheet) => readonly string[]) => sheets.flatMap(pick);
  const choices: [string, string, FilterOption[], number][] = [
    [
      'stage',
      'filterStage',
      toOptions(
        stages,
        used(({ stage }) => (stage ? [stage] : [])),
      ),
      2,
    ],
    [
      'who',
      'filterWho',
      toOptions(
        who,
        used((sheet) => [sheet.who]),
      ),
      2,
    ],
    ['minutes', 'filterMinutes', toMinuteOptions(place, sheets), 1],
    [
      'need',
      'filterNeed',
      toOptions(
        topics,
        used((sheet) => sheet.topics),
      ),
      2,
    ],
  ];
  return choices
    .filter(([, , options, fewest]) => options.length >= fewest)
    .map(([name, key, options]) => ({ name, label: say(t, key), options }));
}

/** The list of sheets by stage, where there are any. */
export function toSheetList(place: Place, findOutput: FindOutput): SheetListView[] {
  const link = findSheetList(place);
  if (!link) return [];
  const { shelf, t } = place;
  const toCard = (sheet: Worksheet) => toSheetCard(place, sheet);
  const count = (sheets: number) => formatCount(t, 'sheetCount', sheets, shelf.lang);
  const choices = toChoices(place);
  const path = sheetListPath(place);
  const description = say(t, 'worksheetsLead');
  const builder = findPacketBuilder(place, findOutput);
  const scripts: ScriptName[] = choices.length > 0 ? ['filter', 'offline'] : ['offline'];
  return [
    {
      ...toFrame(place, { path, title: link.label, description, scripts }),
      stages: toStages(place, toCard, count),
      unstaged: listUnstaged(place).map(toCard),
      sets: [...toSets(place), ...(builder ? [{ ...builder, text: say(t, 'builderWay') }] : [])],
      filter: { choices, total: shelf.worksheets.length },
    },
  ];
}

/** The list of chapters, where there are any. */
export function toGuide(place: Place): GuideView[] {
  const link = findGuide(place);
  if (!link) return [];
  const { library, shelf, t } = place;
  const chapters = shelf.articles.map((article) => {
    const { title, number, summary } = article;
    const { href } = toLink(place, title, documentPath(library.site, article));
    return { href, title, number, summary };
  });
  const description = say(t, 'guideLead');
  return [
    { ...toFrame(place, { path: guidePath(place), title: link.label, description }), chapters },
  ];
}
