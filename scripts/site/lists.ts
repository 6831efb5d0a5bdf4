import { changeBlockHtml } from '../model/block-html.ts';
import type { Article, Worksheet } from '../model/document.ts';
import { addressOf, documentPath } from '../model/library.ts';
import { formatCount, say } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import {
  findGuide,
  findSafetyPage,
  findSheetList,
  guidePath,
  type Place,
  sheetListPath,
} from './place.ts';
import type {
  ChapterCard,
  Door,
  GuideView,
  HomeView,
  SafetyNote,
  SheetCard,
  SheetListView,
  StageView,
} from './view.ts';

/** Who fills a sheet in and how long it takes: "Each of you, alone · 20 minutes". */
export function toSheetCard(place: Place, sheet: Worksheet): SheetCard {
  const { library, t } = place;
  const who = library.vocabulary.who.find(({ id }) => id === sheet.who)?.label;
  const minutes = say(t, 'minutes', { minutes: sheet.minutes });
  return {
    href: addressOf(library.site, documentPath(library.site, sheet)),
    title: sheet.title,
    numberLabel: say(t, 'sheetNumber', { number: sheet.number }),
    purpose: sheet.purpose,
    detail: who ? `${who} · ${minutes}` : minutes,
  };
}

function toChapterCard({ library }: Place, article: Article): ChapterCard {
  const { title, number, summary } = article;
  const href = addressOf(library.site, documentPath(library.site, article));
  return { href, title, number, summary };
}

function toStages(place: Place): StageView[] {
  const { library, shelf, t } = place;
  const list = findSheetList(place);
  if (!list) return [];
  return library.vocabulary.stages.map((stage): StageView => {
    const sheets = shelf.worksheets.filter((sheet) => sheet.stage === stage.id);
    const view = {
      ...stage,
      numberLabel: say(t, 'stage', { number: stage.number }),
      sheets: sheets.map((sheet) => toSheetCard(place, sheet)),
    };
    if (sheets.length === 0) return view;
    const countLabel = formatCount(t, 'sheetCount', sheets.length, shelf.lang);
    return { ...view, href: `${list.href}#stage_${stage.id}`, countLabel };
  });
}

function toDoors(place: Place): Door[] {
  const { shelf, t } = place;
  const sheets = findSheetList(place);
  const guide = findGuide(place);
  const door = (link: Door | undefined) => (link ? [link] : []);
  return [
    ...door(
      sheets && {
        ...sheets,
        countLabel: formatCount(t, 'sheetCount', shelf.worksheets.length, shelf.lang),
        summary: say(t, 'worksheetsLead'),
        isMain: true,
      },
    ),
    ...door(
      guide && {
        ...guide,
        countLabel: formatCount(t, 'chapterCount', shelf.articles.length, shelf.lang),
        summary: say(t, 'guideLead'),
        isMain: !sheets,
      },
    ),
  ];
}

function toSafetyNote(place: Place): SafetyNote | undefined {
  const text = say(place.t, 'safetyNote');
  return text === '' ? undefined : { text, link: findSafetyPage(place) };
}

/** The first page of a language: the author's words where there are any, else the site's name. */
export function toHome(place: Place): HomeView {
  const { library, shelf, root } = place;
  const page = shelf.pages.find(({ slug }) => slug === 'home');
  const title = page?.title ?? library.site.name;
  return {
    ...toFrame(place, { path: root, title, description: page?.summary }),
    lead: page?.summary,
    blocks: changeBlockHtml(page?.blocks ?? [], toLinkResolver(library.site, shelf)),
    safety: toSafetyNote(place),
    doors: toDoors(place),
    stages: toStages(place),
  };
}

/** The list of chapters, where there are any. */
export function toGuide(place: Place): GuideView[] {
  const link = findGuide(place);
  if (!link) return [];
  const description = say(place.t, 'guideLead');
  const chapters = place.shelf.articles.map((article) => toChapterCard(place, article));
  return [
    { ...toFrame(place, { path: guidePath(place), title: link.label, description }), chapters },
  ];
}

/** The list of sheets by stage, where there are any. */
export function toSheetList(place: Place): SheetListView[] {
  const link = findSheetList(place);
  if (!link) return [];
  const known = new Set(place.library.vocabulary.stages.map(({ id }) => id));
  const isUnstaged = ({ stage }: Worksheet) => stage === undefined || !known.has(stage);
  const unstaged = place.shelf.worksheets.filter(isUnstaged);
  const description = say(place.t, 'worksheetsLead');
  return [
    {
      ...toFrame(place, { path: sheetListPath(place), title: link.label, description }),
      stages: toStages(place),
      unstaged: unstaged.map((sheet) => toSheetCard(place, sheet)),
    },
  ];
}
