import type { Article, Worksheet } from '../model/document.ts';
import { say } from '../model/text.ts';
import { toTopics } from './back-matter.ts';
import type { Place } from './place.ts';
import type { Frame } from './view.ts';

/** What is said of a thing, in the words of schema.org; what is not known is left out. */
type Thing = { '@type': string; [property: string]: unknown };

/** "CC BY-SA 4.0" as its address; another license is told by its name. */
function toLicense(licence: string): string {
  const [, kind, version] = /^CC (BY(?:-(?:NC|ND|SA))*) (\d\.\d)$/.exec(licence) ?? [];
  if (!kind || !version) return licence;
  return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}

/** The way from the home page to a page, where the site has an address. */
function toBreadcrumbs({ library }: Place, { trail, title, canonical }: Frame): Thing[] {
  const { url } = library.site;
  if (!url || !canonical) return [];
  const steps = [
    ...trail.map(({ label, href }) => ({ name: label, item: url + href })),
    { name: title, item: canonical },
  ];
  const items = steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step }));
  return [{ '@type': 'BreadcrumbList', itemListElement: items }];
}

/** What texts of every kind have in common. */
function toCommon({ library, shelf }: Place, { canonical, root }: Frame) {
  const { name, url, licence, edition } = library.site;
  return {
    url: canonical,
    inLanguage: shelf.lang,
    isAccessibleForFree: true,
    license: licence && toLicense(licence),
    version: edition,
    publisher: { '@type': 'Organization', name },
    isPartOf: { '@type': 'WebSite', name, url: url && url + root },
  };
}

/** As it may stand inside a script element: nothing in it can end that, or begin a comment. */
function toJson(graph: readonly Thing[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return json.replaceAll('<', '\\u003c');
}

/** What a sheet is, for search engines; of a private one nothing is said. */
export function tellSheet(place: Place, sheet: Worksheet, frame: Frame): string | undefined {
  if (sheet.private) return undefined;
  const resource = {
    '@type': 'LearningResource',
    name: sheet.title,
    description: sheet.purpose,
    learningResourceType: say(place.t, 'resourceWorksheet'),
    timeRequired: `PT${sheet.minutes}M`,
    position: sheet.number,
    keywords: toTopics(place, sheet.topics),
    ...toCommon(place, frame),
  };
  return toJson([resource, ...toBreadcrumbs(place, frame)]);
}

/** What a chapter is, for search engines. */
export function tellArticle(place: Place, article: Article, frame: Frame): string {
  const text = {
    '@type': 'Article',
    headline: article.title,
    description: article.summary,
    position: article.number,
    keywords: toTopics(place, article.topics),
    citation: article.sources.flatMap((key) => place.library.sources[key]?.full ?? []),
    ...toCommon(place, frame),
  };
  return toJson([text, ...toBreadcrumbs(place, frame)]);
}
