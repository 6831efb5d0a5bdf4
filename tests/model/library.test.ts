import { describe, expect, it } from 'vitest';
import type { Document, Worksheet } from '../../scripts/model/document.ts';
import {
  documentPath,
  editionDate,
  fileStem,
  findDocument,
  type LanguageShelf,
  languageRoot,
} from '../../scripts/model/library.ts';

const site = { language: 'en' };

/** As much of a text as an address is made from. */
const text = (kind: Document['kind'], slug: string, lang = 'en') =>
  ({ kind, slug, lang }) as Document;

describe('the address of a text', () => {
  it('tells what kind of text it is', () => {
    expect(documentPath(site, text('worksheet', 'wind-down'))).toBe('/worksheets/wind-down/');
    expect(documentPath(site, text('article', 'night'))).toBe('/guide/night/');
    expect(documentPath(site, text('companion', 'night'))).toBe('/counselors/night/');
  });

  it('is short for a page, and the root for the home page', () => {
    expect(documentPath(site, text('page', 'about'))).toBe('/about/');
    expect(documentPath(site, text('page', 'home'))).toBe('/');
  });

  it('begins with the language unless it is the language of the site', () => {
    expect(documentPath(site, text('worksheet', 'a', 'es'))).toBe('/es/worksheets/a/');
    expect(documentPath(site, text('page', 'home', 'es'))).toBe('/es/');
    expect(documentPath({ language: 'es' }, text('page', 'home', 'es'))).toBe('/');
  });
});

describe('the root of a language', () => {
  it('is the root of the site for the site’s own language, and a folder for any other', () => {
    expect(languageRoot(site, 'en')).toBe('/');
    expect(languageRoot(site, 'pt-BR')).toBe('/pt-BR/');
  });
});

describe('a text of a language', () => {
  const shelf = {
    worksheets: [text('worksheet', 'a')],
    articles: [text('article', 'b')],
    pages: [text('page', 'c')],
    packets: [text('packet', 'p')],
  } as LanguageShelf;

  it('is found by its name, whatever its kind', () => {
    expect(['a', 'b', 'c', 'p'].map((slug) => findDocument(shelf, slug)?.kind)).toEqual([
      'worksheet',
      'article',
      'page',
      'packet',
    ]);
  });

  it('is not found when there is none by that name', () => {
    expect(findDocument(shelf, 'd')).toBeUndefined();
  });
});

describe('the date of a PDF', () => {
  it('is that of the edition', () => {
    expect(editionDate({ edition: '2026-11-22' }, '0')).toBe('2026-11-22');
  });

  it('is the one that a build is told when the edition has none', () => {
    expect(editionDate({}, '1795305600')).toBe('2026-11-22');
    expect(editionDate({}, '0')).toBe('1970-01-01');
  });

  it('is refused when SOURCE_DATE_EPOCH is no time', () => {
    expect(() => editionDate({}, 'today')).toThrow(RangeError);
    expect(() => editionDate({}, '1e20')).toThrow(RangeError);
  });

  it('is a fixed day when nothing tells it, so that the same folder gives the same files', () => {
    expect(editionDate({}, undefined)).toBe('2000-01-01');
    expect(editionDate({}, '')).toBe('2000-01-01');
  });
});

describe('the name of a sheet’s files', () => {
  const numbered = (count: number, isPrivate: (number: number) => boolean) =>
    Array.from({ length: count }, (_, index) => {
      return { number: index + 1, private: isPrivate(index + 1) } as Worksheet;
    });
  const stems = (worksheets: Worksheet[]) =>
    worksheets.map((worksheet) => fileStem({ worksheets }, worksheet));

  it('has its number, but for a private sheet, whose letter counts the private ones', () => {
    const stemsOfFour = stems(numbered(4, (number) => number % 2 === 1));
    expect(stemsOfFour).toEqual(['sheet-a', 'sheet-2', 'sheet-b', 'sheet-4']);
  });

  it('stays unique for more private sheets than there are letters', () => {
    const all = stems(numbered(60, () => true));
    expect(new Set(all).size).toBe(60);
    expect([all[25], all[26]]).toEqual(['sheet-z', 'sheet-ba']);
  });
});
