import { type EditionName, PAPERS, type PaperName } from '../../scripts/model/edition.ts';
import { fileStem } from '../../scripts/model/library.ts';
import { say } from '../../scripts/model/text.ts';
import { bindPacket } from '../../templates/client/bind-pdf/bind-packet.ts';
import type { OrderedSheet, PacketOrder } from '../../templates/client/bind-pdf/packet-order.ts';
import type { Press, SheetPlace } from '../pdf/press.ts';

/** A sheet as a build would write it, ready to be bound. */
export async function printForBinding(
  press: Press,
  place: SheetPlace,
  { copies = 1, edition = 'standard' }: { copies?: number; edition?: EditionName } = {},
): Promise<OrderedSheet> {
  const { worksheet, shelf } = place;
  const { bytes } = await press.print(place, edition);
  return {
    stem: fileStem(shelf, worksheet).replace('sheet-', ''),
    title: worksheet.title,
    number: say(shelf.strings, 'sheetNumber', { number: worksheet.number }),
    details: [say(shelf.strings, 'minutes', { minutes: worksheet.minutes })],
    copies,
    bytes,
  };
}

/** An order for some items, in the words of the program. */
export function toOrder(
  { strings, lang }: Pick<SheetPlace['shelf'], 'strings' | 'lang'>,
  items: PacketOrder['items'],
  more: Partial<Omit<PacketOrder, 'items' | 'paper'>> & { paperName?: PaperName } = {},
): PacketOrder {
  const { paperName = 'a4', ...rest } = more;
  return {
    title: say(strings, 'packetTitle'),
    lang,
    practice: '',
    paper: PAPERS.find(({ name }) => name === paperName) ?? PAPERS[0],
    isLarge: false,
    isTwoSided: true,
    words: {
      siteName: 'A site',
      summary: 'Some sheets',
      stop: say(strings, 'stopLine'),
      licence: 'Copy it.',
      contents: say(strings, 'packetContents'),
      apart: say(strings, 'packetApart'),
      blank: say(strings, 'packetBlank'),
      copy: strings['packetCopy'] ?? '',
      page: strings['packetPage'] ?? '',
    },
    items,
    ...rest,
  };
}

/** The bytes of a packet that can be bound. */
export async function bindOrThrow(order: PacketOrder): Promise<Uint8Array> {
  const bound = await bindPacket(order);
  if (!bound.ok) throw new Error(`letters that cannot be set: ${bound.letters.join(' ')}`);
  return bound.bytes;
}
