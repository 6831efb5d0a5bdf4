import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../scripts/command/report.ts';
import { parseYaml } from '../../scripts/content/yaml-positions.ts';

const parse = (text: string, firstLine = 1) => parseYaml(text, 'site.yml', firstLine);
const problemsIn = (text: string) => parse(text).problems.map(formatProblem).join('\n');

/** Positions as "line:column" by pointer. */
const places = (positions: Record<string, { line: number; column: number }>) =>
  Object.fromEntries(
    Object.entries(positions).map(([pointer, { line, column }]) => [pointer, `${line}:${column}`]),
  );

describe('positions in YAML', () => {
  it('are those of each key and of each value', () => {
    const { keys, values } = parse('title: Night\nminutes:   20\n');
    expect(places(keys)).toEqual({ '/title': '1:1', '/minutes': '2:1' });
    expect(places(values)).toEqual({ '': '1:1', '/title': '1:8', '/minutes': '2:12' });
  });

  it('go down into keys below keys, in both ways of writing', () => {
    const { keys, values } = parse(
      'pages: {standard: 1, large: 2}\nevidence:\n  strength: early\n',
    );
    expect(places(keys)).toEqual({
      '/pages': '1:1',
      '/pages/standard': '1:9',
      '/pages/large': '1:22',
      '/evidence': '2:1',
      '/evidence/strength': '3:3',
    });
    expect(places(values)).toMatchObject({
      '/pages': '1:8',
      '/pages/large': '1:29',
      '/evidence': '3:3',
      '/evidence/strength': '3:13',
    });
  });

  it('go into lists, in both ways of writing', () => {
    const { values } = parse('steps:\n  - one\n  - two: 2\ntopics: [a, b]\n');
    expect(places(values)).toMatchObject({
      '/steps': '2:3',
      '/steps/0': '2:5',
      '/steps/1': '3:5',
      '/steps/1/two': '3:10',
      '/topics': '4:9',
      '/topics/1': '4:13',
    });
  });

  it('count from the line that the YAML begins on', () => {
    expect(places(parse('title: Night\n', 2).values)).toMatchObject({ '/title': '2:8' });
    expect(parse('a: [', 10).problems[0]?.line).toBe(10);
  });

  it('are right behind a key that has no value', () => {
    expect(places(parse('title:\nnumber: 1\n').values)).toMatchObject({ '/title': '1:7' });
  });

  it('write a slash or a tilde in a key as JSON pointers do', () => {
    expect(places(parse('and/or~: 1\n').keys)).toEqual({ '/and~1or~0': '1:1' });
  });

  it('skip comments and empty lines', () => {
    expect(places(parse('# a\n\ntitle: b # c\n').values)).toMatchObject({ '/title': '3:8' });
  });
});

describe('values in YAML', () => {
  it('keep a date as the words it was written in', () => {
    expect(parse('edition: 2026-11-22\n').value).toEqual({ edition: '2026-11-22' });
  });

  it('are not guessed to be true or false', () => {
    expect(parse('a: yes\nb: no\nc: on\nd: true\n').value).toEqual({
      a: 'yes',
      b: 'no',
      c: 'on',
      d: true,
    });
  });

  it('are none in an empty file', () => {
    expect(parse('')).toEqual({ value: null, values: {}, keys: {}, problems: [] });
  });

  it('are none when there is a fault, so that nothing is built on it', () => {
    expect(parse('a: [\nb: 1\n').value).toBeUndefined();
  });
});

describe('faults in YAML', () => {
  it('are told for a colon that needs quotes', () => {
    expect(problemsIn('title: Night: a guide\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for quotes that are never closed', () => {
    expect(problemsIn('title: "Night\n')).toMatchInlineSnapshot(`
      "site.yml:2:1: YAML: Missing closing "quote
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for a list that is never closed', () => {
    expect(problemsIn('topics: [a, b\ntitle: c\n')).toMatchInlineSnapshot(`
      "site.yml:2:1: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for the second of two keys that are the same', () => {
    expect(problemsIn('title: Night\nnumber: 1\ntitle: Day\n')).toMatchInlineSnapshot(`
      "site.yml:3:1: YAML: Map keys must be unique
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for a tab before a key', () => {
    expect(problemsIn('pages:\n\tlarge: 1\n')).toMatchInlineSnapshot(`
      "site.yml:2:1: YAML: Tabs are not allowed as indentation
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for a key that stands too far to the right', () => {
    expect(problemsIn('title: Night\n  number: 1\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: Nested mappings are not allowed in compact mappings
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for a value that begins with an at sign', () => {
    expect(problemsIn('needs: @home\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: Plain value cannot start with reserved character @
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for a tag', () => {
    expect(problemsIn('needs: !pen and paper\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: Unresolved tag: !pen
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told for words in stars: YAML reads them as a reference', () => {
    expect(problemsIn('title: *Night*\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: a value may not begin with "*"
          Put the words in "double quotes"."
    `);
  });

  it('are told for words behind an ampersand: YAML would drop the first one', () => {
    expect(problemsIn('needs: &pen and paper\n')).toMatchInlineSnapshot(`
      "site.yml:1:8: YAML: a value may not begin with "&"
          Put the words in "double quotes"."
    `);
  });

  it('are told for references that grow without end, and never followed', () => {
    const lines = ['a0: &a0 [x, x, x, x]'];
    for (let at = 1; at < 12; at++) {
      lines.push(`a${at}: &a${at} [*a${at - 1}, *a${at - 1}, *a${at - 1}, *a${at - 1}]`);
    }
    expect(parse(`${lines.join('\n')}\n`).problems).toHaveLength(12 + 11 * 4);
  });

  it('keep their places behind the first one', () => {
    expect(problemsIn('- one\ntitle: Night\n  number: 1\n')).toMatchInlineSnapshot(`
      "site.yml:2:1: YAML: Unexpected scalar at node end
          Words that hold ": ", "#" or quotes stand in "double quotes"."
    `);
  });

  it('are told all at once', () => {
    const { problems } = parse('a: @b\nc: @d\n');
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:4', '2:4']);
  });
});
