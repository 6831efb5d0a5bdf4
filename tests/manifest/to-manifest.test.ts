import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import { sha256, toManifest } from '../../scripts/manifest/to-manifest.ts';
import type { Library } from '../../scripts/model/library.ts';
import { NO_OUTPUTS, type SheetOutput } from '../../scripts/model/manifest.ts';
import { BETTER_SLEEP, PROJECT_ROOT } from '../build/run-build.ts';

const GENERATOR = { name: 'a test', version: '1', node: 'v24', chromium: 'none' };

let library: Library;

beforeAll(async () => {
  ({ library } = await loadReading(path.join(PROJECT_ROOT, BETTER_SLEEP)));
});

/** What printing a sheet left, as short as can be. */
const output = (slug: string, number: number): SheetOutput => ({
  lang: 'en',
  slug,
  files: [
    {
      path: `pdf/en/sheet-${number}-a4.pdf`,
      paper: 'a4',
      edition: 'standard',
      pages: 1,
      bytes: 3,
      sha256: sha256(Buffer.from('pdf')),
    },
  ],
  picture: { path: `pdf/en/sheet-${number}.png`, widthPx: 10, heightPx: 14 },
});

const printed = (sheets: SheetOutput[]) => ({ sheets, packets: [] });

describe('the manifest', () => {
  it('lists sheets in the order of their numbers, whatever was printed first', () => {
    const outputs = [output('wind-down', 2), output('sleep-diary', 1)];
    const { worksheets } = toManifest(library, printed(outputs), GENERATOR);
    expect(worksheets.map(({ number, slug }) => [number, slug])).toEqual([
      [1, 'sleep-diary'],
      [2, 'wind-down'],
    ]);
  });

  it('names the line for a name and a date before the questions', () => {
    const shelves = library.languages.map((shelf) => ({
      ...shelf,
      worksheets: shelf.worksheets.map((sheet) => ({ ...sheet, nameLine: true })),
    }));
    const named = { ...library, languages: shelves };
    const [entry] = toManifest(named, printed([output('wind-down', 2)]), GENERATOR).worksheets;
    expect(entry?.fields.slice(0, 2)).toEqual([
      { id: 'name', kind: 'blank', label: 'Name:', names: ['name'] },
      { id: 'date', kind: 'blank', label: 'Date:', names: ['date'] },
    ]);
    expect(entry?.fields[2]?.id).toBe('try');
  });

  it('holds of a sheet what a program needs to find it and to fill it in', () => {
    const [entry] = toManifest(library, printed([output('wind-down', 2)]), GENERATOR).worksheets;
    const { fields, files, picture, ...facts } = entry ?? { fields: [], files: [], picture: {} };
    expect(facts).toEqual({
      slug: 'wind-down',
      number: 2,
      lang: 'en',
      title: 'Wind down',
      stage: 'change',
      who: 'sleeper',
      minutes: 10,
      url: '/worksheets/wind-down/',
      private: false,
    });
    expect(fields[1]).toEqual({
      id: 'begins',
      kind: 'blank',
      label: 'time of the last hour',
      names: ['begins'],
    });
    expect([files, picture]).toEqual([output('x', 2).files, output('x', 2).picture]);
  });

  it('leaves out a sheet that was not printed', () => {
    expect(toManifest(library, NO_OUTPUTS, GENERATOR).worksheets).toEqual([]);
  });

  it('writes the path that the site lives under into every address', () => {
    const moved = { ...library, site: { ...library.site, pathPrefix: '/a/b/' } };
    const { articles, worksheets } = toManifest(
      moved,
      printed([output('wind-down', 2)]),
      GENERATOR,
    );
    expect([articles[0]?.url, worksheets[0]?.url]).toEqual([
      '/a/b/guide/what-helps/',
      '/a/b/worksheets/wind-down/',
    ]);
  });

  it('names the program, the browser and the runtime that made it', () => {
    expect(toManifest(library, NO_OUTPUTS, GENERATOR).generator).toEqual(GENERATOR);
  });
});

describe('a digest', () => {
  it('is the SHA-256 of the bytes', () => {
    expect(sha256(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('names no field of a private sheet, for its PDF has none', () => {
    const secret = structuredClone(library);
    for (const sheet of secret.languages[0]?.worksheets ?? []) sheet.private = true;
    const [entry] = toManifest(secret, printed([output('wind-down', 2)]), GENERATOR).worksheets;
    expect(entry?.private).toBe(true);
    expect(entry?.fields.flatMap(({ names }) => names)).toEqual([]);
    expect(entry?.fields.length).toBeGreaterThan(0);
  });
});
