import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { changeBlockHtml } from '../model/block-html.ts';
import type { Block, Worksheet } from '../model/document.ts';

/** Shorter stretches are labels, not sentences; counted as such they would flatter the text. */
const FEWEST_WORDS = 4;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Finished HTML -> its stretches of words; what ends a block ends a sentence. */
function toStretches(html: string): string[] {
  return html
    .split(/<\/(?:p|li|td|th|h\d|blockquote)>|<br>/)
    .map((stretch) => stretch.replace(/<[^>]*>/g, ''))
    .map((stretch) => stretch.replace(/&([#\w]+);/g, (all, name: string) => ENTITIES[name] ?? all));
}

/** Every stretch that a reader reads in blocks: prose, prompts, rows and cells, and their hints. */
function stretchesOf(blocks: readonly Block[]): string[] {
  const stretches: string[] = [];
  // Whoever changes HTML visits all of it, of every kind of field; here nothing is changed.
  changeBlockHtml(
    blocks.map((block): Block => {
      if (block.kind !== 'prose') return block;
      // A sentence with a gap is one sentence.
      const html = block.parts.map((part) => ('html' in part ? part.html : ' ')).join('');
      return { ...block, parts: [{ html }] };
    }),
    (html) => {
      stretches.push(...toStretches(html));
      return html;
    },
  );
  return stretches;
}

/**
 * The school grade (United States) in which the texts can be read, by the formula of Flesch and
 * Kincaid; nothing when there are no sentences. The formula holds for English alone.
 */
export function gradeTexts(texts: readonly string[]): number | undefined {
  const sentences = texts
    .flatMap((text) => text.split(/(?<=[.!?…]["”’)]*)\s+/))
    .map((sentence) => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [])
    .filter((words) => words.length >= FEWEST_WORDS);
  if (sentences.length === 0) return undefined;
  const words = sentences.flat();
  const syllables = words.map((word) => syllable(word.replaceAll('’', "'")));
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, count) => sum + count, 0),
  });
}

/** The reading grade of all that a sheet asks its reader to read; in English only. */
export function readingGrade(worksheet: Worksheet): number | undefined {
  if (worksheet.lang.split('-')[0] !== 'en') return undefined;
  const { purpose, needs, steps, caution, fields, blocks } = worksheet;
  const hints = fields.flatMap(({ hint }) => (hint ? [hint] : []));
  return gradeTexts([purpose, needs ?? '', ...steps, caution, ...hints, ...stretchesOf(blocks)]);
}
