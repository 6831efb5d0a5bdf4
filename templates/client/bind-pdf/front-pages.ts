import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { LIVE_AREA_MM } from '../../../scripts/model/edition.ts';
import { type Binding, newPart } from './binding.ts';
import { drawHeading, drawRows, headingHeight, type Start } from './contents.ts';
import { toPages, toRows } from './contents-rows.ts';
import { drawCover } from './cover.ts';
import { setParagraph } from './flow.ts';
import { newOutlineItem } from './outline.ts';
import type { PacketOrder } from './packet-order.ts';
import { type DrawnFont, PageWriter } from './page-writer.ts';
import { PT_PER_MM, SIZES } from './set-type.ts';

type Part = { ref: PDFRef; dict: PDFDict; title: string; writers: PageWriter[] };

/** Where the words on an empty page stand, in mm from the top of the live area. */
const BLANK_MM = 100;

/** The pages of a packet that no sheet brings: cover, contents, and the empty backs of leaves. */
export class FrontPages {
  /** Where each item of the order begins. */
  readonly starts = new Map<number, Start>();
  /** Pages without a number: the cover, and empty ones. */
  readonly unnumbered = new Set<string>();
  readonly #order: PacketOrder;
  readonly #binding: Binding;
  readonly #drawn: DrawnFont;
  readonly #cover: Part;
  readonly #contents: Part;
  readonly #pages: ReturnType<typeof toPages>;
  /** The part that an empty page belongs to. */
  #lastPart: PDFRef;

  constructor(order: PacketOrder, binding: Binding, drawn: DrawnFont) {
    this.#order = order;
    this.#binding = binding;
    this.#drawn = drawn;
    const width = LIVE_AREA_MM.width * PT_PER_MM;
    const rows = toRows(order, drawn.font, this.#sizes, width);
    const height = LIVE_AREA_MM.height * PT_PER_MM;
    this.#pages = toPages(rows, height, headingHeight(this.#sizes));
    this.#cover = this.#openPart(order.title, 1);
    for (const { ref } of this.#cover.writers) this.unnumbered.add(ref.tag);
    this.#lastPart = this.#cover.ref;
    this.beginLeaf();
    this.#contents = this.#openPart(order.words.contents, this.#pages.length);
    this.#lastPart = this.#contents.ref;
  }

  get #sizes() {
    return this.#order.isLarge ? SIZES.large : SIZES.standard;
  }

  #openPart(title: string, pages: number): Part {
    const part = newPart(this.#binding, title);
    const writers = Array.from({ length: pages }, () => {
      return new PageWriter(this.#binding, this.#drawn, this.#order.paper);
    });
    return { ...part, title, writers };
  }

  /** Fills up the leaf, so that what follows begins a new one; not where paper has one side. */
  beginLeaf(): void {
    const { isTwoSided, paper, words } = this.#order;
    if (!isTwoSided || this.#binding.pages.length % 2 === 0) return;
    const writer = new PageWriter(this.#binding, this.#drawn, paper);
    this.unnumbered.add(writer.ref.tag);
    const look = { role: 'P', text: words.blank, size: this.#sizes.text, color: 'soft' } as const;
    const { width } = writer;
    const paragraph = { ...look, leading: 1.45, width, isCentered: true };
    const top = BLANK_MM * PT_PER_MM;
    setParagraph(writer, this.#lastPart, this.#drawn.font, paragraph, top);
    writer.close();
  }

  /** What comes next on an empty page belongs to this part. */
  endPart(part: PDFRef): void {
    this.#lastPart = part;
  }

  #drawContents(): void {
    const { ref: part, writers } = this.#contents;
    const { contents: heading } = this.#order.words;
    const { font } = this.#drawn;
    const sizes = this.#sizes;
    const input = { part, font, sizes, heading, starts: this.starts };
    const [first] = writers;
    if (!first) return;
    drawHeading(first, input);
    const list = first.element('TOC', part);
    for (const [index, writer] of writers.entries()) {
      const top = index === 0 ? headingHeight(sizes) : 0;
      drawRows(writer, input, list, this.#pages[index] ?? [], top);
    }
  }

  /** Draws cover and contents, when all sheets have their place. */
  draw(): void {
    const { font } = this.#drawn;
    const [writer] = this.#cover.writers;
    const order = this.#order;
    if (writer) drawCover({ writer, part: this.#cover.ref, font, sizes: this.#sizes, order });
    this.#drawContents();
    const entries = [this.#cover, this.#contents].flatMap(({ title, writers }) => {
      for (const one of writers) one.close();
      const [first] = writers;
      return first ? [newOutlineItem(this.#binding.context, title, first.ref)] : [];
    });
    this.#binding.outline.unshift(...entries);
  }
}
