import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../scripts/command/report.ts';
import { checkRules } from '../../../scripts/content/rules/all.ts';
import { article, readFiles, worksheet } from '../folders.ts';

const REVIEW = 'review: {by: A. Name, role: editor, date: 2026-10-01}';
const reviewed = (text: string) => text.replace('title:', `${REVIEW}\ntitle:`);

function releaseProblems(files: Record<string, string>, today: string): string[] {
  const { book, problems } = readFiles(files);
  expect(problems).toEqual([]);
  return checkRules({ ...book, releaseDay: today }).map(formatProblem);
}

const LINES = `groups:
  - {id: now, label: Now}
lines:
  - group: now
    place: Here
    name: The Line
    url: https://line.example
    gathered: 2026-01-01
  - group: now
    place: There
    name: The Other
    url: https://other.example
    gathered: 2026-01-01
    called: 2026-06-01
`;

describe('a release', () => {
  const texts = {
    'en/worksheets/a.md': reviewed(worksheet()),
    'en/guide/b.md': reviewed(article()),
  };

  it('may be made when every text is reviewed and every helpline was seen lately', () => {
    expect(releaseProblems({ ...texts, 'helplines.yml': LINES }, '2026-06-30')).toEqual([]);
  });

  it('needs helplines that were called, or else gathered, at most 180 days ago', () => {
    expect(releaseProblems({ ...texts, 'helplines.yml': LINES }, '2026-07-01')).toEqual([
      `content/helplines.yml:8:15: lines[1].gathered: "The Line" was last seen 181 days ago, expected at most 180
    Ring it, or look at its page, and write the day.`,
    ]);
    expect(releaseProblems({ ...texts, 'helplines.yml': LINES }, '2026-11-29')).toEqual([
      expect.stringMatching(/^content\/helplines\.yml:8:15: /),
      expect.stringMatching(/^content\/helplines\.yml:14:13: lines\[2\]\.called: .* 181 days/),
    ]);
  });

  it('needs sheets and articles that somebody reviewed', () => {
    const files = { 'en/worksheets/a.md': worksheet(), 'en/guide/b.md': article() };
    expect(releaseProblems(files, '2026-07-01')).toEqual([
      expect.stringMatching(/^content\/en\/worksheets\/a\.md:1:1: the key "review" is missing/),
      expect.stringMatching(/^content\/en\/guide\/b\.md:1:1: the key "review" is missing/),
    ]);
  });

  it('may have another number of days, and may go without reviews, where rules.yml says so', () => {
    const rules = 'fresh-helplines: {days: 30}\noff: [reviewed]\n';
    const files = { 'en/guide/b.md': article(), 'helplines.yml': LINES, 'rules.yml': rules };
    expect(releaseProblems(files, '2026-06-30')).toEqual([
      expect.stringMatching(/"The Line" was last seen 180 days ago, expected at most 30/),
    ]);
  });
});
