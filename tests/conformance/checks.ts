import { availableParallelism } from 'node:os';
import type { Manifest, SheetFile } from '../../scripts/model/manifest.ts';
import { runTool } from './tools.ts';

/** A PDF to be looked at, and what the manifest says of it. */
export type Subject = {
  path: string;
  title: string;
  lang: string;
  /** Fields of the sheet; its two-minute version has some of them, its example and a private sheet none. */
  names: string[];
  /** Whether it binds sheets that are looked at by themselves too. */
  isPacket: boolean;
  file: SheetFile;
};

const PROCESSORS = availableParallelism();

/** What one tool found wrong, one line each; none when all is well. */
export type Findings = string[];

/** Every PDF that the manifest lists, those of packets and of the specimen too. */
export function subjectsOf(
  manifest: Manifest,
  out: string,
  packetNames: ReadonlyMap<string, string[]>,
): Subject[] {
  const sheets = manifest.worksheets.flatMap(({ title, lang, fields, files }) =>
    files.map((file) => ({
      path: `${out}/${file.path}`,
      title,
      lang,
      names: file.edition === 'example' ? [] : fields.flatMap(({ names }) => names),
      isPacket: false,
      file,
    })),
  );
  const packets = manifest.packets.flatMap(({ title, lang, slug, files }) =>
    files.map((file) => ({
      path: `${out}/${file.path}`,
      title,
      lang,
      names: packetNames.get(`${lang}/${slug}`) ?? [],
      isPacket: true,
      file,
    })),
  );
  const shown = manifest.specimen?.files ?? [];
  return [
    // The longest first: none should be waited for at the end.
    ...packets,
    ...sheets,
    ...shown.map(({ title, lang, names, ...file }) => {
      return { path: `${out}/${file.path}`, title, lang, names, isPacket: false, file };
    }),
  ];
}

type Judged = { path: string; finding: string };

/**
 * veraPDF's word on PDF/UA-1 for some files in one start; a file it does not name has failed. There
 * is a start for each processor, so the one that tidies Java's memory needs no threads of its own.
 */
async function judge(jar: string, paths: readonly string[]): Promise<Judged[]> {
  if (paths.length === 0) return [];
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const args = [
    '-XX:+UseSerialGC',
    '-cp',
    jar,
    main,
    '-f',
    'ua1',
    '--format',
    'text',
    '-v',
    ...paths,
  ];
  const { stdout } = await runTool('java', args);
  const passed = new Set([...stdout.matchAll(/^PASS (.+?) ua1/gm)].map((match) => match[1]));
  const failed = paths.filter((path) => ![...passed].some((name) => name?.endsWith(path)));
  return failed.map((path) => {
    const details = stdout
      .split('\n')
      .filter((line) => line.includes(path) || /^\s+FAIL/.test(line));
    return { path, finding: `${path}: not PDF/UA-1\n${details.slice(0, 12).join('\n')}` };
  });
}

/** Parts a list so that each part has as much of the beginning as of the end. */
function deal<Item>(items: readonly Item[], hands: number): Item[][] {
  return Array.from({ length: hands }, (_, hand) =>
    items.filter((_item, at) => at % hands === hand),
  );
}

/**
 * veraPDF's word on PDF/UA-1 for lists of files, list by list. It uses one processor, so it is started
 * once for each; and once for all lists, for it is slow until it has seen some files.
 */
export async function checkPdfUa(
  jar: string,
  lists: readonly (readonly string[])[],
): Promise<Findings[]> {
  const hands = deal(lists.flat(), PROCESSORS);
  const judged = (await Promise.all(hands.map((some) => judge(jar, some)))).flat();
  return lists.map((paths) =>
    judged.filter(({ path }) => paths.includes(path)).map(({ finding }) => finding),
  );
}

/** Does work on all items, as many at once as there are processors; results in the order of the items. */
export async function onEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const drain = async () => {
    for (const [at, item] of waiting) results[at] = await work(item, at);
  };
  await Promise.all(Array.from({ length: PROCESSORS }, drain));
  return results;
}

/** qpdf's word on the file's structure. */
export async function checkSyntax({ path }: Subject): Promise<Findings> {
  const { code, stdout, stderr } = await runTool('qpdf', ['--check', path]);
  return code === 0 ? [] : [`${path}: ${stdout}${stderr}`.trim()];
}

function infoOf(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const match = /^([^:]+):\s*(.*)$/.exec(line);
      return match ? [[match[1] ?? '', match[2] ?? '']] : [];
    }),
  );
}

/** Poppler's word on title, tags, pages, paper, scripts and fonts. */
export async function checkInformation({ path, title, names, file }: Subject): Promise<Findings> {
  const info = infoOf((await runTool('pdfinfo', [path])).stdout);
  const paper = { a4: /595\.2\d* x 841\.89 pts/, letter: /612 x 792 pts/ }[file.paper];
  const wanted: [key: string, value: string][] = [
    ['Title', title],
    ['Tagged', 'yes'],
    ['Form', names.length > 0 ? 'AcroForm' : 'none'],
    ['JavaScript', 'no'],
    ['Pages', String(file.pages)],
    ['Encrypted', 'no'],
  ];
  const wrong = wanted
    .filter(([key, value]) => (info.get(key) ?? '') !== value)
    .map(([key, value]) => `${path}: ${key} is "${info.get(key)}", expected "${value}"`);
  if (!paper.test(info.get('Page size') ?? ''))
    wrong.push(`${path}: page size ${info.get('Page size')}`);
  const fonts = (await runTool('pdffonts', [path])).stdout.split('\n').slice(2).filter(Boolean);
  const unfit = fonts.filter(
    (line) => line.includes('Type 3') || !/ yes +(yes|no) +(yes|no) /.test(line),
  );
  return [...wrong, ...unfit.map((line) => `${path}: font not embedded, or Type 3: ${line}`)];
}

type Filled = {
  wanted: { name: string; label: string; state: string | boolean }[];
  found: (string | boolean)[];
};

/** Poppler fills every field, saves, and reads the copy: names, labels and values must be there. */
export async function checkFilling(
  { path, names, file }: Subject,
  copy: string,
): Promise<Findings> {
  const script = new URL('./poppler-fields.py', import.meta.url).pathname;
  const { code, stdout, stderr } = await runTool('/usr/bin/python3', [script, path, copy]);
  if (code !== 0) return [`${path}: Poppler could not fill it: ${stderr}`];
  const { wanted, found } = JSON.parse(stdout) as Filled;
  const seen = new Set(wanted.map(({ name }) => name));
  const isShort = file.edition === 'short';
  const expected = isShort ? names.filter((name) => seen.has(name)) : names;
  const missing = expected.filter((name) => !seen.has(name));
  const unknown = [...seen].filter((name) => !names.includes(name));
  const unnamed = wanted.filter(({ label }) => !label).map(({ name }) => name);
  const lost = wanted.filter(({ state }, index) => state !== found[index]).map(({ name }) => name);
  const empty = expected.filter((name) =>
    wanted.every((field) => field.name !== name || !field.state),
  );
  const say = (what: string, which: string[]) =>
    which.length > 0 ? [`${path}: ${what}: ${which.join(', ')}`] : [];
  return [
    ...say('fields missing', missing),
    ...say('fields that the manifest does not know', unknown),
    ...(names.length > 0 && seen.size === 0 ? [`${path}: no field at all`] : []),
    ...say('fields without a label', unnamed),
    ...say('values lost on saving', lost),
    ...say('fields that would not take a value', empty),
  ];
}
