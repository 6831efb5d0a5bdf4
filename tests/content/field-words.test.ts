import { describe, expect, it } from 'vitest';
import { readFiles, worksheet } from './folders.ts';

/** The one field of a sheet in a folder with these files. */
function fieldOf(body: string, files: Record<string, string>, lang = 'en') {
  const { library, problems } = readFiles({
    ...files,
    [`${lang}/worksheets/a.md`]: worksheet({}, body),
  });
  expect(problems).toEqual([]);
  return library.languages[0]?.worksheets[0]?.fields[0];
}

const PAIR = ':::pair[Wishes]{#wish}\n:::\n';

describe('the days of a tracker', () => {
  const TRACKER = ':::tracker[Steps]{#steps}\n- tea\n:::\n';

  it('are called as the language calls them, Monday first', () => {
    const heads = (lang: string) => {
      const files = { 'site.yml': `name: A test\nlanguage: ${lang}\n` };
      const field = fieldOf(TRACKER, files, lang);
      return field?.kind === 'tracker' ? field.days.map(({ head }) => head) : [];
    };
    expect(heads('en')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(heads('de')).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
  });
});

describe('the names of two people', () => {
  it('are those of the vocabulary', () => {
    const files = { 'vocabulary.yml': 'partners: {a: Kim, b: Lou}\n' };
    expect(fieldOf(PAIR, files)).toMatchObject({ a: 'Kim', b: 'Lou' });
  });

  it('are letters where there is none', () => {
    expect(fieldOf(PAIR, {})).toMatchObject({ a: 'A', b: 'B' });
  });
});
