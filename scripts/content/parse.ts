import matter from 'gray-matter';
import type { Position, Problem } from '../model/problem.ts';
import { type PositionedYaml, parseYaml } from './yaml-positions.ts';

/** One file of a content folder: `path` inside the folder, `file` as the author would type it. */
export type Source = { path: string; file: string; text: string };

/** A text taken apart: its front matter with positions, and its body with the line it begins on. */
export type ParsedSource = {
  file: string;
  frontMatter: PositionedYaml;
  body: string;
  bodyLine: number;
  problems: Problem[];
};

/** Characters that stand for nothing: our own marks while rendering would be forged by them. */
const FORBIDDEN = /(?![\n\t])[\p{Co}\p{Cc}]/u;
/** A character as it stands, or by its number as in HTML: Markdown knows both. */
const CHARACTER = /&#(?:x([\da-f]{1,6})|(\d{1,7}));|[\p{Co}\p{Cc}]/giu;

/** gray-matter would run code; here it only splits, and every engine but YAML is refused first. */
const SPLIT_ONLY = {
  yaml: { parse: () => ({}), stringify: () => '' },
  javascript: {
    parse(): object {
      throw new Error('executable front matter must be refused before it is split');
    },
    stringify: () => '',
  },
};

function problemAt(file: string, at: Position, message: string, hint?: string): Problem {
  return { file, ...at, message, hint };
}

/** Line ends and the byte-order mark out of the way, so that columns are what an editor shows. */
export function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Every character that no text may hold, with its place. */
function findForbiddenCharacters(file: string, text: string): Problem[] {
  return [...text.matchAll(CHARACTER)].flatMap((match) => {
    const [written, hex, decimal] = match;
    const number = hex ? Number.parseInt(hex, 16) : Number(decimal ?? written.codePointAt(0));
    if (number > 0x10ffff || !FORBIDDEN.test(String.fromCodePoint(number))) return [];
    const before = text.slice(0, match.index).split('\n');
    const code = number.toString(16).toUpperCase().padStart(4, '0');
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return [problemAt(file, at, `the character U+${code} may not stand in a text`, 'Delete it.')];
  });
}

/** Where each character beyond ASCII first stands: fonts are held against them. */
export function findCharacters(text: string): Record<string, Position> {
  const places: Record<string, Position> = {};
  for (const [index, line] of normalizeText(text).split('\n').entries()) {
    for (const match of line.matchAll(/\P{ASCII}/gu)) {
      places[match[0]] ??= { line: index + 1, column: match.index + 1 };
    }
  }
  return places;
}

/** What is wrong with the fences, if anything: a wrong one would swallow the file or run code. */
function findFenceFault(file: string, text: string): Problem | undefined {
  const first = text.split('\n', 1)[0] ?? '';
  const top = { line: 1, column: 1 };
  if (!first.startsWith('---')) {
    return problemAt(
      file,
      top,
      'expected front matter, found none',
      'The first line of a text is "---".',
    );
  }
  const language = first.slice(3).trim();
  if (language !== '' && language !== 'yaml') {
    const message = `front matter in "${language}" is refused: only YAML is read, and never run`;
    return problemAt(file, { line: 1, column: 4 }, message, 'Write "---" alone on the first line.');
  }
  // gray-matter ends front matter at the first line that begins with the fence.
  const end = /\n---(.*)/.exec(text);
  if (!end) {
    return problemAt(file, top, 'the front matter is never closed', 'Close it with a line "---".');
  }
  if (end[1]?.trim()) {
    const at = { line: text.slice(0, end.index + 1).split('\n').length, column: 4 };
    const message = 'expected "---" alone on its line, which closes the front matter';
    return problemAt(file, at, message, 'In front matter no other line begins with "---".');
  }
  return undefined;
}

/** Takes a text apart. Pure; problems say what could not be read. */
export function parseSource({ file, text: raw }: Source): ParsedSource {
  const text = normalizeText(raw);
  const forbidden = findForbiddenCharacters(file, text);
  const fault = findFenceFault(file, text);
  if (fault) {
    const frontMatter = { value: undefined, values: {}, keys: {} };
    return { file, frontMatter, body: '', bodyLine: 1, problems: [fault, ...forbidden] };
  }
  const split = matter(text, { engines: SPLIT_ONLY, language: 'yaml' });
  const yaml = split.matter.replace(/^[ \t]*\n/, '');
  const { problems, ...frontMatter } = parseYaml(yaml, file, 2);
  const bodyStart = text.length - split.content.length;
  const bodyLine = text.slice(0, bodyStart).split('\n').length;
  return {
    file,
    frontMatter,
    body: split.content,
    bodyLine,
    problems: [...problems, ...forbidden],
  };
}
