import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../scripts/content/library.ts';

const sheet = (title: string, number: number) =>
  `---\ntitle: ${title}\nnumber: ${number}\nwho: alone\nminutes: 5\npages: {standard: 1, large: 1}\npurpose: Rest.\nsteps: [Sit.]\ncaution: None.\nevidence: {strength: practice, sources: []}\n---\n\n::lines[What?]{#what}\n`;

function problemsOf(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([path, text]) => ({
    path,
    file: `content/${path}`,
    text,
  }));
  const { problems } = readLibrary(sources, {}, 'content');
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
}

describe('languages of a folder', () => {
  it('must hold the language that the site is in', () => {
    const found = problemsOf({ 'site.yml': 'name: Rest\n', 'es/worksheets/a.md': sheet('A', 1) });
    expect(found).toEqual([
      'content/site.yml:1:1: the site\'s language is "en", but no text is in it',
    ]);
  });

  it('keep the address of their own root', () => {
    const found = problemsOf({
      'site.yml': 'name: Rest\n',
      'en/worksheets/a.md': sheet('A', 1),
      'en/pages/es.md': '---\ntitle: Spain\n---\n\nA page.\n',
      'es/worksheets/a.md': sheet('A', 1),
    });
    expect(found).toEqual([
      'content/en/pages/es.md:1:1: the address "/es/" is that of the language "es"',
    ]);
  });
});

describe('a text that cannot be read', () => {
  it('does not make links to its headings look dead', () => {
    const found = problemsOf({
      'site.yml': 'name: Rest\n',
      'en/worksheets/a.md': sheet('A', 1),
      'en/guide/b.md': '---\ntitle: B\n',
      'en/guide/c.md': '---\ntitle: C\nnumber: 2\nsummary: C.\n---\n\n[See](b#part)\n',
    });
    expect(found).toEqual(['content/en/guide/b.md:1:1: the front matter is never closed']);
  });
});

describe('characters that stand for nothing', () => {
  it.each([
    ['written as an escape in front matter', 'name: "Re\\0st"\n', 'U+0000'],
    ['written as they are', 'name: Re\uE000st\n', 'U+E000'],
  ])('are refused when %s', (_, site, code) => {
    const found = problemsOf({ 'site.yml': site, 'en/worksheets/a.md': sheet('A', 1) });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`the character ${code} may not stand in a text`);
  });
});

describe('a choice from an empty list', () => {
  it('cannot be made with empty words', () => {
    const text = sheet('A', 1).replace('who: alone', 'who: alone\ntopics: [""]');
    const found = problemsOf({ 'site.yml': 'name: Rest\n', 'en/worksheets/a.md': text });
    expect(found).toEqual(['content/en/worksheets/a.md:5:10: topics[1]: "" is not known']);
  });
});

describe('the words of a vocabulary', () => {
  it('have an id of their own', () => {
    const vocabulary = 'topics:\n  - {id: sleep, label: Sleep}\n  - {id: sleep, label: Rest}\n';
    const found = problemsOf({
      'site.yml': 'name: Rest\n',
      'vocabulary.yml': vocabulary,
      'en/worksheets/a.md': sheet('A', 1),
    });
    expect(found).toEqual([
      'content/vocabulary.yml:3:10: topics: the id "sleep" stands here twice',
    ]);
  });
});

describe('a day in site.yml', () => {
  it('must be in the calendar', () => {
    const found = problemsOf({
      'site.yml': 'name: Rest\nedition: 2026-02-30\n',
      'en/worksheets/a.md': sheet('A', 1),
    });
    expect(found).toEqual([
      'content/site.yml:2:10: edition: "2026-02-30" is not a day of the calendar',
    ]);
  });
});

describe('words that YAML would drop', () => {
  it('are told: what follows a number sign', () => {
    const text = sheet('Rule #1 for us', 1);
    const found = problemsOf({ 'site.yml': 'name: Rest\n', 'en/worksheets/a.md': text });
    expect(found).toEqual([
      'content/en/worksheets/a.md:2:13: YAML: the words after " #" would be lost',
    ]);
  });

  it('are none where a comment has a line of its own', () => {
    const found = problemsOf({
      'site.yml': '# Where we live\nname: Rest\nlanguage: en\n',
      'en/worksheets/a.md': sheet('A', 1),
    });
    expect(found).toEqual([]);
  });
});

describe('a folder of texts', () => {
  it('is named by a language that there is', () => {
    const found = problemsOf({
      'site.yml': 'name: Rest\n',
      'en/worksheets/a.md': sheet('A', 1),
      'en-us-us/worksheets/a.md': sheet('A', 1),
    });
    expect(found).toEqual([
      'content/en-us-us/worksheets/a.md:1:1: this file has no place in a content folder',
    ]);
  });

  it('holds files, not links to files', () => {
    const text = sheet('A', 1);
    const sources = [
      { path: 'site.yml', file: 'content/site.yml', text: 'name: Rest\n' },
      { path: 'en/worksheets/a.md', file: 'content/en/worksheets/a.md', text },
      { path: 'en/worksheets/b.md', file: 'content/en/worksheets/b.md', text: '', isLink: true },
    ];
    const { problems } = readLibrary(sources, {}, 'content');
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'content/en/worksheets/b.md this is a link to another file',
    ]);
  });
});
