import { changeBlockHtml } from '../model/block-html.ts';
import type { Article, Page } from '../model/document.ts';
import { documentPath } from '../model/library.ts';
import { toPager, toReview, toSources, toTopics } from './back-matter.ts';
import { say } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import { toSheetCard } from './lists.ts';
import { findGuide, type Place, toLink } from './place.ts';
import type { ArticleView, ProseView } from './view.ts';

/** A chapter of the guide. */
export function toArticle(place: Place, article: Article): ArticleView {
  const { library, shelf, t } = place;
  const path = documentPath(library.site, article);
  const blocks = changeBlockHtml(article.blocks, toLinkResolver(library.site, shelf));
  const sheets = shelf.worksheets.filter(({ slug }) => article.sheets.includes(slug));
  const section = findGuide(place);
  return {
    ...toFrame(place, { path, title: article.title, section, description: article.summary }),
    numberLabel: say(t, 'chapterNumber', { number: article.number }),
    summary: article.summary,
    blocks,
    contents: blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [{ label: block.text, id: block.id }] : [],
    ),
    sheets: sheets.map((sheet) => toSheetCard(place, sheet)),
    sources: toSources(place, article.sources),
    topics: toTopics(place, article.topics),
    review: toReview(place, article.review),
    pager: toPager(shelf.articles, article, (other) =>
      toLink(place, other.title, documentPath(library.site, other)),
    ),
  };
}

/** A page of prose. */
export function toProse(place: Place, page: Page): ProseView {
  const { library, shelf } = place;
  const path = documentPath(library.site, page);
  return {
    ...toFrame(place, { path, title: page.title, description: page.summary }),
    summary: page.summary,
    blocks: changeBlockHtml(page.blocks, toLinkResolver(library.site, shelf)),
  };
}
