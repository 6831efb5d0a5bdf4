import { changeBlockHtml } from '../model/block-html.ts';
import type { Block, Packet } from '../model/document.ts';
import { fieldsOf } from '../model/kept-blocks.ts';
import { addressOf, documentPath } from '../model/library.ts';
import type { PacketOutput } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { toContents } from './article.ts';
import { toReview } from './back-matter.ts';
import { toPacketDownload, toPrints } from './download.ts';
import { formatCount } from './format.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import { findPacketBuilder } from './packet-builder.ts';
import type { PacketListView, PacketView } from './page-view.ts';
import {
  findCompanionList,
  findPacketList,
  findSafetyPage,
  type Place,
  packetListPath,
} from './place.ts';
import { type FindOutput, toPrintSet } from './print-set.ts';
import { toReadingGrade } from './reading.ts';
import type { PacketCard, PartLink } from './view.ts';

/** Finds what binding a packet left behind. */
export type FindPacketOutput = (packet: Packet) => PacketOutput | undefined;

/** A packet in a list: what it is, how many pages, and its files. */
export function toPacketCard(
  place: Place,
  packet: Packet,
  findPacketOutput: FindPacketOutput,
): PacketCard {
  const { library, shelf, t } = place;
  const output = findPacketOutput(packet);
  const [standard] = output ? toPrints(place, packet, output) : [];
  const key = packet.binds === 'companions' ? 'noteCount' : 'sheetCount';
  const count = new Set(packet.sheets).size;
  return {
    href: addressOf(library.site, documentPath(library.site, packet)),
    title: packet.title,
    summary: packet.summary,
    for: packet.for,
    countLabel: formatCount(t, key, count, shelf.lang),
    pages: standard?.pages,
    files: standard?.files ?? [],
  };
}

/** The words of a packet as a page has them: what is to be filled in stands on paper. */
function toWords(place: Place, { blocks }: Packet): Block[] {
  const words = blocks.filter((block) => fieldsOf(block).length === 0);
  const isLead = (block: Block, index: number) => {
    const next = words[index + 1];
    return (
      block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
    );
  };
  const kept = words.filter((block, index) => !isLead(block, index));
  return changeBlockHtml(kept, toLinkResolver(place.library.site, place.shelf));
}

/** The page of a packet: its one file, its words, and the sheets in it one by one. */
export function toPacket(
  place: Place,
  packet: Packet,
  find: { findOutput: FindOutput; findPacketOutput: FindPacketOutput },
): PacketView {
  const { library, t } = place;
  const blocks = toWords(place, packet);
  const isNotes = packet.binds === 'companions';
  const slugs = [...new Set(packet.sheets)];
  const printSet = isNotes ? undefined : toPrintSet(place, slugs, find.findOutput);
  const added: PartLink[] = printSet ? [{ label: say(t, 'packetOneByOne'), id: 'page_print' }] : [];
  const { title, summary } = packet;
  const section = packet.counselors ? findCompanionList(place) : findPacketList(place);
  const path = documentPath(library.site, packet);
  return {
    ...toFrame(place, { path, title, section, description: summary, scripts: ['paper'] }),
    summary,
    for: packet.for,
    download: toPacketDownload(place, packet, find.findPacketOutput(packet)),
    blocks,
    contents: [...toContents(blocks), ...added],
    printSet,
    safetyLink: findSafetyPage(place),
    readingGrade: toReadingGrade(place, packet),
    review: toReview(place, packet.review),
  };
}

/** The list of packets, where there are any for everyone. */
export function toPacketList(
  place: Place,
  findOutput: FindOutput,
  findPacketOutput: FindPacketOutput,
): PacketListView[] {
  const link = findPacketList(place);
  if (!link) return [];
  const description = say(place.t, 'packetsLead');
  const packets = place.shelf.packets.filter(({ counselors }) => !counselors);
  return [
    {
      ...toFrame(place, { path: packetListPath(place), title: link.label, description }),
      cards: packets.map((packet) => toPacketCard(place, packet, findPacketOutput)),
      builder: findPacketBuilder(place, findOutput),
    },
  ];
}
