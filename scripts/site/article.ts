import { changeBlockHtml } from '../model/block-html.ts';
import type { Article, Block, Page } from '../model/document.ts';
import { documentPath } from '../model/library.ts';
import { say } from '../model/text.ts';
import { toPager, toReview, toSources, toTopics } from './back-matter.ts';
import { toFrame } from './frame.ts';
import { toHelplines } from './helplines.ts';
import { toLinkResolver } from './links.ts';
import type { ArticleView, ProseView } from './page-view.ts';
import { findGuide, type Place, toLink } from './place.ts';
import { type FindOutput, toPrintSet } from './print-set.ts';
import { toProgress } from './progress.ts';
import { toReadingGrade } from './reading.ts';
import { fetchesBlanks, toFormScripts, toSheetForm } from './sheet-form.ts';
import { toSheetCard } from './sheet-words.ts';
import { tellArticle } from './structured-data.ts';
import type { PartLink } from './view.ts';

/** The parts of a text. */
export function toContents(blocks: readonly Block[]): PartLink[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [{ label: block.text, id: block.id }] : [],
  );
}

/** A chapter of the guide. */
export function toArticle(place: Place, article: Article): ArticleView {
  const { library, shelf, t } = place;
  const path = documentPath(library.site, article);
  const blocks = changeBlockHtml(article.blocks, toLinkResolver(library.site, shelf));
  const sheets = shelf.worksheets.filter(({ slug }) => article.sheets.includes(slug));
  const section = findGuide(place);
  const { title, summary: description } = article;
  const frame = toFrame(place, { path, title, section, description });
  return {
    ...frame,
    structured: tellArticle(place, article, frame),
    numberLabel: say(t, 'chapterNumber', { number: article.number }),
    summary: article.summary,
    blocks,
    contents: toContents(blocks),
    sheets: sheets.map((sheet) => toSheetCard(place, sheet)),
    sources: toSources(place, article.sources),
    readingGrade: toReadingGrade(place, article),
    topics: toTopics(place, article.topics),
    review: toReview(place, article.review),
    pager: toPager(shelf.articles, article, (other) =>
      toLink(place, other.title, documentPath(library.site, other)),
    ),
  };
}

/** A page of prose, with what its front matter asks for after it. */
export function toProse(place: Place, page: Page, findOutput: FindOutput): ProseView {
  const { library, shelf, t } = place;
  const path = documentPath(library.site, page);
  const blocks = changeBlockHtml(page.blocks, toLinkResolver(library.site, shelf));
  const sheet = shelf.worksheets.find(({ slug }) => slug === page.form);
  const helplines = page.helplines ? toHelplines(place) : undefined;
  const isSafety = page.slug === 'safety' || sheet?.private === true || page.helplines;
  const printSet = toPrintSet(place, page.sheets, findOutput);
  const progress = toProgress(place, page);
  const added: PartLink[] = [
    ...(progress ? [{ label: say(t, 'progressTitle'), id: 'page_progress' }] : []),
    ...(printSet ? [{ label: say(t, 'printTitle'), id: 'page_print' }] : []),
    ...(sheet ? [{ label: sheet.title, id: 'page_sheet' }] : []),
    ...(helplines ? [{ label: say(t, 'helplinesTitle'), id: 'page_helplines' }] : []),
  ];
  return {
    ...toFrame(place, {
      path,
      title: page.title,
      description: page.summary,
      isSafety,
      scripts: [...(progress ? (['progress'] as const) : []), ...toFormScripts(sheet)],
      fetches: sheet !== undefined && fetchesBlanks(sheet),
    }),
    summary: page.summary,
    blocks,
    contents: [...toContents(blocks), ...added],
    printSet,
    progress,
    form: sheet && { ...toSheetForm(place, sheet, findOutput(sheet)), title: sheet.title },
    helplines,
  };
}
