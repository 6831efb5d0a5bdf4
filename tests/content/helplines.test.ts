import { describe, expect, it } from 'vitest';
import { problemsOf, readFiles, worksheet } from './folders.ts';

const SHEET = { 'en/worksheets/wind-down.md': worksheet() };
const LINE = `  - group: night
    place: Everywhere
    name: Night line
    phone: 0800 1111
    note: Open at night.
    url: https://night.example
    gathered: 2026-11-22
    called: 2026-11-23
`;
const FILE = `groups: [{id: night, label: At night, lead: You can ring.}]\nlines:\n${LINE}`;

describe('helplines.yml', () => {
  it('may have every key there is', () => {
    const { library, problems } = readFiles({ ...SHEET, 'helplines.yml': FILE });
    expect(problems).toEqual([]);
    expect(library.helplines.lines[0]?.phone).toBe('0800 1111');
    expect(library.helplines.positions['/lines/0/gathered']?.line).toBe(9);
  });

  it('may be missing: then there are none', () => {
    expect(readFiles(SHEET).library.helplines.lines).toEqual([]);
  });

  it('refuses a group that is not there, a number that is none and an address without https', () => {
    const text = FILE.replace('group: night', 'group: nihgt')
      .replace('0800 1111', 'ask me')
      .replace('https:', 'http:');
    expect(problemsOf({ ...SHEET, 'helplines.yml': text })).toMatchInlineSnapshot(`
      "content/helplines.yml:6:12: lines[1].phone: "ask me" does not look as expected
          The number as it is dialled, in quotes.
      content/helplines.yml:8:10: lines[1].url: "http://night.example" does not look as expected
          The organisation's own page."
    `);
  });

  it('refuses a line in a group that is not there', () => {
    const text = FILE.replace('group: night', 'group: nihgt');
    expect(problemsOf({ ...SHEET, 'helplines.yml': text })).toMatchInlineSnapshot(`
      "content/helplines.yml:3:12: lines[1].group: there is no group "nihgt"
          Did you mean "night"?"
    `);
  });
});
