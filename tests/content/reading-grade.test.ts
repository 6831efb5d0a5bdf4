import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../scripts/content/load.ts';
import { gradeSentences, readingGrade } from '../../scripts/content/reading-grade.ts';
import { toSentences } from '../../scripts/content/sentences.ts';

const gradeTexts = (texts: string[]) =>
  gradeSentences(toSentences(texts.map((text) => ({ text, line: 1, column: 1 }))));

const PLAIN = 'The cat sat on the mat. The dog ran to the door.';
const HARD =
  'Considerable methodological heterogeneity complicates interpretation of longitudinal investigations.';

describe('the reading grade', () => {
  it('is that of the formula: words in a sentence, syllables in a word', () => {
    // 12 words, 2 sentences, 12 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    expect(gradeTexts([PLAIN])).toBeCloseTo(-1.45, 2);
    expect(gradeTexts([HARD])).toBeGreaterThan(20);
  });

  it('does not count a label of a word or two as a sentence', () => {
    expect(gradeTexts([PLAIN, 'Yes', 'Not sure'])).toBe(gradeTexts([PLAIN]));
    expect(gradeTexts(['Yes', 'No'])).toBeUndefined();
  });

  it('counts a quoted sentence as a sentence', () => {
    expect(gradeTexts(['“The cat sat on the mat.” The dog ran to the door.'])).toBe(
      gradeTexts([PLAIN]),
    );
  });

  it('reads prompts, rows, cells and hints of a sheet, and holds for English alone', async () => {
    const outcome = await loadLibrary('tests/fixtures/better-sleep');
    const sheet = outcome.ok ? outcome.value.languages[0]?.worksheets[0] : undefined;
    if (!sheet) throw new Error('the fixture has no sheet');
    const bare = { ...sheet, blocks: [], fields: [] };
    const grade = readingGrade(sheet);
    expect(grade).toBeGreaterThan(0);
    expect(grade).toBeLessThan(8);
    expect(grade).not.toBe(readingGrade(bare));
    expect(readingGrade({ ...sheet, lang: 'es' })).toBeUndefined();
  });
});
