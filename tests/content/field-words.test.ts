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

describe('the names of two people', () => {
  it('are those of the vocabulary', () => {
    const files = { 'vocabulary.yml': 'partners: {a: Kim, b: Lou}\n' };
    expect(fieldOf(PAIR, files)).toMatchObject({ a: 'Kim', b: 'Lou' });
  });

  it('are letters where there is none', () => {
    expect(fieldOf(PAIR, {})).toMatchObject({ a: 'A', b: 'B' });
  });
});
