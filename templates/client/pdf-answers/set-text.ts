import type { TypedFont } from './typed-font.ts';

/** A text as codes of the font, line by line, and the letters that it has not. */
export type Coded = { lines: number[][]; strange: string[] };

/** The room for a text, in pt. */
export type Room = { width: number; height: number };

/** A text that is set: its size in pt and its lines, of which `shown` lie in the room. */
export type SetText = { size: number; lines: number[][]; shown: number };

/** Line pitch of typed text in em: as PDF.js sets it, and our files tell PDFium to. */
export const PITCH_EM = 1.35;
/** What viewers leave free at each side of a field, in pt. */
export const SIDE_PT = 2;
/** The smallest letters that still can be read on paper, as a share of the sheet's own size. */
const SMALLEST = 0.5;
const STEP_PT = 0.25;
const SPACE = 32;
const UNKNOWN = '?';

/** Puts a text into the codes of a font. A letter with marks may be there in one piece or none. */
export function toCodes(text: string, font: TypedFont): Coded {
  const strange = new Set<string>();
  const unknown = font.codeOf(UNKNOWN) ?? SPACE;
  const lines = text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .split('\n')
    .map((line) =>
      [...line].map((letter) => {
        const code = font.codeOf(letter);
        if (code === undefined) strange.add(letter);
        return code ?? unknown;
      }),
    );
  return { lines, strange: [...strange] };
}

/** The width of a line in pt. */
export function widthOf(line: readonly number[], font: TypedFont, size: number): number {
  return (line.reduce((sum, code) => sum + font.widthOf(code), 0) * size) / 1000;
}

/** Where a line has to end: after the last space that fits, or inside a word that is too long. */
function findBreak(line: readonly number[], most: number, font: TypedFont): number {
  let width = 0;
  let lastSpace = 0;
  for (const [at, code] of line.entries()) {
    width += font.widthOf(code);
    // A space at the end of a line takes no room.
    if (code === SPACE) lastSpace = at + 1;
    else if (width > most) return lastSpace > 0 ? lastSpace : Math.max(1, at);
  }
  return line.length;
}

function wrap(line: readonly number[], most: number, font: TypedFont): number[][] {
  const wrapped: number[][] = [];
  let rest = line;
  do {
    const end = findBreak(rest, most, font);
    wrapped.push(rest.slice(0, end));
    rest = rest.slice(end);
  } while (rest.length > 0);
  return wrapped;
}

/** Sets a text in several lines at the sheet's size, or as much smaller as its room asks for. */
export function setLines(coded: Coded, font: TypedFont, room: Room, sheetPt: number): SetText {
  const setAt = (size: number): SetText => {
    const most = ((room.width - 2 * SIDE_PT) * 1000) / size;
    const lines = coded.lines.flatMap((line) => wrap(line, most, font));
    const fitting = Math.max(1, Math.floor(room.height / (size * PITCH_EM) + 0.01));
    return { size, lines, shown: Math.min(lines.length, fitting) };
  };
  const smallest = sheetPt * SMALLEST;
  let set = setAt(sheetPt);
  while (set.shown < set.lines.length && set.size - STEP_PT >= smallest) {
    set = setAt(set.size - STEP_PT);
  }
  return set;
}

/** Sets a text in one line. What is too wide at the smallest size is cut off at its end. */
export function setLine(coded: Coded, font: TypedFont, room: Room, sheetPt: number): SetText {
  const line = coded.lines.flatMap((one, index) => (index > 0 ? [SPACE, ...one] : one));
  const largest = Math.min(sheetPt, room.height / PITCH_EM);
  const most = room.width - 2 * SIDE_PT;
  const fitting = (largest * most) / Math.max(most, widthOf(line, font, largest));
  const size = Math.max(Math.min(largest, sheetPt * SMALLEST), fitting);
  return { size, lines: [line], shown: widthOf(line, font, size) <= most + 0.01 ? 1 : 0 };
}
