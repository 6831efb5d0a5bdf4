import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles, worksheet } from './folders.ts';

const GOOD = { 'en/worksheets/wind-down.md': worksheet() };
const PAGE = '---\ntitle: A page\n---\n';

describe('the files of a content folder', () => {
  it('are its own, and for each language sheets, articles, pages and words', () => {
    const files = {
      ...GOOD,
      'README.md': '# Notes\n',
      'vocabulary.yml': 'topics: []\n',
      'sources.yml': '{}\n',
      'en/strings.yml': 'home: Start\n',
      'en/pages/about.md': PAGE,
      'en/guide/night.md': '---\ntitle: Night\nnumber: 1\nsummary: Dark.\n---\n',
      'pt-BR/worksheets/wind-down.md': worksheet(),
    };
    expect(problemsOf(files)).toBe('');
  });

  it('have no place elsewhere', () => {
    const files = {
      ...GOOD,
      'notes.txt': 'a',
      'en/notes.md': PAGE,
      'en/sheets/a.md': PAGE,
      'en/pages/more/a.md': PAGE,
      'english/pages/a.md': PAGE,
      'en/site.yml': 'name: Night\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/notes.md:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets.
      content/en/pages/more/a.md:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets.
      content/en/sheets/a.md:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets.
      content/en/site.yml:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets.
      content/english/pages/a.md:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets.
      content/notes.txt:1:1: this file has no place in a content folder
          A content folder holds site.yml, vocabulary.yml, sources.yml, helplines.yml, rules.yml, README.md and, for each language, strings.yml, worksheets, guide, pages, companions, packets."
    `);
  });

  it('have names that can stand in an address', () => {
    const files = {
      ...GOOD,
      'en/pages/About Us.md': PAGE,
      'en/pages/a_b.md': PAGE,
      'en/pages/-a.md': PAGE,
      'en/pages/über.md': PAGE,
      'en/pages/a.markdown': PAGE,
      'en/pages/a--b.md': PAGE,
      'en/pages/24-hours.md': PAGE,
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/-a.md:1:1: "-a.md" cannot be an address
          Lower case letters, digits and hyphens, then ".md".
      content/en/pages/About Us.md:1:1: "About Us.md" cannot be an address
          Lower case letters, digits and hyphens, then ".md".
      content/en/pages/a--b.md:1:1: "a--b.md" cannot be an address
          Lower case letters, digits and hyphens, then ".md".
      content/en/pages/a.markdown:1:1: "a.markdown" cannot be an address
          Lower case letters, digits and hyphens, then ".md".
      content/en/pages/a_b.md:1:1: "a_b.md" cannot be an address
          Lower case letters, digits and hyphens, then ".md".
      content/en/pages/über.md:1:1: "über.md" cannot be an address
          Lower case letters, digits and hyphens, then ".md"."
    `);
  });

  it('do not take an address that the site itself needs', () => {
    const files = {
      ...GOOD,
      'en/pages/guide.md': PAGE,
      'en/pages/worksheets.md': PAGE,
      'en/pages/pdf.md': PAGE,
      'en/pages/assets.md': PAGE,
      'en/pages/404.md': PAGE,
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/pages/404.md:1:1: the address "/404/" is the site's own
          Choose another file name.
      content/en/pages/assets.md:1:1: the address "/assets/" is the site's own
          Choose another file name.
      content/en/pages/guide.md:1:1: the address "/guide/" is the site's own
          Choose another file name.
      content/en/pages/pdf.md:1:1: the address "/pdf/" is the site's own
          Choose another file name.
      content/en/pages/worksheets.md:1:1: the address "/worksheets/" is the site's own
          Choose another file name."
    `);
  });

  it('leave a packet of readers’ own its address', () => {
    expect(problemsOf({ ...GOOD, 'en/packets/build.md': PAGE })).toContain(
      'the address "/packets/build/" is the site\'s own',
    );
  });

  it('may have such a name where it stands in nobody’s way', () => {
    expect(problemsOf({ 'en/worksheets/pdf.md': worksheet() })).toBe('');
  });

  it('are told to want a site.yml when there is none', () => {
    expect(problemsOf({ ...GOOD, 'site.yml': '' })).toMatchInlineSnapshot(`
      "content/site.yml:1:1: expected site.yml, found none
          It needs one line: name: My site"
    `);
  });
});

describe('what a folder does not say', () => {
  it('is set for it: path, language, who fills in, how strong evidence is', () => {
    const { library } = readFiles(GOOD);
    expect(library.site).toEqual({
      name: 'Sleep well',
      pathPrefix: '/',
      language: 'en',
    });
    expect(library.vocabulary).toMatchObject({ stages: [], topics: [], paths: [] });
    expect(library.vocabulary.who.map(({ id }) => id)).toEqual(['alone', 'together']);
    expect(library.vocabulary.strengths).toHaveLength(4);
    expect(library.sources).toEqual({});
  });

  it('is set key by key: a folder may change one and keep the rest', () => {
    const { library } = readFiles({
      ...GOOD,
      'site.yml': 'name: Night\npathPrefix: /night/\n',
      'vocabulary.yml': 'who: [{id: alone, label: By yourself, copies: 1}]\n',
    });
    expect(library.site).toMatchObject({ name: 'Night', pathPrefix: '/night/', language: 'en' });
    expect(library.vocabulary.who).toEqual([{ id: 'alone', label: 'By yourself', copies: 1 }]);
    expect(library.vocabulary.strengths).toHaveLength(4);
  });
});

describe('the words of a language', () => {
  const stringsProblems = (text: string) => problemsOf({ ...GOOD, 'en/strings.yml': text });

  it('replace the program’s own one by one', () => {
    const [shelf] = readFiles({ ...GOOD, 'en/strings.yml': 'home: Start\n' }).library.languages;
    expect(shelf?.strings).toMatchObject({ home: 'Start', guide: 'Guide' });
  });

  it('stay the program’s own in a language without a file', () => {
    const files = { ...GOOD, 'es/worksheets/a.md': worksheet(), 'en/strings.yml': 'home: Start\n' };
    const { languages } = readFiles(files).library;
    expect(languages.map(({ lang, strings }) => `${lang}: ${strings['home']}`)).toEqual([
      'en: Start',
      'es: Home',
    ]);
  });

  it('may fill in what the program’s own fill in, in any order or not at all', () => {
    expect(stringsProblems('sheetLink: "{title} ({number})"\nstage: A stage\n')).toBe('');
  });

  it('are refused under a key that the program never says', () => {
    expect(stringsProblems('hoem: Start\n')).toMatchInlineSnapshot(`
      "content/en/strings.yml:1:1: unknown key "hoem"
          Did you mean "home"?"
    `);
  });

  it('are refused when they want something that is never filled in', () => {
    expect(stringsProblems('minutes: "{minuten} min"\n')).toMatchInlineSnapshot(`
      "content/en/strings.yml:1:10: minutes: {minuten} is never filled in
          Did you mean "{minutes}"?"
    `);
    expect(stringsProblems('home: "{name}"\n')).toMatchInlineSnapshot(`
      "content/en/strings.yml:1:7: home: {name} is never filled in
          Known here: none."
    `);
  });

  it('are words and not numbers', () => {
    expect(stringsProblems('home: 1\n')).toMatchInlineSnapshot(
      `"content/en/strings.yml:1:7: home: expected words, found 1"`,
    );
  });

  it('are held against YAML first', () => {
    expect(stringsProblems('home: "Start\n')).toMatchInlineSnapshot(`
      "content/en/strings.yml:2:1: YAML: Missing closing "quote
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });
});
