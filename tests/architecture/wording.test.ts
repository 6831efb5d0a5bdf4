import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './source-tree.ts';

const BINARY = /\.(woff2?|png|jpe?g|ico|icc|pdf|ttf|otf)$/;
const files = [...filesBelow('scripts'), ...filesBelow('templates')].filter(
  (file) => !BINARY.test(file),
);

/** "path:line: text" of every line that a pattern finds. */
function linesWith(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}

describe('the program and its templates', () => {
  it('are read by these tests', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(linesWith(/export function slugify/)).toHaveLength(1);
  });

  it('know no topic: what the sheets are about is content', () => {
    expect(linesWith(/trust|betray|infidel|\b(couples?|affairs?|marriages?|spouses?)\b/i)).toEqual(
      [],
    );
  });

  it('name files by where the project is, never by where a machine has it', () => {
    const home = /(^|[^\w.])\/(home|Users|root|work|tmp|mnt)\/|\b[A-Z]:\\/;
    expect(linesWith(home)).toEqual([]);
  });

  it('leave nothing for later in a remark', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });
});
