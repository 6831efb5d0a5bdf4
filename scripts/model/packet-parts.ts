import type { Block, Companion, Packet, Worksheet } from './document.ts';
import type { LanguageShelf, Library, Stage } from './library.ts';

/** One part of a packet. Every part begins on a page of its own, some on a leaf of their own. */
export type PacketPart = {
  /** Unique in the packet, letters, digits and hyphens; the stem of all ids and field names in it. */
  id: string;
  /** Whether it begins on a leaf of its own, so that what stands before it can be taken out. */
  newLeaf: boolean;
} & (
  | { kind: 'cover' }
  | { kind: 'contents' }
  | { kind: 'text'; blocks: Block[] }
  | { kind: 'stage'; stage: Stage }
  | {
      kind: 'sheet';
      worksheet: Worksheet;
      /** Which copy it is, from 1, and how many there are one behind the other. */
      copy: number;
      copies: number;
      /** Which time it is bound, from 1, and how many times it is. */
      time: number;
      times: number;
      stage?: string;
    }
  | { kind: 'companion'; companion: Companion; worksheet: Worksheet; stage?: string }
  | { kind: 'sources'; keys: string[] }
);

/** A part of one kind. */
export type PartOf<Kind extends PacketPart['kind']> = Extract<PacketPart, { kind: Kind }>;

/** What is bound, in order; a private sheet is named by nothing but a neutral line. */
export type PacketPlan = {
  parts: PacketPart[];
  /** The parts that are not there: a line in the contents behind the part with this id. */
  apart: { after: string }[];
  /** Slugs of sheets that one in the packet builds on, and that are not in it before that. */
  missing: { sheet: Worksheet; requires: string[] }[];
};

/** What a packet is planned from; the keys of its front matter, or what a command was told. */
export type PacketOrder = Pick<
  Packet,
  'sheets' | 'binds' | 'copies' | 'openers' | 'sources' | 'cites' | 'blocks' | 'closing'
> & {
  /** Whether the notes for counselors stand behind the sheets. */
  withCompanions?: boolean;
};

/** Its own text, cut where the closing part begins. */
function textsOf({ blocks, closing }: PacketOrder): { opening: Block[]; closing: Block[] } {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === closing);
  if (at < 0) return { opening: blocks, closing: [] };
  return { opening: blocks.slice(0, at), closing: blocks.slice(at) };
}

/** a, b, … z, then the number: letters tell copies of one sheet apart in the names of fields. */
const letterOf = (index: number) =>
  index < 26 ? String.fromCharCode(97 + index) : String(index + 1);

/** The sheets of an order as they are bound, each with its copies. */
class Binder {
  readonly parts: PacketPart[] = [];
  readonly apart: PacketPlan['apart'] = [];
  readonly missing: PacketPlan['missing'] = [];
  readonly #bound = new Map<string, number>();
  readonly #order: PacketOrder;
  readonly #library: Library;
  readonly #shelf: LanguageShelf;

  constructor(order: PacketOrder, library: Library, shelf: LanguageShelf) {
    this.#order = order;
    this.#library = library;
    this.#shelf = shelf;
  }

  /** Opens the stage of a sheet when the one before was of another, and gives the opener's id. */
  #openStage({ stage: id }: Worksheet): string | undefined {
    if (!this.#order.openers) return undefined;
    const stage = this.#library.vocabulary.stages.find((one) => one.id === id);
    if (!stage) return undefined;
    const openers = this.parts.filter((part) => part.kind === 'stage');
    const last = openers.at(-1);
    if (last?.stage === stage) return last.id;
    const opener = openers.find((part) => part.stage === stage);
    // A sheet that comes again later stays where it is asked for.
    if (opener) return last?.id;
    const part: PacketPart = { kind: 'stage', id: `stage-${stage.number}`, newLeaf: true, stage };
    this.parts.push(part);
    return part.id;
  }

  bindSheet(worksheet: Worksheet): void {
    if (worksheet.private) {
      this.#openStage(worksheet);
      this.apart.push({ after: this.parts.at(-1)?.id ?? '' });
      return;
    }
    const stage = this.#openStage(worksheet);
    const { slug, who, number, requires } = worksheet;
    const before = this.#bound.get(slug) ?? 0;
    const times = this.#order.sheets.filter((one) => one === slug).length;
    const absent = requires.filter((one) => !this.#bound.has(one));
    if (before === 0 && absent.length > 0)
      this.missing.push({ sheet: worksheet, requires: absent });
    const needed = this.#library.vocabulary.who.find(({ id }) => id === who)?.copies ?? 1;
    const copies = this.#order.copies === 'one' ? 1 : needed;
    for (let copy = 1; copy <= copies; copy++) {
      const id = `s${number}${letterOf(before + copy - 1)}`;
      const which = { copy, copies, time: before / copies + 1, times };
      this.parts.push({ kind: 'sheet', id, newLeaf: true, worksheet, ...which, stage });
    }
    this.#bound.set(slug, before + copies);
  }

  /** The notes on a sheet, once. `newLeaf` where they are to be kept apart from what stands before. */
  bindCompanion(worksheet: Worksheet, newLeaf: boolean): void {
    const stage = this.#openStage(worksheet);
    const companion = this.#shelf.companions.find(({ slug }) => slug === worksheet.slug);
    const id = `note-${worksheet.number}`;
    if (!companion || this.parts.some((part) => part.id === id)) return;
    this.parts.push({ kind: 'companion', id, newLeaf, companion, worksheet, stage });
  }
}

/** The keys of all sources that the sheets of some parts rest on, sorted. */
function sourcesOf(parts: readonly PacketPart[], cites: readonly string[]): string[] {
  const keys = parts.flatMap((part) =>
    part.kind === 'sheet' || part.kind === 'companion' ? part.worksheet.evidence.sources : [],
  );
  return [...new Set([...keys, ...cites])].sort();
}

/**
 * Says what a packet binds, part by part. Every copy of a sheet begins a leaf, and so does what
 * follows it: two people's answers never stand on two sides of one leaf. Pure.
 */
export function planPacket(order: PacketOrder, library: Library, shelf: LanguageShelf): PacketPlan {
  const binder = new Binder(order, library, shelf);
  const { parts } = binder;
  const texts = textsOf(order);
  parts.push({ kind: 'cover', id: 'cover', newLeaf: true });
  parts.push({ kind: 'contents', id: 'contents', newLeaf: true });
  if (texts.opening.length > 0) {
    parts.push({ kind: 'text', id: 'opening', newLeaf: false, blocks: texts.opening });
  }
  const sheets = order.sheets.flatMap(
    (slug) => shelf.worksheets.find((one) => one.slug === slug) ?? [],
  );
  if (order.binds === 'sheets') for (const sheet of sheets) binder.bindSheet(sheet);
  const isNotes = order.binds === 'companions';
  // Beside sheets that are handed out, the notes do not name a private one either.
  const open = sheets.filter((sheet) => !sheet.private);
  const noted = isNotes ? sheets : order.withCompanions ? open : [];
  for (const sheet of noted) binder.bindCompanion(sheet, !isNotes);
  const leaf = () => parts.at(-1)?.kind === 'sheet';
  if (texts.closing.length > 0) {
    parts.push({ kind: 'text', id: 'closing', newLeaf: leaf(), blocks: texts.closing });
  }
  const keys = order.sources ? sourcesOf(parts, order.cites) : [];
  if (keys.length > 0) parts.push({ kind: 'sources', id: 'sources', newLeaf: leaf(), keys });
  const { apart, missing } = binder;
  return { parts, apart, missing };
}
