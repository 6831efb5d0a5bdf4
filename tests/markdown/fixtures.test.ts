import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dumpMarkdown } from './dump.ts';
import { readCases } from './read-cases.ts';

const FOLDER = new URL('../fixtures/markdown/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const cases = readCases(new URL(file, FOLDER));

  it.each(cases)('$title', ({ input, expected }) => {
    expect(dumpMarkdown(input)).toBe(expected);
  });

  it('holds at least eight cases, each with a sentence of its own', () => {
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(8);
  });
});
