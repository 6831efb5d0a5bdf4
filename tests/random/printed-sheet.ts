import type { Worksheet } from '../../scripts/model/document.ts';
import type { EditionName } from '../../scripts/model/edition.ts';
import type { LaidOut, Tag, Text } from './laid-out.ts';

/** A printed sheet: what its author was promised, and what is in the file for A4. */
export type Printed = { sheet: Worksheet; edition: EditionName; laid: LaidOut };

/** A rule of every sheet; it gives a sentence for each breach. */
export type Rule = (printed: Printed) => string[];

const PT_PER_MM = 72 / 25.4;
/** The live area on A4, in points from the lower left corner. */
const LIVE = { left: 20, right: 190, bottom: 27, top: 270 };
/** Edges of the live area in points: left and right. */
export const [LEFT, RIGHT] = [LIVE.left * PT_PER_MM, LIVE.right * PT_PER_MM];
/** Edges of the live area in points: bottom and top. */
export const [BOTTOM, TOP] = [LIVE.bottom * PT_PER_MM, LIVE.top * PT_PER_MM];
/** Lines and strokes may stand out by this much, in points. */
export const TOLERANCE = 1;

/** Whether a text stands in the live area, and not in the foot. */
export const isBody = ({ y }: Text) => y > BOTTOM - TOLERANCE;
/** A text in quotation marks, as short as a message needs it. */
export const say = (text: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
/** The words of a tag, for a message. */
export const wordsOf = ({ texts }: Tag) => say(texts.map(({ text }) => text).join(' '));
