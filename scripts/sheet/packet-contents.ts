import type { PacketPart, PacketPlan, PartOf } from '../model/packet-parts.ts';
import { say } from '../model/text.ts';
import type { PacketSource } from './packet-source.ts';

/** One line of the contents: a part with its page, or a line for what is kept apart. */
export type ContentsEntry = {
  /** The part that it leads to; none where nothing is bound. */
  part?: string;
  title: string;
  /** "Sheet 16": what stands before the title. */
  number?: string;
  /** Who, how long, how many copies. */
  details?: string[];
};

/** Lines under the stage that they belong to; what belongs to none has no head. */
export type ContentsGroup = { head?: ContentsEntry; entries: ContentsEntry[] };

/** The title of a part's one h1, which is what the contents and the outline call it. */
export function partTitle(part: PacketPart, source: PacketSource): string {
  const { strings } = source.shelf;
  switch (part.kind) {
    case 'cover':
      return source.title;
    case 'contents':
      return say(strings, 'packetContents');
    case 'sources':
      return say(strings, 'packetSources');
    case 'stage':
      return part.stage.label;
    case 'sheet':
    case 'companion':
      return part.worksheet.title;
    case 'text': {
      const [first] = part.blocks;
      return first?.kind === 'heading' ? first.text : say(strings, 'packetOpening');
    }
  }
}

/** "Time 2" and "Copy 1 of 2", for a sheet that is bound more than once. */
export function whichWords(part: PacketPart, { shelf }: PacketSource): string[] {
  if (part.kind !== 'sheet') return [];
  const { copy, copies, time, times } = part;
  return [
    ...(times > 1 ? [say(shelf.strings, 'packetTime', { time })] : []),
    ...(copies > 1 ? [say(shelf.strings, 'packetCopy', { copy, copies })] : []),
  ];
}

function detailsOf(part: PartOf<'sheet'>, { library, shelf }: PacketSource): string[] {
  const { strings } = shelf;
  const { worksheet, copies, time } = part;
  const who = library.vocabulary.who.find(({ id }) => id === worksheet.who)?.label;
  return [
    ...(time > 1 ? [say(strings, 'packetTime', { time })] : []),
    ...(who ? [who] : []),
    say(strings, 'minutes', { minutes: worksheet.minutes }),
    ...(copies > 1 ? [say(strings, 'packetCopies', { copies })] : []),
  ];
}

/** Beside sheets, a note says that it is one; in a book of notes they all are. */
function noteEntry({ worksheet }: PartOf<'companion'>, { plan, shelf }: PacketSource) {
  const { number, title } = worksheet;
  // A private sheet has no number anywhere.
  if (worksheet.private) return { title };
  const { strings } = shelf;
  const isAmongSheets = plan.parts.some(({ kind }) => kind === 'sheet');
  return isAmongSheets
    ? { title: say(strings, 'packetNote', { number }), details: [title] }
    : { title, number: say(strings, 'sheetNumber', { number }) };
}

/** The line of a part; of further copies there is none. */
function toEntry(part: PacketPart, source: PacketSource): ContentsEntry | undefined {
  if (part.kind === 'cover' || part.kind === 'contents') return undefined;
  if (part.kind === 'sheet' && part.copy > 1) return undefined;
  const { strings } = source.shelf;
  const title = partTitle(part, source);
  const number = (key: string, value: number) => say(strings, key, { number: value });
  switch (part.kind) {
    case 'stage':
      return { part: part.id, title, number: number('stage', part.stage.number) };
    case 'sheet':
      return {
        part: part.id,
        title,
        number: number('sheetNumber', part.worksheet.number),
        details: detailsOf(part, source),
      };
    case 'companion':
      return { part: part.id, ...noteEntry(part, source) };
    default:
      return { part: part.id, title };
  }
}

/** The contents of a packet, grouped by its stages where they have openers. */
export function toContents({ parts, apart }: PacketPlan, source: PacketSource): ContentsGroup[] {
  const groups: ContentsGroup[] = [{ entries: [] }];
  for (const part of parts) {
    const entry = toEntry(part, source);
    if (part.kind === 'stage') groups.push({ head: entry, entries: [] });
    else if (part.kind !== 'sheet' && part.kind !== 'companion' && groups.length > 1) {
      groups.push({ entries: entry ? [entry] : [] });
    } else if (entry) groups.at(-1)?.entries.push(entry);
    for (const { after } of apart) {
      if (after !== part.id) continue;
      groups.at(-1)?.entries.push({ title: say(source.shelf.strings, 'packetApart') });
    }
  }
  return groups.filter(({ head, entries }) => head || entries.length > 0);
}

/** The sheets behind the opener of a stage, up to the next one. */
export function toStageEntries(
  id: string,
  plan: PacketPlan,
  source: PacketSource,
): ContentsEntry[] {
  return toContents(plan, source).find(({ head }) => head?.part === id)?.entries ?? [];
}
