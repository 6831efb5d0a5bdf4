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
      "content/en/guide/night.md:6:8: "blank" may stand in worksheets only
          Link to the worksheet instead.
      content/en/guide/night.md:8:1: "lines" may stand in worksheets only
          Link to the worksheet instead."
    `);
  });
});

describe('a link to another text', () => {
  const linkTo = (address: string, more: Record<string, string> = {}) =>
    problemsOf({ 'en/worksheets/a.md': worksheet({}, `One.\n\nSee [it](${address}).\n`), ...more });

  it('may lead to a sheet, an article or a page', () => {
    const files = {
      'en/worksheets/a.md': sheet(1, {}, '[b](b) [c](c) [d](d) [a](a)\n'),
      'en/worksheets/b.md': sheet(2),
      'en/guide/c.md': article({}, '[a](a)\n'),
      'en/pages/d.md': `${PAGE}[a](a)\n`,
    };
    expect(problemsOf(files)).toBe('');
  });

  it('is refused when there is no such text, with the nearest one', () => {
    expect(linkTo('wnid-down', { 'en/worksheets/wind-down.md': sheet(2) })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "wnid-down" to link to
          Did you mean "wind-down"?"
    `);
  });

  it('is refused when the text is there in another language only', () => {
    expect(linkTo('night', { 'es/guide/night.md': article() })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "night" to link to
          Known here: a."
    `);
  });

  it('may lead to a part of a text', () => {
    expect(linkTo('night#the-dark', { 'en/guide/night.md': article({}, '## The dark\n') })).toBe(
      '',
    );
  });

  it('is refused when the text has no such part, with the nearest one', () => {
    const files = { 'en/guide/night.md': article({}, '## The dark\n\n### Stars\n') };
    expect(linkTo('night#the-drak', files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: "night" has no heading "#the-drak"
          Did you mean "the-dark"?"
    `);
  });

  it('is refused when it leads to a part of its own text that is not there', () => {
    expect(linkTo('#nowhere')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: "a" has no heading "#nowhere"
          Known here: none."
    `);
  });

  it('is not refused because the other text has a problem of its own', () => {
    const body = '## The dark\n\n::lnes[Why?]\n';
    const files = { 'en/worksheets/night.md': sheet(2, { 'minutes: 20': 'minutes: many' }, body) };
    const problems = linkTo('night#the-dark', files);
    expect(problems).toMatchInlineSnapshot(`
      "content/en/worksheets/night.md:5:10: minutes: expected a whole number, found "many"
          How many minutes it takes.
      content/en/worksheets/night.md:18:1: unknown directive "lnes"
          Did you mean "lines"?"
    `);
  });

  it('is not refused because the front matter of the other text cannot be read', () => {
    const files = {
      'en/guide/night.md': article({ 'number: 1': 'number: 1: 2' }, '## The dark\n'),
    };
    expect(linkTo('night#the-dark', files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:3:9: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('is refused when it leads to a draft, for nobody could follow it', () => {
    const files = { 'en/guide/night.md': article({ 'number: 1': 'number: 1\ndraft: true' }) };
    expect(linkTo('night', files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:18:5: there is no text "night" to link to
          Known here: a."
    `);
  });
});

describe('a draft', () => {
  const draft = (edits: Record<string, string>, body?: string) => ({
    'en/worksheets/a.md': sheet(1),
    'en/worksheets/b.md': sheet(2, { 'minutes: 20': 'minutes: 20\ndraft: true', ...edits }, body),
  });

  it('is kept out of the library', () => {
    const { library } = readFiles(draft({}));
    expect(library.languages[0]?.worksheets.map(({ slug }) => slug)).toEqual(['a']);
  });

  it('may be as unfinished as it likes', () => {
    expect(problemsOf(draft({ 'who: alone': '' }, '::lnes[Why?] [x](nowhere)\n'))).toBe('');
  });

  it('leaves its number to others', () => {
    const files = { ...draft({}), 'en/worksheets/c.md': sheet(2) };
    expect(problemsOf(files)).toBe('');
  });

  it('is no draft when that is not said with true', () => {
    const files = { 'en/worksheets/a.md': worksheet({ 'minutes: 20': 'minutes: 20\ndraft: yes' }) };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:8: draft: expected true or false, found "yes"
          true keeps the sheet out of every build."
    `);
  });

  it('does not make a folder of nothing else whole', () => {
    const files = {
      'en/worksheets/a.md': worksheet({ 'minutes: 20': 'minutes: 20\ndraft: true' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content:1:1: expected at least one worksheet or article, found none
          Add content/en/worksheets/my-first-sheet.md."
    `);
  });
});

describe('sheets that come before', () => {
  const requiring = (list: string, more: Record<string, string> = {}) =>
    problemsOf({
      'en/worksheets/a.md': worksheet({ 'minutes: 20': `minutes: 20\nrequires: ${list}` }),
      'en/worksheets/wind-down.md': sheet(2),
      ...more,
    });

  it('are sheets of the same language', () => {
    expect(requiring('[wind-down]')).toBe('');
  });

  it('are refused when there is no such sheet, with the nearest one', () => {
    expect(requiring('[wind-down, wnid-down]')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:23: requires: there is no worksheet "wnid-down"
          Did you mean "wind-down"?"
    `);
  });

  it('are refused when they name the sheet itself', () => {
    expect(requiring('[a]')).toMatchInlineSnapshot(
      `"content/en/worksheets/a.md:6:12: requires: a sheet cannot come before itself"`,
    );
  });

  it('are refused when they name an article', () => {
    expect(requiring('[night]', { 'en/guide/night.md': article() })).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:12: requires: there is no worksheet "night"
          Known here: wind-down."
    `);
  });

  it('are named by their file names and not by their numbers', () => {
    expect(requiring('[2]')).toMatchInlineSnapshot(
      `"content/en/worksheets/a.md:6:12: requires[1]: expected words, found 2"`,
    );
  });

  it('are told to be a list when a single name is written', () => {
    expect(requiring('wind-down')).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:11: requires: expected a list, found "wind-down"
          Slugs of sheets to fill in before; printed, never enforced."
    `);
  });

  it('may have problems of their own', () => {
    const more = { 'en/worksheets/wind-down.md': sheet(2, { 'minutes: 20': 'minutes: many' }) };
    expect(requiring('[wind-down]', more)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:5:10: minutes: expected a whole number, found "many"
          How many minutes it takes."
    `);
  });
});

describe('the sheets of an article', () => {
  it('are refused when there is no such sheet, with the nearest one', () => {
    const files = {
      'en/worksheets/wind-down.md': worksheet(),
      'en/guide/night.md': article({
        'number: 1': 'number: 1\nsheets:\n  - wind-down\n  - wnid-down',
      }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:6:5: sheets: there is no worksheet "wnid-down"
          Did you mean "wind-down"?"
    `);
  });
});

describe('names and numbers', () => {
  it('are refused when two kinds of text share a file name', () => {
    const files = {
      'en/guide/night.md': article(),
      'en/pages/night.md': PAGE,
      'en/worksheets/night.md': worksheet(),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/night.md:2:1: the slug "night" is taken by content/en/guide/night.md
          Slugs are unique in a language; rename one file.
      content/en/worksheets/night.md:2:1: the slug "night" is taken by content/en/pages/night.md
          Slugs are unique in a language; rename one file."
    `);
  });

  it('may be shared by texts of two languages', () => {
    const files = { 'en/worksheets/night.md': worksheet(), 'es/worksheets/night.md': worksheet() };
    expect(problemsOf(files)).toBe('');
  });

  it('are refused when two sheets have the same number', () => {
    const files = { 'en/worksheets/a.md': sheet(7), 'en/worksheets/b.md': sheet(7) };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/b.md:3:9: the number 7 is taken by content/en/worksheets/a.md
          Numbers are unique; choose a free one."
    `);
  });

  it('may be shared by a sheet and an article', () => {
    const files = { 'en/worksheets/a.md': sheet(1), 'en/guide/b.md': article() };
    expect(problemsOf(files)).toBe('');
  });

  it('are not called the same because both are missing', () => {
    const files = {
      'en/guide/a.md': article({ 'number: 1': '' }),
      'en/guide/b.md': article({ 'number: 1': '' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/a.md:1:1: the key "number" is missing
          Place in the guide.
      content/en/guide/b.md:1:1: the key "number" is missing
          Place in the guide."
    `);
  });
});
