import type { Companion, Document, Packet, Worksheet } from '../model/document.ts';
import type { LanguageShelf, Library, Strings } from '../model/library.ts';
import { type Problem, sortProblems } from '../model/problem.ts';
import { normalizeText } from './characters.ts';
import { choicesSchema } from './choices.ts';
import { checkLanguage, checkLanguages } from './cross-checks.ts';
import { type ReadDocument, readDocument } from './document.ts';
import { type Folder, readFolder } from './folder.ts';
import type { Source } from './parse.ts';
import { checkRules } from './rules/all.ts';
import type { RuleBook } from './rules/rule.ts';
import { createTextValidator } from './validate.ts';

/** A folder as far as it could be read: the library holds only texts without a problem. */
export type Reading = {
  library: Library;
  /** All of them, what breaks a rule too. */
  problems: Problem[];
  /** Those that only break a rule of the folder. */
  breaches: Problem[];
  /** What the texts were held against, and which texts those are. */
  book: RuleBook;
};

const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
const bySlugOrder = (a: Document, b: Document) => (a.slug < b.slug ? -1 : 1);

/** In the order of the sheets that they belong to. */
function toCompanions(documents: Document[]): Companion[] {
  const numbers = new Map(
    documents.flatMap((one) => (one.kind === 'worksheet' ? [[one.slug, one.number] as const] : [])),
  );
  return documents
    .filter((one): one is Companion => one.kind === 'companion' && numbers.has(one.slug))
    .sort((a, b) => (numbers.get(a.slug) ?? 0) - (numbers.get(b.slug) ?? 0));
}

function toShelf(lang: string, documents: Document[], strings: Strings): LanguageShelf {
  return {
    lang,
    strings,
    articles: documents.filter((document) => document.kind === 'article').sort(byNumber),
    worksheets: documents
      .filter((document): document is Worksheet => document.kind === 'worksheet')
      .sort(byNumber),
    pages: documents.filter((document) => document.kind === 'page').sort(bySlugOrder),
    companions: toCompanions(documents),
    packets: documents
      .filter((document): document is Packet => document.kind === 'packet')
      .sort(byNumber),
  };
}

function readTexts(folder: Folder): ReadDocument[] {
  const choices = choicesSchema(folder.vocabulary, folder.sources);
  const validate = createTextValidator(choices, folder.vocabulary.stages.length > 0);
  const { partners } = folder.vocabulary;
  return folder.texts.map(({ source, address }) =>
    readDocument(source, address, { validate, partners }),
  );
}

/** Leaves out drafts, and the companions of drafts. */
function withoutDrafts(texts: ReadDocument[]): ReadDocument[] {
  const drafts = new Set(
    texts
      .filter(({ document: { draft, kind } }) => draft && kind === 'worksheet')
      .map(({ document: { lang, slug } }) => `${lang}/${slug}`),
  );
  return texts.filter(
    ({ document: { draft, kind, lang, slug } }) =>
      !draft && !(kind === 'companion' && drafts.has(`${lang}/${slug}`)),
  );
}

/** The texts without a problem of their own, with all that rules ask for. */
function toRuleBook(folder: Folder, documents: Document[], broken: ReadonlySet<string>): RuleBook {
  const { rules, vocabulary, helplines } = folder;
  const texts = folder.texts.map(
    ({ source }) => [source.file, normalizeText(source.text)] as const,
  );
  return {
    rules,
    vocabulary,
    helplines,
    documents: documents.filter(({ file }) => !broken.has(file)),
    all: documents,
    texts: new Map(texts),
  };
}

/** What a folder without a text to print or to read is told. */
function checkEmpty(documents: readonly Document[], name: string, language: string): Problem[] {
  if (documents.some(({ kind }) => kind === 'worksheet' || kind === 'article')) return [];
  const message = 'expected at least one worksheet or article, found none';
  const hint = `Add ${name}/${language}/worksheets/my-first-sheet.md.`;
  return [{ file: name, line: 1, column: 1, message, hint }];
}

/** Makes the library of a folder, and finds every problem of every file at once. Pure. */
export function readLibrary(sources: Source[], defaults: Strings, name: string): Reading {
  const folder = readFolder(sources, defaults, name);
  const { site, vocabulary, strings } = folder;
  const texts = withoutDrafts(readTexts(folder));
  const langs = [...new Set(texts.map(({ address }) => address.lang))].sort();
  const ordered = [
    ...langs.filter((lang) => lang === site.language),
    ...langs.filter((lang) => lang !== site.language),
  ];
  const found = [...folder.problems, ...texts.flatMap((text) => text.problems)];
  const unreadable = new Set(found.map(({ file }) => file));
  const documents = texts.map(({ document }) => document);
  const problems = [
    ...found,
    ...ordered.flatMap((lang) =>
      checkLanguage(
        documents.filter((document) => document.lang === lang),
        { strings: strings.get(lang) ?? defaults, broken: unreadable },
      ),
    ),
    ...checkLanguages(documents, site, name),
    ...checkEmpty(documents, name, site.language),
  ];
  const book = toRuleBook(folder, documents, unreadable);
  const breaches = checkRules(book);
  const broken = new Set(problems.map(({ file }) => file));
  const languages = ordered.map((lang) => {
    const sound = documents.filter(
      (document) => document.lang === lang && !broken.has(document.file),
    );
    return toShelf(lang, sound, strings.get(lang) ?? defaults);
  });
  return {
    library: { site, vocabulary, sources: folder.sources, helplines: folder.helplines, languages },
    // A text that breaks a rule can still be printed and looked at; it is not published.
    problems: sortProblems([...problems, ...breaches]),
    breaches,
    book,
  };
}
