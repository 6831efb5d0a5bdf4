import { PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { LIVE_AREA_MM, type Paper } from '../../../scripts/model/edition.ts';
import { put, rounded, textString } from '../../../scripts/pdf/values.ts';
import { hexOf } from '../pdf-answers/pdf-values.ts';
import type { TypedFont } from '../pdf-answers/typed-font.ts';
import { type Binding, newElement } from './binding.ts';
import { topOf } from './outline.ts';
import { apartOf, BOLD_EM, COLORS, type Color, type Look, PT_PER_MM, toCodes } from './set-type.ts';

/** A font to draw with: the object in the packet and what is known of its letters. */
export type DrawnFont = { ref: PDFRef; font: TypedFont };

/** Name of the font in the resources of the pages that are drawn or added to. */
export const FONT_NAME = 'PacketText';

const point = (...values: number[]) => values.map(rounded).join(' ');
const colorOf = (color: Color) => point(...COLORS[color].map((part) => part / 255));

/** The operators that set a text with its first letter at a point. */
export function textAt(text: string, font: TypedFont, look: Look, x: number, y: number): string {
  const { size, color, isBold } = look;
  const rgb = colorOf(color);
  const weight = isBold ? `2 Tr ${rounded(size * BOLD_EM)} w ${rgb} RG` : '0 Tr';
  const set = `/${FONT_NAME} ${rounded(size)} Tf ${rounded(apartOf(look))} Tc`;
  return `BT ${set} ${weight} ${rgb} rg 1 0 0 1 ${point(x, y)} Tm <${hexOf(toCodes(text, font))}> Tj ET`;
}

/** A page of the live area; measures are in pt from its top left corner, and y points down. */
export class PageWriter {
  readonly ref: PDFRef;
  readonly #binding: Binding;
  readonly #drawn: DrawnFont;
  readonly #paper: Paper;
  readonly #operators: string[] = [];
  /** What each run of the page means, by its number. */
  readonly #marks: PDFRef[] = [];
  readonly #links: PDFRef[] = [];
  readonly #key: number;

  constructor(binding: Binding, drawn: DrawnFont, paper: Paper) {
    this.#binding = binding;
    this.#drawn = drawn;
    this.#paper = paper;
    this.ref = binding.context.nextRef();
    this.#key = binding.nextParent++;
    binding.pages.push(this.ref);
  }

  /** The width of the live area in pt. */
  get width(): number {
    return LIVE_AREA_MM.width * PT_PER_MM;
  }

  #x(x: number): number {
    return this.#paper.marginLeft * PT_PER_MM + x;
  }

  #y(y: number): number {
    return (this.#paper.height - this.#paper.marginTop) * PT_PER_MM - y;
  }

  /** What is drawn and not read. */
  decorate(operators: string): void {
    this.#operators.push(`/Artifact BMC q ${operators} Q EMC`);
  }

  /** A line through points. */
  line(points: readonly [number, number][], width: number, color: Color): void {
    const [first, ...more] = points.map(([x, y]) => point(this.#x(x), this.#y(y)));
    const path = [`${first} m`, ...more.map((next) => `${next} l`)].join(' ');
    this.decorate(`${colorOf(color)} RG ${rounded(width)} w 1 j ${path} S`);
  }

  /** A text on its baseline, as what an element says. */
  text(element: PDFRef, role: string, text: string, look: Look, x: number, y: number): void {
    const { context } = this.#binding;
    const run = textAt(text, this.#drawn.font, look, this.#x(x), this.#y(y));
    const number = this.#marks.length;
    this.#operators.push(`/${role} <</MCID ${number}>> BDC ${run} EMC`);
    this.#marks.push(element);
    const kid = context.obj({ Type: 'MCR', MCID: number });
    put(kid, 'Pg', this.ref);
    this.#adopt(element, kid);
  }

  #adopt(element: PDFRef, kid: PDFObject): void {
    const { context } = this.#binding;
    const dict = context.lookup(element, PDFDict);
    const kids = dict.get(PDFName.of('K'));
    if (kids && 'push' in kids && typeof kids.push === 'function') kids.push(kid);
    else put(dict, 'K', context.obj([kid]));
  }

  /** A new element below another one. */
  element(role: string, parent: PDFRef): PDFRef {
    const { ref } = newElement(this.#binding, role, parent);
    this.#adopt(parent, ref);
    return ref;
  }

  /** A link over a line of text; `y` is its baseline. */
  link(
    element: PDFRef,
    words: string,
    at: { x: number; y: number; width: number; size: number },
    page: PDFRef,
  ): void {
    const { context } = this.#binding;
    const [left, base] = [this.#x(at.x), this.#y(at.y)];
    const sides = [left, base - at.size * 0.3, left + at.width, base + at.size * 0.9].map(rounded);
    const annotation = context.obj({ Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0] });
    put(annotation, 'Rect', context.obj(sides));
    put(annotation, 'Dest', topOf(context, page));
    put(annotation, 'Contents', textString(words));
    put(annotation, 'P', this.ref);
    put(annotation, 'StructParent', PDFNumber.of(this.#binding.nextParent));
    const ref = context.register(annotation);
    const kid = context.obj({ Type: 'OBJR' });
    put(kid, 'Obj', ref);
    put(kid, 'Pg', this.ref);
    this.#adopt(element, kid);
    this.#binding.parents.push([this.#binding.nextParent++, element]);
    this.#links.push(ref);
  }

  /** Writes the page; nothing can be drawn on it afterwards but by `stampPage`. */
  close(): void {
    const { context, pagesRef, parents } = this.#binding;
    const { width, height } = this.#paper;
    const page = context.obj({ Type: 'Page', Tabs: 'S', StructParents: this.#key });
    put(page, 'Parent', pagesRef);
    const box = [0, 0, rounded(width * PT_PER_MM), rounded(height * PT_PER_MM)];
    put(page, 'MediaBox', context.obj(box));
    const fonts = context.obj({ [FONT_NAME]: this.#drawn.ref });
    put(page, 'Resources', context.obj({ Font: fonts }));
    put(page, 'Contents', context.register(context.flateStream(this.#operators.join('\n'))));
    put(page, 'Annots', this.#links.length > 0 ? context.obj(this.#links) : undefined);
    context.assign(this.ref, page);
    parents.push([this.#key, context.register(context.obj(this.#marks))]);
  }
}
