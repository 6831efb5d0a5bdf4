import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { Packet } from '../../scripts/model/document.ts';
import type { LanguageShelf, Library } from '../../scripts/model/library.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { type PacketPlan, planPacket } from '../../scripts/model/packet-parts.ts';
import { type PdfFacts, readFacts } from '../../scripts/pdf/facts.ts';
import { withPdf } from '../pdf/open-pdf.ts';
import { openRealBuild } from './real-build.ts';

type Opened = {
  packet: Packet;
  plan: PacketPlan;
  facts: PdfFacts;
  front: Front;
};

/** Editions that packets are bound in; on A4, for the other paper is the same print moved. */
const EDITIONS = ['standard', 'large'] as const;

let out: string;
let manifest: Manifest;
let library: Library;
let shelf: LanguageShelf;

beforeAll(async () => {
  out = await openRealBuild();
  manifest = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')) as Manifest;
  ({ library } = await loadReading('content'));
  const [first] = library.languages;
  if (!first) throw new Error('the real content has no language');
  shelf = first;
}, 400_000);

async function openPackets(edition: string): Promise<Opened[]> {
  return Promise.all(
    manifest.packets.map(async (entry) => {
      const packet = shelf.packets.find(({ slug }) => slug === entry.slug);
      const file = entry.files.find((one) => one.edition === edition && one.paper === 'a4');
      if (!packet || !file) throw new Error(`${entry.slug} has no ${edition} file`);
      const bytes = await readFile(path.join(out, file.path));
      const facts = await readFacts(bytes);
      const plan = planPacket(packet, library, shelf);
      return { packet, plan, facts, front: await readFront(bytes) };
    }),
  );
}

/** What a sheet's own file holds. */
async function sheetFacts(slug: string, edition: string): Promise<PdfFacts> {
  const entry = manifest.worksheets.find((one) => one.slug === slug);
  const file = entry?.files.find((one) => one.edition === edition && one.paper === 'a4');
  return readFacts(await readFile(path.join(out, file?.path ?? slug)));
}

/** A line of the contents: the page that is written there, and that to which its link leads. */
type Line = { named: number; leadsTo: number; words: string };
/** What a reader sees of a packet without leafing through all of it. */
type Front = { titles: string[]; words: string; lines: Line[] };

type Outline = { title: string; items: Outline }[];
const titlesIn = (nodes: Outline): string[] =>
  nodes.flatMap(({ title, items }) => [title, ...titlesIn(items)]);

async function textsOf(document: PDFDocumentProxy, number: number) {
  const { items } = await (await document.getPage(number)).getTextContent();
  return items.flatMap((item) =>
    'str' in item
      ? [{ text: item.str, x: Number(item.transform[4]), y: Math.round(Number(item.transform[5])) }]
      : [],
  );
}

const wordsOf = async (document: PDFDocumentProxy, number: number) =>
  (await textsOf(document, number))
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' ');

/** The numbers at the right edge of a page, from the top; one that is kerned comes in pieces. */
async function numbersOn(document: PDFDocumentProxy, page: number): Promise<number[]> {
  const rows = new Map<number, string>();
  for (const { text, x, y } of await textsOf(document, page)) {
    // The running foot has a number too.
    if (/^\d{1,3}$/.test(text) && x > 500 && y > 70) rows.set(y, (rows.get(y) ?? '') + text);
  }
  return [...rows.values()].map(Number);
}

async function linksOn(document: PDFDocumentProxy, page: number): Promise<number[]> {
  const annotations = await (await document.getPage(page)).getAnnotations();
  const inside = annotations.flatMap(({ dest }) => (dest ? [dest] : []));
  return Promise.all(
    inside.map(async (dest) => {
      const [ref] = (await document.getDestination(dest)) ?? [];
      return 1 + (await document.getPageIndex(ref));
    }),
  );
}

function readFront(bytes: Uint8Array): Promise<Front> {
  return withPdf(bytes, async (document) => {
    const outline = (await document.getOutline()) as Outline;
    const front: Front = { titles: titlesIn(outline), words: '', lines: [] };
    // The contents stand on the second leaf.
    for (let page = 3; ; page++) {
      const links = await linksOn(document, page);
      if (links.length === 0) return front;
      front.words += await wordsOf(document, page);
      const numbers = await numbersOn(document, page);
      expect(numbers.length).toBe(links.length);
      for (const [at, named] of numbers.entries()) {
        const words = await wordsOf(document, named);
        front.lines.push({ named, leadsTo: links[at] ?? 0, words });
      }
    }
  });
}

describe('the packets of the real content', () => {
  it('are all there, in both editions, on both papers, under names that tell nothing', () => {
    const slugs = manifest.packets.map(({ slug }) => slug);
    expect(slugs).toEqual(shelf.packets.map(({ slug }) => slug));
    expect(slugs.length).toBeGreaterThanOrEqual(8);
    for (const { number, files } of manifest.packets) {
      expect(files.map((file) => file.path)).toEqual([
        `pdf/en/packet-${number}-a4.pdf`,
        `pdf/en/packet-${number}-letter.pdf`,
        `pdf/en/packet-${number}-a4-large.pdf`,
        `pdf/en/packet-${number}-letter-large.pdf`,
      ]);
    }
  });
});

describe.each(EDITIONS)('each packet in %s print', (edition) => {
  let packets: Opened[];

  beforeAll(async () => {
    packets = await openPackets(edition);
  });

  it('has the titles, fields and figures of all its sheets, and one title for each other part', async () => {
    for (const { packet, plan, facts } of packets) {
      const sheets = plan.parts.filter((part) => part.kind === 'sheet');
      const own = await Promise.all(
        sheets.map(({ worksheet }) => sheetFacts(worksheet.slug, edition)),
      );
      const sum = (tag: string) => own.reduce((all, { tags }) => all + (tags[tag] ?? 0), 0);
      const others = plan.parts.length - sheets.length;
      const written = facts.widgets.filter(({ name }) => /^(opening|closing)-/.test(name)).length;
      expect([packet.slug, facts.tags['H1']]).toEqual([packet.slug, sum('H1') + others]);
      expect([packet.slug, facts.tags['Form'] ?? 0]).toEqual([packet.slug, sum('Form') + written]);
      expect([packet.slug, facts.tags['Figure'] ?? 0]).toEqual([packet.slug, sum('Figure')]);
      expect(facts.widgets.length).toBe(facts.tags['Form'] ?? 0);
    }
  });

  it('names no two fields alike, and tags each of them', () => {
    for (const { facts } of packets) {
      const keys = facts.widgets.map(({ name, state }) => `${name}?${state ?? ''}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(facts.widgets.filter(({ tagged, label }) => !tagged || !label)).toEqual([]);
    }
  });

  it('names in its contents the pages on which its parts begin', () => {
    for (const { packet, plan, front } of packets) {
      const listed = plan.parts.filter((part) => {
        const isListed = part.kind !== 'cover' && part.kind !== 'contents';
        return isListed && (part.kind !== 'sheet' || part.copy === 1);
      });
      expect([packet.slug, front.lines.length]).toEqual([packet.slug, listed.length]);
      for (const [at, { named, leadsTo, words }] of front.lines.entries()) {
        expect([packet.slug, named]).toEqual([packet.slug, leadsTo]);
        const part = listed[at];
        if (part?.kind !== 'sheet' && part?.kind !== 'companion') continue;
        expect([packet.slug, named, words]).toEqual([
          packet.slug,
          named,
          expect.stringContaining(part.worksheet.title),
        ]);
      }
    }
  });

  it('begins every copy of a sheet on a leaf of its own', () => {
    for (const { plan, facts } of packets) {
      for (const part of plan.parts) {
        if (part.kind !== 'sheet') continue;
        const own = facts.widgets.filter(({ name }) => name.startsWith(`${part.id}-`));
        const leaves = new Set(own.map(({ page }) => Math.floor(page / 2)));
        const others = facts.widgets.filter(
          ({ name, page }) => leaves.has(Math.floor(page / 2)) && !name.startsWith(`${part.id}-`),
        );
        expect(others).toEqual([]);
      }
    }
  });

  it('says nothing of a private sheet but that one is kept apart', () => {
    const secret = shelf.worksheets.filter((sheet) => sheet.private);
    expect(secret.length).toBeGreaterThan(0);
    for (const { packet, plan, front } of packets) {
      if (packet.binds !== 'sheets') continue;
      for (const { slug, title } of secret) {
        expect(front.titles).not.toContain(title);
        const isAsked = packet.sheets.includes(slug);
        expect(plan.apart.length > 0).toBe(isAsked);
        expect(front.words.includes('It is kept apart')).toBe(isAsked);
      }
    }
  });
});
