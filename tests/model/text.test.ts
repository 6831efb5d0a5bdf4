import { describe, expect, it } from 'vitest';
import { fillString, resolveSlugLinks, slugify } from '../../scripts/model/text.ts';

describe('a sentence of the program', () => {
  it('is filled in with words and numbers, each as often as it is asked for', () => {
    const sentence = '{page} of {pages} ({page})';
    expect(fillString(sentence, { page: 1, pages: '3' })).toBe('1 of 3 (1)');
  });

  it('may be filled in with nothing and with zero', () => {
    expect(fillString('[{a}][{b}]', { a: '', b: 0 })).toBe('[][0]');
  });

  it('keeps signs that mean something to a computer', () => {
    expect(fillString('By {name}', { name: '$& and {page}' })).toBe('By $& and {page}');
  });

  it('is never shown with a hole in it', () => {
    expect(() => fillString('{page} of {pages}', { page: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[Error: "{page} of {pages}" asks for {pages}, which is not given]`,
    );
  });

  it('stays as it is when there is nothing to fill in', () => {
    expect(fillString('{ page } {} 100 %', {})).toBe('{ page } {} 100 %');
  });
});

describe('links to other texts in finished HTML', () => {
  const resolve = (slug: string, fragment: string | undefined) =>
    `/${slug}/${fragment ? `#${fragment}` : ''}`;

  it('get the address that a page or a sheet has for them', () => {
    const html = '<a href="slug:night">a</a> and <a title="b" href="slug:day#noon">b</a>';
    expect(resolveSlugLinks(html, resolve)).toBe(
      '<a href="/night/">a</a> and <a title="b" href="/day/#noon">b</a>',
    );
  });

  it('are the only ones that are touched', () => {
    const html = '<a href="https://example.org/slug:a">a</a> slug:b <a href="#c">c</a>';
    expect(resolveSlugLinks(html, resolve)).toBe(html);
  });
});

describe('an id made from words', () => {
  it.each([
    ['What kept you awake?', 'what-kept-you-awake'],
    ['  Two -- words  ', 'two-words'],
    ['Don’t say "never"', 'dont-say-never'],
    ['Où êtes-vous né ?', 'ou-etes-vous-ne'],
    ['ﬁne ½', 'fine-1-2'],
    ['7:30', '7-30'],
    ['夜', ''],
    ['???', ''],
  ])('for "%s" is "%s"', (words, id) => {
    expect(slugify(words)).toBe(id);
  });
});
