import { parseMarkdown } from '../markdown/renderer.ts';
import type {
  Article,
  Companion,
  Document,
  Evidence,
  Packet,
  Page,
  Review,
  Worksheet,
} from '../model/document.ts';
import type { Example } from '../model/example.ts';
import type { Vocabulary } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { hasShortVersion } from '../model/short-version.ts';
import { findCharacters } from './characters.ts';
import { checkExample } from './example.ts';
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
  private?: boolean;
  nameLine?: boolean;
  stopLine?: boolean;
  requires?: string[];
  repeats?: string;
  topics?: string[];
  paths?: string[];
  evidence: Evidence;
  example?: Example;
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

type PageKeys = {
  summary?: string;
  nav?: string;
  sheets?: string[];
  form?: string;
  progress?: Page['progress'];
  helplines?: boolean;
  doors?: Page['doors'];
};

type CompanionKeys = { followUp?: string[] };

type PacketKeys = Partial<Pick<Packet, 'binds' | 'copies' | 'counselors' | 'openers' | 'sources'>> &
  Pick<Packet, 'title' | 'number' | 'summary' | 'for' | 'closing' | 'review'> & {
    sheets?: string[];
    cites?: string[];
  };

type Base = Omit<Companion, 'kind' | 'followUp'>;

/** A list as written, or an empty one: a text with a wrong shape is still checked for its links. */
const list = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);

type Written = Pick<Worksheet, 'fields' | 'characters'>;

function toWorksheet(base: Base, keys: WorksheetKeys, written: Written): Worksheet {
  const flags = {
    private: keys.private === true,
    nameLine: keys.nameLine === true,
    stopLine: keys.stopLine === true,
  };
  const [requires, topics, paths] = [list(keys.requires), list(keys.topics), list(keys.paths)];
  return { ...keys, ...base, kind: 'worksheet', ...flags, requires, topics, paths, ...written };
}

function toArticle(base: Base, keys: ArticleKeys): Article {
  const [topics, sources, sheets] = [list(keys.topics), list(keys.sources), list(keys.sheets)];
  return { ...keys, ...base, kind: 'article', topics, sources, sheets };
}

function toPage(base: Base, keys: PageKeys): Page {
  const helplines = keys.helplines === true;
  return {
    ...keys,
    ...base,
    kind: 'page',
    helplines,
    sheets: list(keys.sheets),
    doors: list(keys.doors),
  };
}

function toPacket(base: Base, keys: PacketKeys, written: Written): Packet {
  const { binds = 'sheets', copies = 'who', openers = false, sources = false } = keys;
  const flags = { openers: openers === true, sources: sources === true };
  const counselors = keys.counselors ?? binds === 'companions';
  const packet = { ...keys, ...base, kind: 'packet' as const, binds, copies, counselors };
  const [sheets, cites] = [list(keys.sheets), list(keys.cites)];
  return { ...packet, ...flags, sheets, cites, ...written };
}

/** Fields belong on what is printed: anywhere else they would be typed into and lost. */
function refuseFields(parsed: ParsedSource, fields: Worksheet['fields']): Problem[] {
  return fields.map(({ line, column, kind }) => ({
    file: parsed.file,
    line,
    column,
    message: `"${kind}" may stand in worksheets and packets only`,
    hint: 'Link to the worksheet instead.',
  }));
}

/** What the keys of a sheet promise and its fields do not keep. */
function checkPromises(worksheet: Worksheet): Problem[] {
  const { file, positions, fields, pages } = worksheet;
  const at = (pointer: string) => positions[pointer] ?? { line: 1, column: 1 };
  const problems: Problem[] = [];
  if (pages?.short !== undefined && !hasShortVersion(worksheet)) {
    const message = 'pages.short: no field is marked for the two-minute version';
    problems.push({ file, ...at('/pages/short'), message, hint: 'Write short in its braces.' });
  }
  const names = worksheet.nameLine ? fields.filter(({ id }) => /^(name|date)$/.test(id)) : [];
  for (const { id, line, column } of names) {
    const message = `the id "${id}" belongs to the line for name and date`;
    problems.push({ file, line, column, message, hint: 'Give the field another id.' });
  }
  return problems;
}

/** What texts are read with: the folder's rules, and what it calls two people. */
export type Reader = { validate: Validate; partners: Vocabulary['partners'] };

/** Reads one text: front matter, body, and every problem in both. Pure. */
export function readDocument(source: Source, address: Address, reader: Reader): ReadDocument {
  const parsed = parseSource(source);
  const { frontMatter, file, body, bodyLine } = parsed;
  const unreadable = parsed.problems.length > 0;
  const shape = unreadable ? [] : reader.validate(address.kind, frontMatter, file);
  const words = { lang: address.lang, partners: reader.partners };
  const markdown = parseMarkdown({ file, body, firstLine: bodyLine }, words);
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
  const isPrinted = kind === 'worksheet' || kind === 'packet';
  const misplaced = isPrinted ? [] : refuseFields(parsed, fields);
  const problems = [...parsed.problems, ...shape, ...markdown.problems, ...misplaced];
  const typed: unknown = { ...keys };
  const written = { fields, characters: findCharacters(source.text) };
  switch (kind) {
    case 'worksheet': {
      const document = toWorksheet(base, typed as WorksheetKeys, written);
      const promises = [...checkPromises(document), ...checkExample(document)];
      return { address, problems: [...problems, ...promises], document };
    }
    case 'article':
      return { address, problems, document: toArticle(base, typed as ArticleKeys) };
    case 'page':
      return { address, problems, document: toPage(base, typed as PageKeys) };
    case 'packet':
      return { address, problems, document: toPacket(base, typed as PacketKeys, written) };
    case 'companion': {
      const followUp = list((typed as CompanionKeys).followUp);
      return { address, problems, document: { ...base, kind, followUp } };
    }
  }
}
