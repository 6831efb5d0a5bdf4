import type { Article, Page, Review, Worksheet } from '../model/document.ts';
import { EDITIONS, PAPERS } from '../model/edition.ts';
import { documentPath, findDocument, type Source } from '../model/library.ts';
import type { SheetFile, SheetOutput } from '../model/manifest.ts';
import { formatBytes, formatCount, formatDate, say } from './format.ts';
import { findGuide, findSafetyPage, findSheetList, type Place, toFrame } from './frame.ts';
import { resolveBlocks, toLinkResolver } from './links.ts';
import { toSheetCard } from './lists.ts';
import type {
  ArticleView,
  Download,
  FileLink,
  PageLink,
  Pager,
  ProseView,
  SourceView,
  WorksheetView,
} from './view.ts';

function toSource({ short, full, doi, url }: Source): SourceView {
  return { short, full, url: doi ? `https://doi.org/${doi}` : url };
}

function toSources({ library }: Place, keys: readonly string[]): SourceView[] {
  return keys.flatMap((key) => {
    const source = library.sources[key];
    return source ? [toSource(source)] : [];
  });
}

function toTopics({ library }: Place, ids: readonly string[]): string[] {
  return ids.map((id) => library.vocabulary.topics.find((term) => term.id === id)?.label ?? id);
}

function toReview({ t, shelf }: Place, review: Review | undefined): string {
  if (!review) return say(t, 'notReviewed');
  const role = review.role.replaceAll('-', ' ');
  return say(t, 'reviewed', { by: review.by, role, date: formatDate(review.date, shelf.lang) });
}

function toPager<D extends Article | Worksheet>(
  documents: readonly D[],
  document: D,
  toLink: (neighbor: D) => PageLink,
): Pager {
  const index = documents.indexOf(document);
  const previous = documents[index - 1];
  const next = documents[index + 1];
  return { previous: previous && toLink(previous), next: next && toLink(next) };
}

function toFileLink({ t, shelf }: Place, file: SheetFile): FileLink {
  const paper = PAPERS.find(({ name }) => name === file.paper)?.label ?? file.paper;
  const print = say(t, `print_${file.edition}`);
  const pages = formatCount(t, 'pageCount', file.pages, shelf.lang);
  const size = `${pages}, ${formatBytes(file.bytes, shelf.lang)}`;
  return { path: `/${file.path}`, label: say(t, 'fileChoice', { paper, print }), size };
}

/** Files in the order in which editions and papers are offered. */
function sortFiles(files: readonly SheetFile[]): SheetFile[] {
  const ranked = EDITIONS.flatMap(({ name }) => PAPERS.map((paper) => `${name} ${paper.name}`));
  const rank = (file: SheetFile) => ranked.indexOf(`${file.edition} ${file.paper}`);
  return [...files].sort((a, b) => rank(a) - rank(b));
}

function toDownload(place: Place, output: SheetOutput | undefined): Download | undefined {
  const [main, ...others] = sortFiles(output?.files ?? []).map((file) => toFileLink(place, file));
  if (!output || !main) return undefined;
  return { picture: { ...output.picture, path: `/${output.picture.path}` }, main, others };
}

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
  return { line, meaning: found?.meaning, note: evidence.note, sources: toSources(place, evidence.sources) };
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
  const toSheetLink = (other: Worksheet): PageLink => ({
    label: say(t, 'sheetLink', { number: other.number, title: other.title }),
    path: documentPath(library.site, other),
  });
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
    blocks: resolveBlocks(sheet.blocks, toLinkResolver(library.site, shelf)),
    hasFields: sheet.fields.length > 0,
    requires: required.flatMap((one) => (one?.kind === 'worksheet' ? [toSheetLink(one)] : [])),
    chapters: leading.map((article) => ({
      label: article.title,
      path: documentPath(library.site, article),
    })),
    evidence: toEvidence(place, sheet),
    topics: toTopics(place, sheet.topics),
    review: toReview(place, sheet.review),
    pager: toPager(shelf.worksheets, sheet, toSheetLink),
  };
}

/** A chapter of the guide. */
export function toArticle(place: Place, article: Article): ArticleView {
  const { library, shelf, t } = place;
  const path = documentPath(library.site, article);
  const blocks = resolveBlocks(article.blocks, toLinkResolver(library.site, shelf));
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
    pager: toPager(shelf.articles, article, (other) => ({
      label: other.title,
      path: documentPath(library.site, other),
    })),
  };
}

/** A page of prose. */
export function toProse(place: Place, page: Page): ProseView {
  const { library, shelf } = place;
  const path = documentPath(library.site, page);
  return {
    ...toFrame(place, { path, title: page.title, description: page.summary }),
    summary: page.summary,
    blocks: resolveBlocks(page.blocks, toLinkResolver(library.site, shelf)),
  };
}
