import { changeBlockHtml } from '../model/block-html.ts';
import type { Block, Document, Worksheet } from '../model/document.ts';
import type { Position } from '../model/problem.ts';

/** Shorter stretches are labels, not sentences; counted as such they would flatter the text. */
const FEWEST_WORDS = 4;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Words that are read in one go, and the line on which they begin. */
export type Stretch = Position & { text: string };

/** A sentence with its words. */
export type Sentence = Stretch & { words: string[] };

/** Finished HTML -> its stretches of words; what ends a block ends a sentence. */
function toStretches(html: string): string[] {
  return html
    .split(/<\/(?:p|li|td|th|h\d|blockquote)>|<br>/)
    .map((stretch) => stretch.replace(/<[^>]*>/g, ''))
    .map((stretch) => stretch.replace(/&([#\w]+);/g, (all, name: string) => ENTITIES[name] ?? all));
}

/** Every stretch of a block: its prose, or the prompt, the rows and the cells of its field. */
function stretchesOfBlock(block: Block): Stretch[] {
  const { line, column } = block;
  const stretches: Stretch[] = [];
  // A sentence with a gap is one sentence.
  const whole =
    block.kind === 'prose'
      ? {
          ...block,
          parts: [{ html: block.parts.map((part) => ('html' in part ? part.html : ' ')).join('') }],
        }
      : block;
  // Whoever changes HTML visits all of it, of every kind of field; here nothing is changed.
  changeBlockHtml([whole], (html) => {
    stretches.push(...toStretches(html).map((text) => ({ text, line, column })));
    return html;
  });
  return stretches;
}

function stretchesOfSheet(sheet: Worksheet): Stretch[] {
  const { purpose, needs, steps, caution, repeats, evidence, fields, positions } = sheet;
  const at = (key: string, text: string | undefined): Stretch[] =>
    text ? [{ text, ...(positions[key] ?? { line: 1, column: 1 }) }] : [];
  return [
    ...at('/purpose', purpose),
    ...at('/needs', needs),
    ...at('/repeats', repeats),
    ...steps.flatMap((step, index) => at(`/steps/${index}`, step)),
    ...at('/caution', caution),
    ...at('/evidence/note', evidence?.note),
    ...fields.flatMap(({ hint, line, column }) => (hint ? [{ text: hint, line, column }] : [])),
  ];
}

/** Every stretch of words that a text asks its reader to read; headings are none. */
export function stretchesOf(document: Document): Stretch[] {
  const body = document.blocks
    .filter(({ kind }) => kind !== 'heading')
    .flatMap((block) => stretchesOfBlock(block));
  return document.kind === 'worksheet' ? [...stretchesOfSheet(document), ...body] : body;
}

/** Parts stretches into sentences; a label of a word or two is none. */
export function toSentences(stretches: readonly Stretch[]): Sentence[] {
  return stretches.flatMap(({ text, line, column }) =>
    text
      .split(/(?<=[.!?…]["”’)]*)\s+/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .map((part) => ({
        text: part,
        line,
        column,
        words: part.match(/\p{L}[\p{L}’'-]*/gu) ?? [],
      }))
      .filter(({ words }) => words.length >= FEWEST_WORDS),
  );
}

/** Words in a sentence on average; nothing where there are no sentences. */
export function meanLength(sentences: readonly Sentence[]): number | undefined {
  if (sentences.length === 0) return undefined;
  return sentences.reduce((sum, { words }) => sum + words.length, 0) / sentences.length;
}
