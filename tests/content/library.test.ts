import { describe, expect, it } from 'vitest';
import { article, problemsOf, readFiles, worksheet } from './folders.ts';

const PAGE = '---\ntitle: A page\n---\n';
const sheet = (number: number, edits: Record<string, string> = {}, body?: string) =>
  worksheet({ ...edits, 'number: 1': `number: ${number}` }, body);

describe('a library', () => {
  it('holds sheets and articles by number and pages by name', () => {
    const { library, problems } = readFiles({
      'en/worksheets/a.md': sheet(2),
      'en/worksheets/b.md': sheet(1),
      'en/guide/c.md': article({ 'number: 1': 'number: 10' }),
      'en/guide/d.md': article({ 'number: 1': 'number: 9' }),
      'en/pages/f.md': PAGE,
      'en/pages/e.md': PAGE,
    });
    const [shelf] = library.languages;
    expect(problems).toEqual([]);
    expect(
      [shelf?.worksheets, shelf?.articles, shelf?.pages].map((of) => of?.map(({ slug }) => slug)),
    ).toEqual([
      ['b', 'a'],
      ['d', 'c'],
      ['e', 'f'],
    ]);
  });

  it('has the language of the site first and the others by their names', () => {
    const { library } = readFiles({
      'site.yml': 'name: Sleep well\nlanguage: es\n',
      'de/worksheets/a.md': worksheet(),
      'en/worksheets/a.md': worksheet(),
      'es/worksheets/a.md': worksheet(),
    });
    expect(library.languages.map(({ lang }) => lang)).toEqual(['es', 'de', 'en']);
  });

  it('gives a worksheet what its author left out', () => {
    const [shelf] = readFiles({ 'en/worksheets/a.md': worksheet() }).library.languages;
    const defaults = { stopLine: false, requires: [], topics: [], paths: [], draft: false };
    expect(shelf?.worksheets[0]).toMatchObject(defaults);
  });

  it('knows where every part of a text stands', () => {
    const body = '\n## Night\n\n::lines[Why?]{#why}\n\nSee [that](#night). Öl.\n';
    const [shelf] = readFiles({ 'en/worksheets/a.md': worksheet({}, body) }).library.languages;
    const [it] = shelf?.worksheets ?? [];
    expect(it?.file).toBe('content/en/worksheets/a.md');
    expect(it?.positions['/purpose']).toEqual({ line: 7, column: 10 });
    expect(it?.blocks.map(({ line }) => line)).toEqual([17, 19, 21]);
    expect(it?.fields).toMatchObject([{ id: 'why', line: 19, column: 1 }]);
    expect(it?.links).toEqual([{ slug: '', fragment: 'night', line: 21, column: 5 }]);
    expect(it?.characters).toEqual({ Ö: { line: 21, column: 21 } });
  });

  it('holds only texts without a problem', () => {
    const { library } = readFiles({
      'en/worksheets/a.md': sheet(1),
      'en/worksheets/b.md': sheet(2, { 'minutes: 20': 'minutes: many' }),
    });
    expect(library.languages[0]?.worksheets.map(({ slug }) => slug)).toEqual(['a']);
  });

  it('is told to want a worksheet or an article when it has none', () => {
    expect(problemsOf({ 'en/pages/home.md': PAGE })).toMatchInlineSnapshot(`
      "content:1:1: expected at least one worksheet or article, found none
          Add content/en/worksheets/my-first-sheet.md."
    `);
  });

  it('names the language of the site when it wants a worksheet', () => {
    expect(problemsOf({ 'site.yml': 'name: Sueño\nlanguage: es\n' })).toMatchInlineSnapshot(`
      "content:1:1: expected at least one worksheet or article, found none
          Add content/es/worksheets/my-first-sheet.md."
    `);
  });

  it('is whole with a single article', () => {
    expect(problemsOf({ 'en/guide/night.md': article() })).toBe('');
  });

  it('tells its problems by file, line and column', () => {
    const files = {
      'en/worksheets/b.md': sheet(2, {}, 'See [b](no-b) and [c](no-c).\n\n[a](no-a)\n'),
      'en/worksheets/a.md': sheet(1, {}, '[z](no-z)\n'),
    };
    const { problems } = readFiles(files);
    expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'content/en/worksheets/a.md:16:1',
      'content/en/worksheets/b.md:16:5',
      'content/en/worksheets/b.md:16:19',
      'content/en/worksheets/b.md:18:1',
    ]);
  });
});

describe('a question', () => {
  it('belongs on a worksheet: in an article it would be typed into and lost', () => {
    const body = 'Think: :blank[of what]\n\n::lines[Why?]\n';
    expect(problemsOf({ 'en/guide/night.md': article({}, body) })).toMatchInlineSnapshot(`
      "content/en/guide/night.md:6:8: "blank" may stand in worksheets and packets only
          Link to the worksheet instead.
      content/en/guide/night.md:8:1: "lines" may stand in worksheets and packets only
          Link to the worksheet instead."
    `);
  });
});
