import { loadReading } from '../../scripts/content/load.ts';
import { fieldNames } from '../../scripts/model/field-names.ts';
import { fieldsOf } from '../../scripts/model/kept-blocks.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { planPacket } from '../../scripts/model/packet-parts.ts';

/**
 * The fields that each packet has by its front matter, under "lang/slug": those of its sheets as the
 * manifest lists them, each under its copy, and those of its own text. A build of other content than
 * the one in `content` has no packets that could be known here.
 */
export async function loadPacketNames(manifest: Manifest): Promise<Map<string, string[]>> {
  const { library } = await loadReading('content');
  const names = new Map<string, string[]>();
  for (const shelf of library.languages) {
    for (const packet of shelf.packets) {
      const { parts } = planPacket(packet, library, shelf);
      const all = parts.flatMap((part) => {
        if (part.kind === 'text') {
          return part.blocks
            .flatMap((block) => fieldsOf(block))
            .flatMap((field) => fieldNames(field).map((name) => `${part.id}-${name}`));
        }
        if (part.kind !== 'sheet') return [];
        const sheet = manifest.worksheets.find((one) => {
          return one.lang === shelf.lang && one.slug === part.worksheet.slug;
        });
        const own = sheet?.fields.flatMap((field) => field.names) ?? [];
        return own.map((name) => `${part.id}-${name}`);
      });
      names.set(`${shelf.lang}/${packet.slug}`, all);
    }
  }
  return names;
}
