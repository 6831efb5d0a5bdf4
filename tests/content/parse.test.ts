import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../scripts/command/report.ts';
import { findCharacters } from '../../scripts/content/characters.ts';
import { parseSource } from '../../scripts/content/parse.ts';

const parse = (text: string) => parseSource({ path: 'sheet.md', file: 'sheet.md', text });
const problemsIn = (text: string) => parse(text).problems.map(formatProblem).join('\n');

/** What a text is taken apart into, without positions. */
function partsOf(text: string) {
  const { frontMatter, body, bodyLine, problems } = parse(text);
  return { value: frontMatter.value, body, bodyLine, problems: problems.map(formatProblem) };
}

describe('a text', () => {
  it('is front matter between two fences, and a body with the line it begins on', () => {
    expect(partsOf('---\ntitle: Night\n---\nFirst.\n')).toEqual({
      value: { title: 'Night' },
      body: 'First.\n',
      bodyLine: 4,
      problems: [],
    });
  });

  it('may have an empty line after the front matter, which counts', () => {
    const { body, bodyLine } = partsOf('---\ntitle: Night\n---\n\nFirst.\n');
    expect({ body, bodyLine }).toEqual({ body: '\nFirst.\n', bodyLine: 4 });
  });

  it('may end with the front matter', () => {
    const { body, problems } = partsOf('---\ntitle: Night\n---');
    expect({ body, problems }).toEqual({ body: '', problems: [] });
  });

  it('may have empty front matter', () => {
    const { value, body, bodyLine } = partsOf('---\n---\nFirst.\n');
    expect({ value, body, bodyLine }).toEqual({ value: null, body: 'First.\n', bodyLine: 3 });
  });

  it('may have nothing but a comment in its front matter', () => {
    const { value, body, bodyLine } = partsOf('---\n# later\n---\nFirst.\n');
    expect({ value, body, bodyLine }).toEqual({ value: null, body: 'First.\n', bodyLine: 4 });
  });

  it('may hold a rule in its body', () => {
    expect(partsOf('---\ntitle: Night\n---\nOne.\n\n---\n\nTwo.\n').body).toBe(
      'One.\n\n---\n\nTwo.\n',
    );
  });

  it('reads the same when it was written on Windows', () => {
    const unix = '---\ntitle: Night\nsteps:\n  - one\n---\n\nFirst.\n';
    expect(parse(unix.replaceAll('\n', '\r\n'))).toEqual(parse(unix));
  });

  it('reads the same with the line ends of an old Mac', () => {
    const unix = '---\ntitle: Night\n---\n\nFirst.\n';
    expect(parse(unix.replaceAll('\n', '\r'))).toEqual(parse(unix));
  });

  it('reads the same with a byte-order mark at its head', () => {
    const plain = '---\ntitle: Night\n---\nFirst.\n';
    expect(parse(`\uFEFF${plain}`)).toEqual(parse(plain));
  });

  it('reads the same with spaces after its first fence', () => {
    const plain = '---\ntitle: Night\n---\nFirst.\n';
    expect(parse(plain.replace('---', '--- \t'))).toEqual(parse(plain));
  });

  it('keeps the line of its body with spaces after the second fence', () => {
    const { value, body, bodyLine } = partsOf('---\ntitle: Night\n---  \nFirst.\n');
    expect({ value, line: bodyLine + body.split('\n').indexOf('First.') }).toEqual({
      value: { title: 'Night' },
      line: 4,
    });
  });

  it('may say that its front matter is YAML', () => {
    const plain = '---\ntitle: Night\n---\nFirst.\n';
    expect(parse(plain.replace('---', '---yaml'))).toEqual(parse(plain));
  });
});

describe('fences', () => {
  it('are missed in a text without front matter', () => {
    expect(problemsIn('First.\n')).toMatchInlineSnapshot(`
      "sheet.md:1:1: expected front matter, found none
          The first line of a text is "---"."
    `);
  });

  it('are missed in an empty file', () => {
    expect(problemsIn('')).toMatchInlineSnapshot(`
      "sheet.md:1:1: expected front matter, found none
          The first line of a text is "---"."
    `);
  });

  it('stand on the very first line', () => {
    expect(problemsIn('\n---\ntitle: Night\n---\n')).toMatchInlineSnapshot(`
      "sheet.md:1:1: expected front matter, found none
          The first line of a text is "---"."
    `);
  });

  it('are closed', () => {
    expect(problemsIn('---\ntitle: Night\n\nFirst.\n')).toMatchInlineSnapshot(`
      "sheet.md:1:1: the front matter is never closed
          Close it with a line "---"."
    `);
  });

  it('are closed by three hyphens alone on their line', () => {
    expect(problemsIn('---\ntitle: Night\n---more\nFirst.\n---\n')).toMatchInlineSnapshot(`
      "sheet.md:3:4: expected "---" alone on its line, which closes the front matter
          In front matter no other line begins with "---"."
    `);
  });

  it('have three hyphens, not four', () => {
    expect(problemsIn('----\ntitle: Night\n----\n')).toMatchInlineSnapshot(`
      "sheet.md:1:4: front matter in "-" is refused: only YAML is read, and never run
          Write "---" alone on the first line."
    `);
  });

  it.each(['js', 'javascript', 'json', 'toml', 'coffee'])('refuse front matter in %s', (word) => {
    expect(problemsIn(`---${word}\n{}\n---\n`)).toBe(
      `sheet.md:1:4: front matter in "${word}" is refused: only YAML is read, and never run\n` +
        '    Write "---" alone on the first line.',
    );
  });

  it('never let front matter run', () => {
    parse('---js\n{ title: (globalThis.nightRan = true) }\n---\n');
    parse('--- js\n{ title: (globalThis.nightRan = true) }\n---\n');
    expect(globalThis).not.toHaveProperty('nightRan');
  });

  it('leave a text that has none of them without a body, so that nothing false is said of it', () => {
    expect(parse('::lnes[Why?]\n').body).toBe('');
  });
});

describe('characters that stand for nothing', () => {
  const inBody = (text: string) => problemsIn(`---\ntitle: Night\n---\n${text}\n`);

  it('are refused when they are for private use', () => {
    expect(inBody('One.\nTwo \uE000 three.')).toMatchInlineSnapshot(`
      "sheet.md:5:5: the character U+E000 may not stand in a text
          Delete it."
    `);
  });

  it('are refused far beyond the common ones too', () => {
    expect(inBody('One \u{F0000}.')).toMatchInlineSnapshot(`
      "sheet.md:4:5: the character U+F0000 may not stand in a text
          Delete it."
    `);
  });

  it('are refused when they control a terminal', () => {
    expect(inBody('a\u0000b\u001bc\u007fd\u0085')).toMatchInlineSnapshot(`
      "sheet.md:4:2: the character U+0000 may not stand in a text
          Delete it.
      sheet.md:4:4: the character U+001B may not stand in a text
          Delete it.
      sheet.md:4:6: the character U+007F may not stand in a text
          Delete it.
      sheet.md:4:8: the character U+0085 may not stand in a text
          Delete it."
    `);
  });

  it('are refused in front matter', () => {
    expect(problemsIn('---\ntitle: Ni\uE001ght\n---\n')).toMatchInlineSnapshot(`
      "sheet.md:2:10: the character U+E001 may not stand in a text
          Delete it."
    `);
  });

  it('are refused by number, as Markdown would turn it into the character', () => {
    expect(inBody('a &#xE000;0&#57345; b &#7;')).toMatchInlineSnapshot(`
      "sheet.md:4:3: the character U+E000 may not stand in a text
          Delete it.
      sheet.md:4:12: the character U+E001 may not stand in a text
          Delete it.
      sheet.md:4:23: the character U+0007 may not stand in a text
          Delete it."
    `);
  });

  it('are refused in a text without front matter too', () => {
    expect(problemsIn('a\u0001')).toMatchInlineSnapshot(`
      "sheet.md:1:1: expected front matter, found none
          The first line of a text is "---".
      sheet.md:1:2: the character U+0001 may not stand in a text
          Delete it."
    `);
  });

  it('are not tabs, letters of any script, signs or numbers of such', () => {
    expect(inBody('a\tb é 夜 🌙 &#9; &#x1F319; &#9999999; &amp;')).toBe('');
  });
});

describe('the characters beyond ASCII', () => {
  it('are listed once, where each first stands', () => {
    expect(findCharacters('a é\nnight 夜 é\n“夜”\n')).toEqual({
      é: { line: 1, column: 3 },
      夜: { line: 2, column: 7 },
      '“': { line: 3, column: 1 },
      '”': { line: 3, column: 3 },
    });
  });

  it('are whole even when a computer stores them in two halves', () => {
    expect(findCharacters('🌙🌙a')).toEqual({ '🌙': { line: 1, column: 1 } });
  });

  it('have the same place in a file from Windows with a byte-order mark', () => {
    expect(findCharacters('\uFEFFa\r\né\r\n')).toEqual({ é: { line: 2, column: 1 } });
  });

  it('are none in plain English', () => {
    expect(findCharacters('Why? "Because." \t~')).toEqual({});
  });
});
