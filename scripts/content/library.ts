import { hintNearest } from '../markdown/nearest.ts';
import type { Document, Worksheet } from '../model/document.ts';
import type { LanguageShelf, Library, Strings } from '../model/library.ts';
import { type Problem, sortProblems } from '../model/problem.ts';
import { choicesSchema } from './choices.ts';
import { type ReadDocument, readDocument } from './document.ts';
import { type Folder, readFolder } from './folder.ts';
import type { Source } from './parse.ts';
import { createTextValidator } from './validate.ts';

/** A folder as far as it could be read: the library holds only texts without a problem. */
export type Reading = { library: Library; problems: Problem[] };

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

/** Slugs named in front matter must be sheets of the language. */
function checkNamedSheets(document: Document, sheets: Map<string, Document>): Problem[] {
  const key = document.kind === 'worksheet' ? 'requires' : 'sheets';
  const named =
    document.kind === 'worksheet'
      ? document.requires
      : document.kind === 'article'
        ? document.sheets
        : [];
  return named.flatMap((slug, index) => {
    // A list that holds numbers has been reported by its shape already.
    if (typeof slug !== 'string' || (sheets.has(slug) && slug !== document.slug)) return [];
    const others = [...sheets.keys()].filter((other) => other !== document.slug);
    const at = { document, pointer: `/${key}/${index}` };
    return [problemAt(at, `${key}: there is no worksheet "${slug}"`, hintNearest(slug, others))];
  });
}

function fragmentsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
}

/** Links in the text must lead to a text of the language, and a fragment to one of its headings. */
function checkLinks(document: Document, bySlug: Map<string, Document>): Problem[] {
  return document.links.flatMap((link) => {
    const target = link.slug === '' ? document : bySlug.get(link.slug);
    const place = { file: document.file, line: link.line, column: link.column };
    if (!target) {
      const message = `there is no text "${link.slug}" to link to`;
      return [{ ...place, message, hint: hintNearest(link.slug, [...bySlug.keys()].sort()) }];
    }
    const fragments = fragmentsOf(target);
    if (!link.fragment || fragments.includes(link.fragment)) return [];
    const message = `"${target.slug}" has no heading "#${link.fragment}"`;
    return [{ ...place, message, hint: hintNearest(link.fragment, fragments) }];
  });
}

/** What is wrong between the texts of one language. Broken texts still count as existing. */
function checkLanguage(documents: Document[]): Problem[] {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  const sheets = new Map([...bySlug].filter(([, { kind }]) => kind === 'worksheet'));
  return [
    ...findCollisions(documents),
    ...documents.flatMap((document) => checkNamedSheets(document, sheets)),
    ...documents.flatMap((document) => checkLinks(document, bySlug)),
  ];
}

const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
const bySlugOrder = (a: Document, b: Document) => (a.slug < b.slug ? -1 : 1);

function toShelf(lang: string, documents: Document[], strings: Strings): LanguageShelf {
  return {
    lang,
    strings,
    articles: documents.filter((document) => document.kind === 'article').sort(byNumber),
    worksheets: documents
      .filter((document): document is Worksheet => document.kind === 'worksheet')
      .sort(byNumber),
    pages: documents.filter((document) => document.kind === 'page').sort(bySlugOrder),
  };
}

function readTexts(folder: Folder): ReadDocument[] {
  const choices = choicesSchema(folder.vocabulary, folder.sources);
  const validate = createTextValidator(choices, folder.vocabulary.stages.length > 0);
  return folder.texts.map(({ source, address }) => readDocument(source, address, validate));
}

/** Makes the library of a folder, and finds every problem of every file at once. Pure. */
export function readLibrary(sources: Source[], defaults: Strings, name: string): Reading {
  const folder = readFolder(sources, defaults, name);
  const { site, vocabulary, strings } = folder;
  const texts = readTexts(folder).filter(({ document }) => !document.draft);
  const langs = [...new Set(texts.map(({ address }) => address.lang))].sort();
  const ordered = [
    ...langs.filter((lang) => lang === site.language),
    ...langs.filter((lang) => lang !== site.language),
  ];
  const ofLanguage = (lang: string) => texts.filter(({ address }) => address.lang === lang);
  const problems = [
    ...folder.problems,
    ...texts.flatMap((text) => text.problems),
    ...ordered.flatMap((lang) => checkLanguage(ofLanguage(lang).map(({ document }) => document))),
  ];
  if (!texts.some(({ document }) => document.kind !== 'page')) {
    const message = 'expected at least one worksheet or article, found none';
    problems.push({
      file: name,
      line: 1,
      column: 1,
      message,
      hint: `Add ${name}/${site.language}/worksheets/my-first-sheet.md.`,
    });
  }
  const broken = new Set(problems.map(({ file }) => file));
  const languages = ordered.map((lang) => {
    const sound = ofLanguage(lang).filter(({ document }) => !broken.has(document.file));
    return toShelf(
      lang,
      sound.map(({ document }) => document),
      strings.get(lang) ?? defaults,
    );
  });
  return {
    library: { site, vocabulary, sources: folder.sources, languages },
    problems: sortProblems(problems),
  };
}
