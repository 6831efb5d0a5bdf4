import { TYPED_PITCH_EM } from './field-font.ts';
import type { TextWidget } from './fields/widget.ts';

/** Dark blue ink: what was typed stands apart from what was printed, also on a copy. */
export const INK = '0.05 0.1 0.35';

/** Names of the fonts in default appearances. */
export const TYPED_FONTS = { plain: 'Field', enlarged: 'FieldLarge' } as const;

/**
 * Where viewers start that size text in several lines by themselves, in pt: PDFium takes no more
 * than the first quarter of its kFontSizeArray (CPVT_VariableText), which ends with 12.
 */
export const AUTOMATIC_PT = 12;

/** Size 0: the viewer fits the letters to the box (ISO 32000-1, 12.7.3.3). */
const AUTOMATIC = 0;

/** The sheet's own size, a little smaller where whole lines then fill the box. */
function fixedSize(widget: TextWidget, height: number, textPt: number): number {
  const lines = widget.multiline ? Math.floor(height / (textPt * TYPED_PITCH_EM)) : 1;
  const size = Math.min(textPt, height / (Math.max(1, lines) * TYPED_PITCH_EM));
  return Math.round(size * 10) / 10;
}

/**
 * How what is typed looks, as a default appearance.
 *
 * A number has the sheet's size. One line is sized by the viewer: all of them make it smaller until
 * it fits. Several lines are set twice. Run as the operators they are, the last size holds: the
 * sheet's. That is right for PDF.js: told to size several lines itself, it counts them 1 em apart,
 * sets them 1.35 em apart and cuts off the rest (`_computeFontSize`, `isTooBig`). PDFium reads the
 * first Tf alone (CPDF_DefaultAppearance): sizing by itself, it makes a long answer smaller instead
 * of refusing it.
 */
export function defaultAppearance(widget: TextWidget, height: number, textPt: number): string {
  const set = (font: string, size: number) => `/${font} ${size} Tf`;
  const fixed = set(TYPED_FONTS.plain, fixedSize(widget, height, textPt));
  const { plain, enlarged } = TYPED_FONTS;
  const own = set(textPt > AUTOMATIC_PT ? enlarged : plain, AUTOMATIC);
  if (widget.centered) return `${fixed} ${INK} rg`;
  if (!widget.multiline) return `${set(plain, AUTOMATIC)} ${INK} rg`;
  return `${own} ${fixed} ${INK} rg`;
}
