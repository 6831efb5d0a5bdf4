import type { BuilderData, BuilderSheet } from '../../../scripts/model/builder-data.ts';
import { PAPERS, type Paper } from '../../../scripts/model/edition.ts';
import type { BoundPacket } from '../bind-pdf/bind-packet.ts';
import type { OrderedSheet, PacketOrder, SheetApart } from '../bind-pdf/packet-order.ts';
import { findSheet, say, sayCount } from './builder-data.ts';

/** What is to be made. */
export type PacketRequest = {
  /** Stems of sheets, in order. */
  sheets: readonly string[];
  /** How many of each; none where each sheet asks for its own. */
  copies?: number;
  paper: string;
  print: string;
  isTwoSided: boolean;
  practice: string;
};

/** What is told while it is made. */
export type Progress = { done: number; all: number };

type Tell = (progress: Progress) => void;

/** A finished packet, or the letters of the practice's name that cannot be set. */
export type MadePacket = { ok: true; blob: Blob; pages: number } | { ok: false; letters: string[] };

async function fetchFile(
  sheet: BuilderSheet,
  { paper, print }: PacketRequest,
): Promise<Uint8Array> {
  const file = sheet.files.find((one) => one.paper === paper && one.edition === print);
  if (!file) throw new Error(`there is no ${print} file of "${sheet.title}" for ${paper}`);
  const response = await fetch(file.href, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${file.href}: expected a file, found ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function findPaper(name: string): Paper {
  return PAPERS.find((paper) => paper.name === name) ?? PAPERS[0];
}

function toWords(data: BuilderData, sheets: number): PacketOrder['words'] {
  const words = (key: string) => data.words[key] ?? '';
  return {
    siteName: words('siteName'),
    summary: sayCount(data, 'sheets', sheets),
    stop: words('stop'),
    licence: words('licence'),
    contents: words('contents'),
    apart: words('apart'),
    blank: words('blank'),
    copy: words('copy'),
    page: words('page'),
  };
}

async function toItems(
  data: BuilderData,
  request: PacketRequest,
  tell: Tell,
): Promise<(OrderedSheet | SheetApart)[]> {
  const sheets = request.sheets.flatMap((stem) => findSheet(data, stem) ?? []);
  const all = sheets.filter(({ isPrivate }) => !isPrivate).length;
  let done = 0;
  return Promise.all(
    sheets.map(async (sheet): Promise<OrderedSheet | SheetApart> => {
      if (sheet.isPrivate) return { apart: true };
      const bytes = await fetchFile(sheet, request);
      done += 1;
      tell({ done, all });
      const copies = request.copies ?? sheet.copies;
      const words = copies > 1 ? [say(data, 'copies', { copies })] : [];
      const { stem, title, numberLabel: number, details } = sheet;
      return { stem, title, number, details: [...details, ...words], copies, bytes };
    }),
  );
}

/** No chosen sheet may have the font that the cover is set in; then another one lends it. */
async function lendFont(
  data: BuilderData,
  request: PacketRequest,
): Promise<Uint8Array | undefined> {
  const isThere = request.sheets.some((stem) => findSheet(data, stem)?.hasFields);
  const lender = isThere ? undefined : data.sheets.find(({ hasFields }) => hasFields);
  return lender && fetchFile(lender, request);
}

/** Fetches the sheets and binds them; all of it on this device. */
export async function makePacket(
  data: BuilderData,
  request: PacketRequest,
  tell: Tell,
): Promise<MadePacket> {
  const [items, fontFile, { bindPacket }] = await Promise.all([
    toItems(data, request, tell),
    lendFont(data, request),
    import('../bind-pdf/bind-packet.ts'),
  ]);
  const bound: BoundPacket = await bindPacket({
    title: say(data, 'packetTitle'),
    lang: data.lang,
    practice: request.practice,
    paper: findPaper(request.paper),
    isLarge: request.print === 'large',
    isTwoSided: request.isTwoSided,
    words: toWords(data, items.length),
    items,
    fontFile,
  });
  if (!bound.ok) return bound;
  const blob = new Blob([bound.bytes], { type: 'application/pdf' });
  return { ok: true, blob, pages: bound.pages };
}
