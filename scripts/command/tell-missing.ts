import type { LanguageShelf } from '../model/library.ts';
import type { PacketPlan } from '../model/packet-parts.ts';

/**
 * Says what a packet leaves out that somebody may look for: sheets that others build on, and private
 * ones. None of it is a problem; gates are printed on the sheets, and a counselor may know better.
 */
export function tellMissing({ missing, apart }: PacketPlan, shelf: LanguageShelf): string[] {
  const titleOf = (slug: string) =>
    shelf.worksheets.find((sheet) => sheet.slug === slug)?.title ?? slug;
  const gates = missing.map(({ sheet, requires }) => {
    const titles = requires.map((slug) => `"${titleOf(slug)}"`).join(' and ');
    return `"${sheet.title}" builds on ${titles}, which is not before it in this packet.`;
  });
  const kept = 'A private sheet is never bound; a neutral line stands in its place.';
  return apart.length > 0 ? [...gates, kept] : gates;
}
