import { parseMarkdown } from '../markdown/renderer.ts';
import type { Article, Document, Evidence, Page, Review, Worksheet } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { findCharacters } from './characters.ts';
import { type ParsedSource, parseSource, type Source } from './parse.ts';
import type { Validate } from './validate.ts';

/** Where a text stands in the folder: its language, its shelf and its slug. */
export type Address = { lang: string; kind: Document['kind']; slug: string };

/** A text that was read: whole, or with the problems that keep it out. */
export type ReadDocument = { address: Address; document: Document; problems: Problem[] };

type WorksheetKeys = {
  title: string;
  number: number;
  stage?: string;
  who: string;
  minutes: number;
  pages: Worksheet['pages'];
  purpose: string;
  needs?: string;
  steps: string[];
  caution: string;
  stopLine?: boolean;
  requires?: string[];
  repeats?: string;
  topics?: string[];
  paths?: string[];
  evidence: Evidence;
  review?: Review;
};

type ArticleKeys = {
  title: string;
  number: number;
  summary: string;
  topics?: string[];
  sources?: string[];
  sheets?: string[];
  review?: Review;
};

type Base = Omit<Page, 'kind' | 'summary'>;

/** A list as written, or an empty one: a text with a wrong shape is still checked for its links. */
const list = (value: string[] | undefined): string[] => (Array.isArray(value) ? value : []);

type Written = Pick<Worksheet, 'fields' | 'characters'>;

function toWorksheet(base: Base, keys: WorksheetKeys, written: Written): Worksheet {
  const { stopLine = false } = keys;
  const [requires, topics, paths] = [list(keys.requires), list(keys.topics), list(keys.paths)];
  return { ...keys, ...base, kind: 'worksheet', stopLine, requires, topics, paths, ...written };
}

function toArticle(base: Base, keys: ArticleKeys): Article {
  const [topics, sources, sheets] = [list(keys.topics), list(keys.sources), list(keys.sheets)];
  return { ...keys, ...base, kind: 'article', topics, sources, sheets };
}

/** Fields belong on sheets: anywhere else they would be typed into and lost. */
function refuseFields(parsed: ParsedSource, fields: Worksheet['fields']): Problem[] {
  return fields.map(({ line, column, kind }) => ({
    file: parsed.file,
    line,
    column,
    message: `"${kind}" may stand in worksheets only`,
    hint: 'Link to the worksheet instead.',
  }));
}

/** Reads one text: front matter, body, and every problem in both. Pure. */
export function readDocument(source: Source, address: Address, validate: Validate): ReadDocument {
  const parsed = parseSource(source);
  const { frontMatter, file, body, bodyLine } = parsed;
  const unreadable = parsed.problems.length > 0;
  const shape = unreadable ? [] : validate(address.kind, frontMatter, file);
  const markdown = parseMarkdown({ file, body, firstLine: bodyLine });
  const keys = (frontMatter.value ?? {}) as { title?: string; draft?: boolean };
  const { kind, ...place } = address;
  const base: Base = {
    ...place,
    file,
    title: String(keys.title ?? address.slug),
    blocks: markdown.blocks,
    links: markdown.links,
    positions: frontMatter.values,
    draft: keys.draft === true,
  };
  const { fields } = markdown;
  const misplaced = kind === 'worksheet' ? [] : refuseFields(parsed, fields);
  const problems = [...parsed.problems, ...shape, ...markdown.problems, ...misplaced];
  const typed: unknown = { ...keys };
  switch (kind) {
    case 'worksheet':
      return {
        address,
        problems,
        document: toWorksheet(base, typed as WorksheetKeys, {
          fields,
          characters: findCharacters(source.text),
        }),
      };
    case 'article':
      return { address, problems, document: toArticle(base, typed as ArticleKeys) };
    case 'page':
      return { address, problems, document: { ...(typed as object), ...base, kind } };
  }
}
