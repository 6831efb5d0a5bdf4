import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../scripts/command/report.ts';

describe('a problem', () => {
  const problem = { file: 'content/en/guide/a.md', line: 3, column: 14, message: 'not so' };

  it('is said on a line that an editor can jump to', () => {
    expect(formatProblem(problem)).toBe('content/en/guide/a.md:3:14: not so');
  });

  it('is followed by what to do, when there is something to do', () => {
    expect(formatProblem({ ...problem, hint: 'Do so.' })).toBe(
      'content/en/guide/a.md:3:14: not so\n    Do so.',
    );
  });
});
