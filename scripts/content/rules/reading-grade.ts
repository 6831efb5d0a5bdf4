import { gradeSentences, isGraded } from '../reading-grade.ts';
import { stretchesOf, toSentences } from '../sentences.ts';
import { kindOf, type Rule, rounded } from './rule.ts';

/**
 * Plain words: at most so high a school grade (Flesch–Kincaid). The hardest sentence is named, for
 * that is where an author can begin.
 */
export const readingGradeRule: Rule = {
  name: 'reading-grade',
  demands: 'a text can be read at the school grade that its kind may have',
  always: false,
  check({ rules, documents }) {
    const limits = rules.settings['reading-grade'] ?? {};
    return documents.flatMap((document) => {
      const limit = limits[kindOf(document)];
      if (!limit || !isGraded(document.lang)) return [];
      const sentences = toSentences(stretchesOf(document));
      const grade = gradeSentences(sentences);
      if (grade === undefined || grade <= limit.most) return [];
      const [hardest] = sentences
        .map((sentence) => ({ sentence, grade: gradeSentences([sentence]) ?? 0 }))
        .sort((a, b) => b.grade - a.grade);
      if (!hardest) return [];
      const { text, line, column } = hardest.sentence;
      const message = `reading grade ${rounded(grade)}, expected at most ${limit.most}; the hardest sentence has ${rounded(hardest.grade)}: “${text}”`;
      const hint = 'Shorter sentences and shorter words lower it.';
      return [{ file: document.file, line, column, message, hint }];
    });
  },
};
