import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../scripts/command/report.ts';
import { parseMarkdown } from '../../scripts/markdown/renderer.ts';
import { dump } from './dump.ts';

describe('a text below front matter', () => {
  it('counts lines from the first line of the file', () => {
    const body = '\n## Night\n\n::lines[Why?]{foo}\n\nSee [a](better-nights) and :blank[b].\n';
    expect(dump(parseMarkdown({ file: 'sheet.md', body, firstLine: 12 }))).toMatchInlineSnapshot(`
      "13:1 heading 2 #night «Night»
      15:1 lines #why rows=4 «Why?»
      17:1 prose <p>See <a href="slug:better-nights">a</a> and [blank #b].</p>
        17:28 blank #b width=60mm «b»
      17:5 -> better-nights
      sheet.md:15:15: unknown attribute "foo" of lines
          Known here: hint, rows, short, stretch."
    `);
  });

  it('keeps what is sound when another part has a problem', () => {
    const body = '::lnes[A]\n\n::scale[B]\n\n:::checklist[C]\n';
    const { fields, problems } = parseMarkdown({ file: 'sheet.md', body, firstLine: 1 });
    expect(fields.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['scale b']);
    expect(problems.map(formatProblem)).toMatchInlineSnapshot(`
      [
        "sheet.md:1:1: unknown directive "lnes"
          Did you mean "lines"?",
        "sheet.md:5:1: "checklist" is never closed
          Close it with a line of 3 colons.",
      ]
    `);
  });

  it('lists its fields in reading order, inside sentences, lists and quotations too', () => {
    const body =
      'A :blank[one].\n\n- ::lines[two]\n\n> ::scale[three]\n\n:::table[four]{rows=1}\n|a|\n|-|\n:::\n';
    const { fields } = parseMarkdown({ file: 'sheet.md', body, firstLine: 1 });
    expect(fields.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('is read afresh each time: ids of one text are free in the next', () => {
    const source = { file: 'sheet.md', body: '::lines[Why?]{#why}\n', firstLine: 1 };
    parseMarkdown(source);
    const { fields, problems } = parseMarkdown(source);
    expect(fields.map(({ id }) => id)).toEqual(['why']);
    expect(problems).toEqual([]);
  });

  it('may be empty', () => {
    const empty = { blocks: [], fields: [], links: [], problems: [] };
    expect(parseMarkdown({ file: 'sheet.md', body: '', firstLine: 5 })).toEqual(empty);
  });
});
