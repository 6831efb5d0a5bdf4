import { hintNearest } from '../markdown/nearest.ts';
import type { Worksheet } from '../model/document.ts';
import type { LanguageShelf, Library } from '../model/library.ts';
import { UsageError } from './options.ts';
import type { PacketOptions } from './packet-options.ts';
import type { PacketRequest } from './print-packet.ts';

/** The shelf of a language. Throws `UsageError` when the folder has none. */
export function chooseShelf(library: Library, lang = library.site.language): LanguageShelf {
  const shelf = library.languages.find((one) => one.lang === lang);
  if (shelf) return shelf;
  const there = library.languages.map((one) => one.lang).join(', ');
  throw new UsageError(`--lang: there is nothing in "${lang}". There are: ${there}.`);
}

function unknown(word: string, worksheets: readonly Worksheet[]): UsageError {
  const slugs = worksheets.map(({ slug }) => slug);
  const numbers = worksheets.map(({ number }) => number);
  const hint = /^\d/.test(word)
    ? `Numbers are ${Math.min(...numbers)} to ${Math.max(...numbers)}.`
    : (hintNearest(word, slugs) ?? '');
  return new UsageError(`--sheets: there is no worksheet "${word}". ${hint}`.trim());
}

/** "14-16" as the sheets with these numbers, "16" as one, a slug as itself. */
function chooseSheets(word: string, worksheets: readonly Worksheet[]): string[] {
  const span = /^(\d+)(?:-(\d+))?$/.exec(word);
  if (!span) {
    if (worksheets.some(({ slug }) => slug === word)) return [word];
    throw unknown(word, worksheets);
  }
  const from = Number(span[1]);
  const to = Number(span[2] ?? span[1]);
  if (to < from) {
    throw new UsageError(`--sheets: "${word}" runs backwards; write ${to}-${from}.`);
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) => {
    const sheet = worksheets.find((one) => one.number === number);
    if (!sheet) throw unknown(String(number), worksheets);
    return sheet.slug;
  });
}

/**
 * What a command line asks to bind: a packet of the folder, sheets of its own choice, or the one
 * with the sheets of the other. Throws `UsageError` for what is not there.
 */
export function toRequest(options: PacketOptions, shelf: LanguageShelf): PacketRequest {
  const { packets, worksheets, strings } = shelf;
  const packet = packets.find(({ slug }) => slug === options.packet);
  if (options.packet && !packet) {
    const slugs = packets.map(({ slug }) => slug);
    const there = slugs.length > 0 ? `There are: ${slugs.join(', ')}.` : 'The folder has none.';
    throw new UsageError(`--packet: there is no packet "${options.packet}". ${there}`);
  }
  const chosen = options.sheets.flatMap((word) => chooseSheets(word, worksheets));
  const { title = packet?.title ?? strings['packetTitle'] ?? '', withCompanions } = options;
  const own: PacketRequest = packet ?? {
    title,
    file: 'the packet',
    characters: {},
    positions: {},
    sheets: [],
    binds: 'sheets',
    copies: 'who',
    openers: false,
    sources: false,
    cites: [],
    blocks: [],
  };
  const sheets = chosen.length > 0 ? chosen : own.sheets;
  return { ...own, title, sheets, withCompanions };
}
