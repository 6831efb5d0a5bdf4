import type { Packet } from '../model/document.ts';
import type { EditionName, PaperName } from '../model/edition.ts';
import type { LanguageShelf, Library } from '../model/library.ts';
import { type PacketOrder, type PacketPlan, planPacket } from '../model/packet-parts.ts';
import type { Problem } from '../model/problem.ts';
import { checkPacket, findLongSheets } from '../pdf/check-packet.ts';
import { type PdfFacts, readFacts } from '../pdf/facts.ts';
import { packetWidgets } from '../pdf/fields/packet-widgets.ts';
import { finish } from '../pdf/finish.ts';
import type { Mark } from '../pdf/passes/read-destinations.ts';
import type { Printer } from '../pdf/print-sheet.ts';
import { renderPacket } from '../sheet/render-packet.ts';
import { findMissingGlyphs } from '../sheet/repertoire.ts';
import type { PrintTools } from './print-tools.ts';

/** A packet as it is to be bound: a text of the folder, or what a command was told. */
export type PacketRequest = PacketOrder &
  Pick<Packet, 'title' | 'file' | 'characters' | 'positions'> &
  Partial<Pick<Packet, 'summary' | 'for'>>;

/** One print of a packet. */
export type PacketJob = {
  request: PacketRequest;
  library: Library;
  shelf: LanguageShelf;
  edition: EditionName;
  /** Name of a practice, on the cover and on every sheet. */
  practice?: string;
  /** Whether paper is printed on both sides, and copies begin leaves of their own. */
  duplex: boolean;
};

/** A packet's files, one for each paper, with what is in them. */
export type PrintedPacketFiles = {
  plan: PacketPlan;
  files: { paper: PaperName; bytes: Uint8Array; facts: PdfFacts }[];
  /** Where the blocks of its parts were printed, by their ids. */
  marks: ReadonlyMap<string, Mark>;
  problems: Problem[];
  /** Sheets that take more pages than alone. */
  longSheets: Problem[];
};

/** Binds a packet in one edition: one page, one print, one finish. Reads every file back. */
export async function printPacket(
  job: PacketJob,
  print: Printer,
  { creator, date }: { creator: string; date: string },
  tools: PrintTools,
): Promise<PrintedPacketFiles> {
  const { request, library, shelf, edition, practice, duplex } = job;
  const plan = planPacket(request, library, shelf);
  const { styles, font } = tools;
  const { title, summary, file } = request;
  const source = { title, summary, for: request.for, file, plan, practice };
  const packet = renderPacket({ ...source, edition, library, shelf, styles });
  const { parts } = packet;
  const binding = parts.map(({ id, newLeaf }) => ({ id, newLeaf: newLeaf && duplex }));
  const { bytes: printed, dom, fits } = await print(packet.html, binding);
  const finished = await finish(printed, {
    metadata: { title, lang: packet.lang, date, creator },
    widgets: packetWidgets(parts, shelf.strings),
    font,
    edition,
    linkWords: dom.linkWords,
    outline: packet.outline,
  });
  const { marks } = finished;
  const problems: Problem[] = findMissingGlyphs(request, styles, packet.words);
  const bound = { file, edition, parts, fits, dom, marks };
  const files: PrintedPacketFiles['files'] = [];
  for (const { paper, bytes } of finished.files) {
    const facts = await readFacts(bytes);
    problems.push(...checkPacket({ ...bound, facts }));
    files.push({ paper, bytes, facts });
  }
  return { plan, files, marks, problems, longSheets: findLongSheets(bound) };
}
