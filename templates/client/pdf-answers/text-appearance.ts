import { type PDFContext, PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { rounded } from '../../../scripts/pdf/values.ts';
import { hexOf } from './pdf-values.ts';
import { PITCH_EM, type Room, type SetText, SIDE_PT, widthOf } from './set-text.ts';
import type { TypedFont } from './typed-font.ts';

/** How an answer stands in its field. */
export type Manner = {
  multiline: boolean;
  centered: boolean;
  /** Whether ruled lines lie under it, which would run through its letters. */
  onRules: boolean;
  /** The operators of its color: "0.05 0.1 0.35 rg". */
  color: string;
};

/** Height of capitals in em: a line stands in the middle of its field by them. */
const CAPITALS_EM = 0.67;

/** Where the lines of an answer stand: the first above the foot of its field, then one below the other. */
type Baselines = { first: number; pitch: number; hidesRules: boolean };

/**
 * The pitch of ruled lines on our sheets in pt, for text of the standard and of the large print, and
 * what their fields leave free above the first (scripts/pdf/passes/fields.ts, AIR_ABOVE).
 */
const RULES = [
  { sheetPt: 12, pitch: 25.512 },
  { sheetPt: 18, pitch: 34.016 },
];
const AIR_ABOVE = 2;
/** A field that is so many lines high, give or take, in pt: the browser snaps boxes to pixels. */
const SNAP = 2;
/** How far letters stand above their rule, in em. */
const ABOVE_RULE_EM = 0.3;

/** An answer of the sheet's own size with no more lines than there are rules is written on them. */
function findRules(set: SetText, room: Room): Baselines | undefined {
  const { pitch } = RULES.find(({ sheetPt }) => Math.abs(set.size - sheetPt) < 1) ?? {};
  if (!pitch) return undefined;
  const height = room.height + AIR_ABOVE;
  const rows = Math.round(height / pitch);
  if (Math.abs(rows * pitch - height) > SNAP || set.lines.length > rows) return undefined;
  const first = height - pitch + set.size * ABOVE_RULE_EM;
  return { first, pitch, hidesRules: false };
}

/** A line alone stands in the middle; several begin at the top, as viewers have them. */
function findBaselines(set: SetText, room: Room, manner: Manner): Baselines {
  const { size } = set;
  const pitch = size * PITCH_EM;
  const ruled = manner.onRules && manner.multiline ? findRules(set, room) : undefined;
  if (ruled) return ruled;
  const middle = (room.height - size * CAPITALS_EM) / 2;
  return {
    first: manner.multiline ? room.height - size : middle,
    pitch,
    hidesRules: manner.onRules,
  };
}

/** The content stream of an answer (ISO 32000-1, 12.7.3.3: variable text). */
function draw(set: SetText, font: TypedFont, room: Room, manner: Manner): string {
  const { size } = set;
  const { first, pitch, hidesRules } = findBaselines(set, room, manner);
  const white = `1 1 1 rg 0 0 ${rounded(room.width)} ${rounded(room.height)} re f`;
  const shown = set.lines.slice(0, Math.max(1, set.shown));
  const lines = shown.map((line, index) => {
    const free = room.width - 2 * SIDE_PT - widthOf(line, font, size);
    const x = SIDE_PT + (manner.centered ? Math.max(0, free / 2) : 0);
    return `1 0 0 1 ${rounded(x)} ${rounded(first - index * pitch)} Tm <${hexOf(line)}> Tj`;
  });
  return [
    ...(hidesRules ? [`q ${white} Q`] : []),
    '/Tx BMC q',
    `0 0 ${rounded(room.width)} ${rounded(room.height)} re W n`,
    `BT /${font.name} ${rounded(size)} Tf ${manner.color}`,
    ...lines,
    'ET Q EMC',
  ].join('\n');
}

/** Draws an answer and returns its appearance stream. */
export function addAppearance(
  context: PDFContext,
  set: SetText,
  font: TypedFont,
  room: Room,
  manner: Manner,
): PDFRef {
  const resources = PDFDict.withContext(context);
  for (const [key, value] of font.resources.entries()) resources.set(key, value);
  return context.register(
    context.flateStream(draw(set, font, room, manner), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, room.width, room.height],
      Resources: resources,
    }),
  );
}
