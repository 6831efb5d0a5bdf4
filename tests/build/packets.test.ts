import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { Packet } from '../../scripts/model/document.ts';
import type { LanguageShelf, Library } from '../../scripts/model/library.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { type PacketPlan, planPacket } from '../../scripts/model/packet-parts.ts';
import { type PdfFacts, readFacts } from '../../scripts/pdf/facts.ts';
import { type OutlineNode, readPdf, withPdf } from '../pdf/open-pdf.ts';
import { openRealBuild } from './real-build.ts';

type PacketEntry = Manifest['packets'][number];
type Opened = {
  packet: Packet;
  plan: PacketPlan;
  entry: PacketEntry;
  facts: PdfFacts;
  bytes: Buffer;
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
      return { packet, plan: planPacket(packet, library, shelf), entry, facts, bytes };
    }),
  );
}

/** What a sheet's own file holds. */
async function sheetFacts(slug: string, edition: string): Promise<PdfFacts> {
  const entry = manifest.worksheets.find((one) => one.slug === slug);
  const file = entry?.files.find((one) => one.edition === edition && one.paper === 'a4');
  return readFacts(await readFile(path.join(out, file?.path ?? slug)));
}

type Line = { named: number; leadsTo: number };

/**
 * The contents line by line: the page that is written at the right edge, and the one that the link
 * before it leads to.
 */
function readContents(bytes: Uint8Array): Promise<Line[]> {
  return withPdf(bytes, async (document) => {
    const links: number[] = [];
    const numbers: number[] = [];
    for (let number = 3; ; number++) {
      const page = await document.getPage(number);
      const inside = (await page.getAnnotations()).filter(({ dest }) => dest);
      if (inside.length === 0) break;
      for (const { dest } of inside) {
        const [ref] = (await document.getDestination(dest)) ?? [];
        links.push(await document.getPageIndex(ref));
      }
      const { items } = await page.getTextContent();
      const rows = new Map<number, string>();
      for (const item of items) {
        if (!('str' in item)) continue;
        const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
        // The running foot has a number too. One that is kerned comes in pieces.
        if (/^\d{1,3}$/.test(item.str) && x > 500 && y > 70) {
          rows.set(y, (rows.get(y) ?? '') + item.str);
        }
      }
      numbers.push(...[...rows.values()].map(Number));
    }
    expect(numbers.length).toBe(links.length);
    return numbers.map((named, at) => ({ named, leadsTo: (links[at] ?? -1) + 1 }));
  });
}

const flat = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.items)]);

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

  it('names in its contents the pages on which its parts begin', async () => {
    for (const { packet, plan, bytes } of packets) {
      const lines = await readContents(bytes);
      const expected = plan.parts.filter((part) => {
        const isListed = part.kind !== 'cover' && part.kind !== 'contents';
        return isListed && (part.kind !== 'sheet' || part.copy === 1);
      });
      expect([packet.slug, lines.length]).toEqual([packet.slug, expected.length]);
      expect(lines.filter(({ named, leadsTo }) => named !== leadsTo)).toEqual([]);
      const { pages } = await readPdf(bytes);
      for (const [at, { named }] of lines.entries()) {
        const part = expected[at];
        if (part?.kind !== 'sheet' && part?.kind !== 'companion') continue;
        const words = pages[named - 1]?.texts.map(({ text }) => text).join(' ') ?? '';
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

  it('says nothing of a private sheet but that one is kept apart', async () => {
    const secret = shelf.worksheets.filter((sheet) => sheet.private);
    expect(secret.length).toBeGreaterThan(0);
    for (const { packet, plan, bytes } of packets.filter((one) => one.packet.binds === 'sheets')) {
      const pdf = await readPdf(bytes);
      const titles = flat(pdf.outline).map(({ title }) => title);
      for (const { slug, title } of secret) {
        expect(titles).not.toContain(title);
        const isAsked = packet.sheets.includes(slug);
        expect(plan.apart.length > 0).toBe(isAsked);
        const words = pdf.pages.slice(0, 6).flatMap(({ texts }) => texts.map(({ text }) => text));
        expect(words.join(' ').includes('It is kept apart')).toBe(isAsked);
      }
    }
  });
});
