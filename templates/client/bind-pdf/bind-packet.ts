import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { fillString } from '../../../scripts/model/text.ts';
import { appendInOrder } from '../../../scripts/pdf/cross-references.ts';
import { readTypedFont } from '../pdf-answers/typed-font.ts';
import { bindSheet } from './bind-sheet.ts';
import { type Binding, closeBinding, openBinding } from './binding.ts';
import { Copier } from './copier.ts';
import { describeFile, readOrigin } from './describe-file.ts';
import { FrontPages } from './front-pages.ts';
import { BindError, isSheet, type OrderedSheet, type PacketOrder } from './packet-order.ts';
import type { DrawnFont } from './page-writer.ts';
import { listStrange, SIZES } from './set-type.ts';
import { openSheet, type SourceSheet } from './source-sheet.ts';
import { stampPage } from './stamp.ts';

/** A packet in one file, or the letters of the practice's name that cannot be set. */
export type BoundPacket =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; pages: number }
  | { ok: false; letters: string[] };

/** A sheet that is to be bound, opened, with its place among what was ordered. */
type Opened = { item: OrderedSheet; index: number; source: SourceSheet };

appendInOrder();

const FIELD_FONT = 'Field';

/** The font that answers are typed in: it is whole in every sheet that has fields. */
function bindFont(binding: Binding, sources: readonly SourceSheet[]): DrawnFont {
  for (const { form, context: from, alike } of sources) {
    const fonts = form?.lookupMaybe(PDFName.of('DR'), PDFDict);
    const ref = fonts?.lookupMaybe(PDFName.of('Font'), PDFDict)?.get(PDFName.of(FIELD_FONT));
    if (!form || !(ref instanceof PDFRef)) continue;
    const copier = new Copier({ from, into: binding.context, alike, streams: binding.streams });
    return { ref: copier.copyRef(ref), font: readTypedFont(from, form, FIELD_FONT) };
  }
  throw new BindError('expected a sheet with the font to type in');
}

/** a, b, … z, then the number: letters tell copies of one sheet apart, as in ready packets. */
const letterOf = (index: number) =>
  index < 26 ? String.fromCharCode(97 + index) : String(index + 1);

/** Binds all copies of a sheet, each at the front of a leaf where paper has two sides. */
function bindCopies(
  { order, front, binding }: { order: PacketOrder; front: FrontPages; binding: Binding },
  { item, index, source }: Opened,
  bound: Map<string, number>,
): void {
  const before = bound.get(item.stem) ?? 0;
  bound.set(item.stem, before + item.copies);
  for (let copy = 1; copy <= item.copies; copy++) {
    front.beginLeaf();
    const which = fillString(order.words.copy, { copy, copies: item.copies });
    const title = item.copies > 1 ? `${item.title} · ${which}` : item.title;
    const id = `s${item.stem}${letterOf(before + copy - 1)}`;
    const { first, part } = bindSheet(binding, source, { id, title });
    front.endPart(part);
    if (copy === 1)
      front.starts.set(index, { page: first, number: binding.pages.indexOf(first) + 1 });
  }
}

function stampPages(binding: Binding, front: FrontPages, order: PacketOrder, drawn: DrawnFont) {
  const sizes = order.isLarge ? SIZES.large : SIZES.standard;
  const pages = binding.pages.length;
  for (const [index, ref] of binding.pages.entries()) {
    if (front.unnumbered.has(ref.tag)) continue;
    const right = fillString(order.words.page, { page: index + 1, pages });
    const head = { left: order.practice, right };
    stampPage(binding, ref, drawn, head, { paper: order.paper, sizes });
  }
}

/**
 * Binds finished sheets into one tagged PDF that can be filled in, with a cover and contents.
 * Throws `BindError` when a file is not as expected.
 */
export async function bindPacket(order: PacketOrder): Promise<BoundPacket> {
  const opened: Opened[] = [];
  for (const [index, item] of order.items.entries()) {
    if (!isSheet(item)) continue;
    opened.push({ item, index, source: await openSheet(item.bytes) });
  }
  const binding = await openBinding();
  const sources = opened.map(({ source }) => source);
  const spare = order.fontFile && (await openSheet(order.fontFile));
  const drawn = bindFont(binding, spare ? [...sources, spare] : sources);
  const letters = listStrange(order.practice, drawn.font);
  if (letters.length > 0) return { ok: false, letters };
  const front = new FrontPages(order, binding, drawn);
  const bound = new Map<string, number>();
  for (const one of opened) bindCopies({ order, front, binding }, one, bound);
  front.draw();
  stampPages(binding, front, order, drawn);
  closeBinding(binding, order.lang);
  const [first] = sources;
  if (!first) throw new BindError('expected at least one sheet to bind');
  const { title, lang } = order;
  describeFile(binding, { title, lang, ...readOrigin(first) });
  const bytes = await binding.document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { ok: true, bytes: new Uint8Array(bytes), pages: binding.pages.length };
}
