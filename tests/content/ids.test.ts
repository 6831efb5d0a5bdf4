import { describe, expect, it } from 'vitest';
import { addIds } from '../../scripts/content/ids.ts';
import { readFiles, worksheet } from './folders.ts';

/** A sheet with this body, and the same after its ids were written. */
function written(body: string, change: (text: string) => string = (text) => text) {
  const text = change(worksheet({}, body));
  const [sheet = []] = fieldsOf(text);
  const head = change(worksheet({}, ''));
  const result = addIds(text, sheet);
  expect(result.text.slice(0, head.length)).toBe(head);
  return { ...result, body: result.text.slice(head.length) };
}

function fieldsOf(text: string) {
  const { library, problems } = readFiles({ 'en/worksheets/a.md': text });
  expect(problems).toEqual([]);
  return library.languages.flatMap(({ worksheets }) => worksheets.map(({ fields }) => fields));
}

describe('the id of a field', () => {
  it.each([
    ['in braces of its own', '::lines[Why?]\n', '::lines[Why?]{#why}\n'],
    ['first in the braces', '::lines[Why?]{rows=3}\n', '::lines[Why?]{#why rows=3}\n'],
    ['in empty braces', '::lines[Why?]{}\n', '::lines[Why?]{#why}\n'],
    ['before a space in braces', '::lines[Why?]{ rows=3 }\n', '::lines[Why?]{#why rows=3 }\n'],
    ['in braces with a space alone', '::lines[Why?]{ }\n', '::lines[Why?]{#why }\n'],
    [
      'on a container',
      ':::checklist[Which?]{max=1}\n- one\n- two\n:::\n',
      ':::checklist[Which?]{#which max=1}\n- one\n- two\n:::\n',
    ],
    [
      'in a list and a quotation',
      '- ::lines[A]\n\n> ::lines[B]{rows=2}  \n',
      '- ::lines[A]{#a}\n\n> ::lines[B]{#b rows=2}  \n',
    ],
    [
      'twice in one sentence, over two lines',
      'I :blank[feel] and :blank[feel]{width=40mm}\nthen :blank[go *now*] at 10:30.\n',
      'I :blank[feel]{#feel} and :blank[feel]{#feel-2 width=40mm}\nthen :blank[go *now*]{#go-now} at 10:30.\n',
    ],
    [
      'in cells with the same words',
      '| One | Two |\n|---|---|\n| :blank[x] | :blank[x] |\n',
      '| One | Two |\n|---|---|\n| :blank[x]{#x} | :blank[x]{#x-2} |\n',
    ],
    [
      'beside escaped signs, and not in code',
      'A \\:blank[no] and `:blank[no]` but :blank[a \\] sign].\n',
      'A \\:blank[no] and `:blank[no]` but :blank[a \\] sign]{#a-sign}.\n',
    ],
    [
      'after a backslash that is a sign itself',
      '> q :blank[z] \\:blank[z] \\\\:blank[z] \\\\\\:blank[z]\n',
      '> q :blank[z]{#z} \\:blank[z] \\\\:blank[z]{#z-2} \\\\\\:blank[z]\n',
    ],
  ])('is written %s', (_, body, expected) => {
    expect(written(body)).toMatchObject({ body: expected, lost: [] });
  });

  it('stays as it was written', () => {
    const body = '::lines[Why?]{rows=3 #because}\n\nI :blank[go]{#going}.\n';
    expect(written(body)).toMatchObject({ body, added: 0, lost: [] });
  });

  it('changes neither line ends nor a byte-order mark nor spaces', () => {
    const body = '::lines[Why?]  \n\n\tindented code\n\n:::checklist[Which?]\n- one \t\n:::\n\n\n';
    const foreign = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(written(body, foreign).body).toBe(
      body
        .replace('[Why?]', '[Why?]{#why}')
        .replace('[Which?]', '[Which?]{#which}')
        .replaceAll('\n', '\r\n'),
    );
  });

  it('is told, and not guessed, where the field is not found', () => {
    const field = { id: 'why', kind: 'lines', line: 3, column: 1 } as const;
    expect(addIds('one\ntwo\nthree\n', [field])).toEqual({
      text: 'one\ntwo\nthree\n',
      added: 0,
      lost: [field],
    });
  });
});
