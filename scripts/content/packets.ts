import { hintNearest } from '../markdown/nearest.ts';
import type { Document, Packet } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';

function problemAt(packet: Packet, pointer: string, message: string, hint?: string): Problem {
  const place = packet.positions[pointer] ?? { line: 1, column: 1 };
  return { file: packet.file, ...place, message, hint };
}

/** The closing part begins with one of the packet's own headings. */
function checkClosing(packet: Packet): Problem[] {
  const { closing, blocks } = packet;
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  if (typeof closing !== 'string' || ids.includes(closing)) return [];
  const message = `closing: there is no heading "#${closing}"`;
  return [problemAt(packet, '/closing', message, hintNearest(closing, ids))];
}

/** Where the notes are bound, there must be some for each sheet. */
function checkNotes(packet: Packet, documents: readonly Document[]): Problem[] {
  if (packet.binds !== 'companions') return [];
  const noted = documents.filter(({ kind }) => kind === 'companion').map(({ slug }) => slug);
  return packet.sheets.flatMap((slug, index) => {
    if (noted.includes(slug) || typeof slug !== 'string') return [];
    const message = `sheets: there is no companion for "${slug}"`;
    return [problemAt(packet, `/sheets/${index}`, message, `Write companions/${slug}.md.`)];
  });
}

/** What is wrong with the packets of one language, beside the names of their sheets. */
export function checkPackets(documents: readonly Document[]): Problem[] {
  return documents.flatMap((document) =>
    document.kind === 'packet'
      ? [...checkClosing(document), ...checkNotes(document, documents)]
      : [],
  );
}
