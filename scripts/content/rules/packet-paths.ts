import type { Packet } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { atKey, type Rule, type RuleBook, sheetsOf } from './rule.ts';

function checkPacket(packet: Packet, book: RuleBook): Problem[] {
  if (!book.vocabulary.paths.some(({ id }) => id === packet.slug)) return [];
  const onPath = sheetsOf(book.documents)
    .filter(({ lang, paths }) => lang === packet.lang && paths.includes(packet.slug))
    .sort((a, b) => a.number - b.number)
    .map(({ slug }) => slug);
  const tell = (slugs: string[], message: string, hint: string) =>
    slugs.length > 0 ? [atKey(packet, '/sheets', `${message}: ${slugs.join(', ')}`, hint)] : [];
  return [
    ...tell(
      onPath.filter((slug) => !packet.sheets.includes(slug)),
      `sheets on the path "${packet.slug}" are missing here`,
      'Add them, or take the path out of their front matter.',
    ),
    ...tell(
      packet.sheets.filter((slug) => !onPath.includes(slug)),
      `these sheets do not say that they are on the path "${packet.slug}"`,
      `Add ${packet.slug} to their paths, or take them out here.`,
    ),
  ];
}

/** What a sheet says of its paths and what is bound for a path are the same. */
export const packetPathsRule: Rule = {
  name: 'packet-paths',
  demands: 'a packet that has the name of a path holds the sheets of that path',
  always: true,
  check(book) {
    return book.documents.flatMap((document) =>
      document.kind === 'packet' ? checkPacket(document, book) : [],
    );
  },
};
