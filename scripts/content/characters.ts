import type { Position, Problem } from '../model/problem.ts';

/** Characters that stand for nothing: our own marks while rendering would be forged by them. */
const FORBIDDEN = /(?![\n\t])[\p{Co}\p{Cc}]/u;
/** A character as it stands, or by its number as in HTML: Markdown knows both. */
const CHARACTER = /&#(?:x([\da-f]{1,6})|(\d{1,7}));|[\p{Co}\p{Cc}]/giu;

const codeOf = (number: number) => `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;

/** The problem of a forbidden character, to be given a place. */
function forbidden(number: number): { message: string; hint: string } {
  return { message: `the character ${codeOf(number)} may not stand in a text`, hint: 'Delete it.' };
}

/** Line ends and the byte-order mark out of the way, so that columns are what an editor shows. */
export function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Every character that no text may hold, with its place. */
export function findForbiddenCharacters(file: string, text: string): Problem[] {
  return [...text.matchAll(CHARACTER)].flatMap((match) => {
    const [written, hex, decimal] = match;
    const number = hex ? Number.parseInt(hex, 16) : Number(decimal ?? written.codePointAt(0));
    if (number > 0x10ffff || !FORBIDDEN.test(String.fromCodePoint(number))) return [];
    const before = text.slice(0, match.index).split('\n');
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return [{ file, ...at, ...forbidden(number) }];
  });
}

/** What is wrong with a value that holds a forbidden character where its source does not: "\0". */
export function findEscapedCharacter(
  value: string,
  source: string,
): ReturnType<typeof forbidden> | undefined {
  const found = FORBIDDEN.exec(value)?.[0];
  if (found === undefined || FORBIDDEN.test(source)) return undefined;
  return forbidden(found.codePointAt(0) ?? 0);
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
