import { describe, expect, it } from 'vitest';
import { sortProblems } from '../../scripts/model/problem.ts';

const problem = (file: string, line: number, column: number, message = 'wrong') => {
  return { file, line, column, message };
};

describe('problems', () => {
  it('are told by file, then line, then column', () => {
    const sorted = [
      problem('a.md', 2, 1),
      problem('a.md', 2, 10),
      problem('a.md', 10, 1),
      problem('b.md', 1, 1),
    ];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it('are told by their words at the same place, so that every run tells them alike', () => {
    const sorted = [problem('a.md', 1, 1, 'first'), problem('a.md', 1, 1, 'second')];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it('stay as they were given to the one who sorts them', () => {
    const given = [problem('b.md', 1, 1), problem('a.md', 1, 1)];
    sortProblems(given);
    expect(given.map(({ file }) => file)).toEqual(['b.md', 'a.md']);
  });
});
