import { hintNearest } from '../markdown/nearest.ts';
import type { Document, Page } from '../model/document.ts';
import type { Site, Strings } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { checkCompanions } from './companions.ts';
import { checkPackets } from './packets.ts';

type At = { document: Document; pointer: string };

function problemAt({ document, pointer }: At, message: string, hint?: string): Problem {
  const place = document.positions[pointer] ?? { line: 1, column: 1 };
  return { file: document.file, ...place, message, hint };
}

/** Two texts of a language may not share an address or a number: links and files would collide. */
function findCollisions(documents: Document[]): Problem[] {
  const problems: Problem[] = [];
  const slugs = new Map<string, Document>();
  const numbers = new Map<string, Document>();
  for (const document of documents) {
    // A companion has the slug of its sheet on purpose.
    if (document.kind === 'companion') continue;
    const other = slugs.get(document.slug);
    if (other) {
      const message = `the slug "${document.slug}" is taken by ${other.file}`;
      problems.push(
        problemAt(
          { document, pointer: '' },
          message,
          'Slugs are unique in a language; rename one file.',
        ),
      );
    }
    slugs.set(document.slug, document);
    if (document.kind === 'page' || typeof document.number !== 'number') continue;
    const key = `${document.kind} ${document.number}`;
    const holder = numbers.get(key);
    if (holder) {
      const message = `the number ${document.number} is taken by ${holder.file}`;
      problems.push(
        problemAt(
          { document, pointer: '/number' },
          message,
          'Numbers are unique; choose a free one.',
        ),
      );
    }
    numbers.set(key, document);
  }
  return problems;
}

/** The lists of sheets that the front matter of a text names. */
function namedSheets(document: Document): { key: string; slugs: readonly string[] } {
  switch (document.kind) {
    case 'worksheet':
      return { key: 'requires', slugs: document.requires };
    case 'companion':
      return { key: 'followUp', slugs: document.followUp };
    case 'article':
    case 'packet':
    case 'page':
      return { key: 'sheets', slugs: document.sheets };
  }
}

/** Slugs named in front matter must be sheets of the language. */
function checkNamedSheets(document: Document, sheets: Map<string, Document>): Problem[] {
  const { key, slugs } = namedSheets(document);
  const own = document.kind === 'worksheet' || document.kind === 'companion' ? document.slug : '';
  return slugs.flatMap((slug, index) => {
    // A list that holds numbers has been reported by its shape already.
    if (typeof slug !== 'string' || (sheets.has(slug) && slug !== own)) return [];
    const others = [...sheets.keys()].filter((other) => other !== own);
    const at = { document, pointer: `/${key}/${index}` };
    if (slug === own) {
      const when = document.kind === 'worksheet' ? 'before' : 'after';
      return [problemAt(at, `${key}: a sheet cannot come ${when} itself`)];
    }
    return [problemAt(at, `${key}: there is no worksheet "${slug}"`, hintNearest(slug, others))];
  });
}

/** Folders of the finished site that the program fills itself. */
const OWN_FOLDERS = [
  'assets',
  'guide',
  'packets',
  'pagefind',
  'pdf',
  'reference',
  'search',
  'worksheets',
];

/** A page may not stand where the program puts its own. */
function checkAddress(document: Document): Problem[] {
  if (document.kind !== 'page' || !OWN_FOLDERS.includes(document.slug)) return [];
  const message = `the address "/${document.slug}/" is the program's own`;
  return [problemAt({ document, pointer: '' }, message, 'Choose another file name.')];
}

/** Numbers can be compared of a sheet that has some and may be seen. */
function checkProgress(page: Page, bySlug: Map<string, Document>): Problem[] {
  const slug = page.progress?.sheet;
  if (typeof slug !== 'string') return [];
  const sheet = bySlug.get(slug);
  const at = { document: page, pointer: '/progress/sheet' };
  if (sheet?.kind !== 'worksheet') {
    const sheets = [...bySlug.values()].filter(({ kind }) => kind === 'worksheet');
    const slugs = sheets.map((one) => one.slug).sort();
    const message = `progress.sheet: there is no worksheet "${slug}"`;
    return [problemAt(at, message, hintNearest(slug, slugs))];
  }
  if (sheet.private) return [problemAt(at, `progress.sheet: "${slug}" is private`)];
  if (sheet.fields.some(({ kind }) => kind === 'wheel' || kind === 'scale')) return [];
  const message = `progress.sheet: "${slug}" has neither a wheel nor a scale`;
  return [problemAt(at, message, 'Only numbers can be compared.')];
}

/** What a page leads to must be there; doors are for the home page. */
function checkPage(document: Document, bySlug: Map<string, Document>): Problem[] {
  if (document.kind !== 'page') return [];
  const { slug, form, doors } = document;
  const slugs = [...bySlug.keys()].sort();
  const sheet = typeof form === 'string' ? bySlug.get(form) : undefined;
  const problems: Problem[] = [];
  if (typeof form === 'string' && sheet?.kind !== 'worksheet') {
    const sheets = slugs.filter((one) => bySlug.get(one)?.kind === 'worksheet');
    const message = `form: there is no worksheet "${form}"`;
    problems.push(problemAt({ document, pointer: '/form' }, message, hintNearest(form, sheets)));
  }
  if (doors.length > 0 && slug !== 'home') {
    const message = 'doors stand on the home page only';
    problems.push(
      problemAt({ document, pointer: '/doors' }, message, 'Link to the texts instead.'),
    );
  }
  problems.push(...checkProgress(document, bySlug));
  for (const [index, door] of doors.entries()) {
    if (typeof door?.to !== 'string' || bySlug.has(door.to)) continue;
    const message = `doors[${index + 1}].to: there is no text "${door.to}"`;
    const at = { document, pointer: `/doors/${index}/to` };
    problems.push(problemAt(at, message, hintNearest(door.to, slugs)));
  }
  return problems;
}

function fragmentsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
}

/** Links in the text must lead to a text of the language, and a fragment to one of its headings. */
function checkLinks(
  document: Document,
  bySlug: Map<string, Document>,
  broken: ReadonlySet<string>,
): Problem[] {
  return document.links.flatMap((link) => {
    const target = link.slug === '' ? document : bySlug.get(link.slug);
    const place = { file: document.file, line: link.line, column: link.column };
    if (!target) {
      const message = `there is no text "${link.slug}" to link to`;
      return [{ ...place, message, hint: hintNearest(link.slug, [...bySlug.keys()].sort()) }];
    }
    const fragments = fragmentsOf(target);
    if (!link.fragment || broken.has(target.file) || fragments.includes(link.fragment)) return [];
    const message = `"${target.slug}" has no heading "#${link.fragment}"`;
    return [{ ...place, message, hint: hintNearest(link.fragment, fragments) }];
  });
}

/**
 * What is wrong between the texts of one language. A broken text still counts as existing, but
 * what is in it is not known: `broken` holds the files of such texts.
 */
export function checkLanguage(
  documents: Document[],
  { strings, broken }: { strings: Strings; broken: ReadonlySet<string> },
): Problem[] {
  const linked = documents.filter(({ kind }) => kind !== 'companion');
  const bySlug = new Map(linked.map((document) => [document.slug, document]));
  const sheets = new Map([...bySlug].filter(([, { kind }]) => kind === 'worksheet'));
  return [
    ...findCollisions(documents),
    ...documents.flatMap((document) => checkNamedSheets(document, sheets)),
    ...documents.flatMap(checkAddress),
    ...documents.flatMap((document) => checkPage(document, bySlug)),
    ...documents.flatMap((document) => checkLinks(document, bySlug, broken)),
    ...checkCompanions(documents, strings, broken),
    ...checkPackets(documents),
  ];
}

/** Who reads a private sheet on a page may have to leave it fast. */
function checkWayOut(documents: readonly Document[], site: Site): Problem[] {
  if (site.exitUrl) return [];
  return documents.flatMap((document) => {
    if (document.kind !== 'worksheet' || !document.private) return [];
    const message = 'private: this site has no way to leave it fast';
    const hint = 'Write exitUrl: https://… in site.yml, a harmless page elsewhere.';
    return [problemAt({ document, pointer: '/private' }, message, hint)];
  });
}

/**
 * What is wrong between the texts and the site: a private sheet needs a way out; the site's own
 * language must have texts, for its home page is the root of the site; and no page of it may have
 * the address of another language's root.
 */
export function checkLanguages(documents: Document[], site: Site, name: string): Problem[] {
  const langs = new Set(documents.map(({ lang }) => lang));
  const first = [...langs].sort()[0];
  const problems = checkWayOut(documents, site);
  if (first && !langs.has(site.language)) {
    const message = `the site's language is "${site.language}", but no text is in it`;
    const hint = `Write language: ${first}, or add texts below ${name}/${site.language}.`;
    problems.push({ file: `${name}/site.yml`, line: 1, column: 1, message, hint });
  }
  for (const { kind, lang, slug, file } of documents) {
    if (kind !== 'page' || lang !== site.language || !langs.has(slug) || slug === lang) continue;
    const message = `the address "/${slug}/" is that of the language "${slug}"`;
    problems.push({ file, line: 1, column: 1, message, hint: 'Choose another file name.' });
  }
  return problems;
}
