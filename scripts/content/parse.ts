import matter from 'gray-matter';
import type { Position, Problem } from '../model/problem.ts';
import { findForbiddenCharacters, normalizeText } from './characters.ts';
import { type PositionedYaml, parseYaml } from './yaml-positions.ts';

/** One file of a content folder: `path` inside the folder, `file` as the author would type it. */
export type Source = {
  path: string;
  file: string;
  text: string;
  /** Whether it is only a link to a file; such a file is not read. */
  isLink?: boolean;
};

/** A text taken apart: its front matter with positions, and its body with the line it begins on. */
export type ParsedSource = {
  file: string;
  frontMatter: PositionedYaml;
  body: string;
  bodyLine: number;
  problems: Problem[];
};

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
