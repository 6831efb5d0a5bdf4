import { sha256 } from '../manifest/to-manifest.ts';
import type { Packet } from '../model/document.ts';
import { EDITIONS, type Edition } from '../model/edition.ts';
import { type LanguageShelf, packetStem } from '../model/library.ts';
import type { PacketOutput, SheetFile } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import type { PagePainter } from '../pdf/picture.ts';
import { type Printer, printAll } from '../pdf/print-sheet.ts';
import { printPacket } from './print-packet.ts';
import { type PrintInput, type PrintTools, paintFirstPage } from './print-tools.ts';

/** The editions that packets are bound in: the other two are made for single sheets. */
const BOUND = EDITIONS.filter(({ name }) => name === 'standard' || name === 'large');

type PacketPrint = { shelf: LanguageShelf; packet: Packet; edition: Edition };
type BoundPacket = PacketPrint & {
  files: { file: SheetFile; bytes: Uint8Array }[];
  problems: Problem[];
};

function listPrints({ library, kept }: PrintInput): PacketPrint[] {
  return library.languages.flatMap((shelf) =>
    shelf.packets
      .filter(({ slug, lang }) => {
        return !kept.packets.some((one) => one.slug === slug && one.lang === lang);
      })
      .flatMap((packet) => BOUND.map((edition) => ({ shelf, packet, edition }))),
  );
}

async function bindPacket(
  { shelf, packet, edition }: PacketPrint,
  print: Printer,
  input: PrintInput,
  tools: PrintTools,
): Promise<BoundPacket> {
  const { library, creator, date, scratch } = input;
  const job = { request: packet, library, shelf, edition: edition.name, duplex: true };
  const printed = await printPacket(job, print, { creator, date }, tools);
  const files: BoundPacket['files'] = [];
  for (const { paper, bytes, facts } of printed.files) {
    const path = `${packetStem(shelf, packet)}-${paper}${edition.suffix}.pdf`;
    await scratch.write(path, bytes);
    const size = { pages: facts.pages, bytes: bytes.length, sha256: sha256(bytes) };
    files.push({ file: { path, paper, edition: edition.name, ...size }, bytes });
  }
  const problems = [...printed.problems, ...printed.longSheets];
  return { shelf, packet, edition, files, problems };
}

/** Binds every packet of the library in every edition it comes in, on every paper. */
export async function printPackets(
  input: PrintInput,
  printers: readonly Printer[],
  tools: PrintTools,
  painter: PagePainter,
): Promise<{ packets: PacketOutput[]; problems: Problem[] }> {
  const bound = await printAll(printers, listPrints(input), (job, print) =>
    bindPacket(job, print, input, tools),
  );
  const problems = bound.flatMap((one) => one.problems);
  const packets: PacketOutput[] = [];
  for (const same of Map.groupBy(bound, ({ packet }) => packet).values()) {
    const [first] = same;
    const source = first?.files[0];
    if (!first || !source) continue;
    const { shelf, packet } = first;
    const { lang, slug } = packet;
    const stem = packetStem(shelf, packet);
    const picture = await paintFirstPage(source.bytes, stem, painter, input.scratch);
    const files = same.flatMap((one) => one.files.map(({ file }) => file));
    packets.push({ lang, slug, files, picture });
  }
  return { packets, problems };
}
