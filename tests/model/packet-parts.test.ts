import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { LanguageShelf, Library } from '../../scripts/model/library.ts';
import { type PacketOrder, planPacket } from '../../scripts/model/packet-parts.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';

let library: Library;
let shelf: LanguageShelf;

beforeAll(async () => {
  ({ library } = await loadReading(path.join(PROJECT_ROOT, 'content')));
  const [first] = library.languages;
  if (!first) throw new Error('the real content has no language');
  shelf = first;
});

const order = (sheets: string[], more: Partial<PacketOrder> = {}): PacketOrder => ({
  sheets,
  binds: 'sheets',
  copies: 'who',
  openers: false,
  sources: false,
  cites: [],
  blocks: [],
  ...more,
});

const plan = (sheets: string[], more: Partial<PacketOrder> = {}) =>
  planPacket(order(sheets, more), library, shelf);
const idsOf = (sheets: string[], more: Partial<PacketOrder> = {}) =>
  plan(sheets, more).parts.map(({ id }) => id);

describe('a packet', () => {
  it('has as many copies of a sheet as those who fill it in, one behind the other', () => {
    expect(idsOf(['trust-snapshot', 'our-ground-rules'])).toEqual([
      'cover',
      'contents',
      's6a',
      's6b',
      's3a',
    ]);
  });

  it('has one copy of each where it is a book for one person', () => {
    expect(idsOf(['trust-snapshot'], { copies: 'one' })).toEqual(['cover', 'contents', 's6a']);
  });

  it('gives a sheet that comes again names of its own', () => {
    const ids = idsOf(['trust-snapshot', 'our-ground-rules', 'trust-snapshot'], { copies: 'one' });
    expect(ids.slice(2)).toEqual(['s6a', 's3a', 's6b']);
  });

  it('binds no private sheet, and says where one is kept apart', () => {
    const { parts, apart } = plan(['is-this-the-right-time', 'our-ground-rules']);
    expect(parts.map(({ id }) => id)).toEqual(['cover', 'contents', 's3a']);
    expect(apart).toEqual([{ after: 'contents' }]);
  });

  it('opens each stage once, and leaves a sheet that comes again where it is asked for', () => {
    const sheets = ['our-ground-rules', 'my-steady-plan', 'say-it-gently', 'my-steady-plan'];
    const ids = idsOf(sheets, { openers: true, copies: 'one' });
    expect(ids.slice(2)).toEqual(['stage-0', 's3a', 'stage-1', 's4a', 'stage-4', 's16a', 's4b']);
  });

  it('tells which sheets build on one that is not before them', () => {
    const { missing } = plan(['a-full-apology', 'owning-what-i-did', 'hearing-the-hurt']);
    expect(missing.map(({ sheet, requires }) => [sheet.slug, requires])).toEqual([
      ['a-full-apology', ['owning-what-i-did']],
      ['hearing-the-hurt', ['our-ground-rules']],
    ]);
  });

  it('has every sheet, and whatever follows one, on a leaf of its own', () => {
    const blocks = shelf.companions[0]?.blocks ?? [];
    const first = blocks.find((block) => block.kind === 'heading');
    const closing = first?.kind === 'heading' ? first.id : '';
    const { parts } = plan(['trust-snapshot'], { blocks, closing, sources: true });
    expect(parts.map(({ id, newLeaf }) => [id, newLeaf])).toEqual([
      ['cover', true],
      ['contents', true],
      ['s6a', true],
      ['s6b', true],
      ['closing', true],
      ['sources', false],
    ]);
  });

  it('puts the notes for counselors behind the sheets, and names no private one there', () => {
    const sheets = ['is-this-the-right-time', 'our-ground-rules', 'trust-snapshot'];
    const { parts } = plan(sheets, { withCompanions: true });
    expect(parts.map(({ id }) => id).slice(2)).toEqual(['s3a', 's6a', 's6b', 'note-3', 'note-6']);
  });

  it('of notes alone holds those on private sheets too', () => {
    const sheets = ['is-this-the-right-time', 'our-ground-rules'];
    expect(idsOf(sheets, { binds: 'companions' }).slice(2)).toEqual(['note-1', 'note-3']);
  });

  it('lists each source of its sheets once', () => {
    const { parts } = plan(['trust-snapshot', 'weekly-check-in'], { sources: true });
    const last = parts.at(-1);
    expect(last?.kind === 'sources' && last.keys).toEqual([
      'rempel-1985',
      'trust-revisited-2025',
      'wieselquist-1999',
    ]);
  });
});
