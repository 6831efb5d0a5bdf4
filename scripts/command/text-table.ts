import { readingGrade } from '../content/reading-grade.ts';
import { kindOf, type RuleBook, type TextKind } from '../content/rules/rule.ts';
import { meanLength, stretchesOf, toSentences } from '../content/sentences.ts';
import type { Document } from '../model/document.ts';

/** The kinds in the order in which they are listed. */
const KINDS: readonly TextKind[] = ['worksheets', 'articles', 'companions', 'packets', 'pages'];
const HEADS = ['grade', 'words', 'evidence', 'review'];
const LEGEND = `grade: school grade (Flesch–Kincaid), * above its target · words: in a sentence, on average`;

const decimal = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));

/** Who reviewed a text as what, and when; companions go with the review of their sheet. */
function reviewOf(document: Document, all: readonly Document[]): string {
  switch (document.kind) {
    case 'page':
      return '';
    case 'companion': {
      const sheet = all.find(({ kind, lang, slug }) => {
        return kind === 'worksheet' && lang === document.lang && slug === document.slug;
      });
      return sheet ? reviewOf(sheet, all) : '';
    }
    case 'worksheet':
    case 'packet':
    case 'article': {
      const { review } = document;
      return review ? `${review.role}, ${review.date}` : 'none';
    }
  }
}

function toRow(document: Document, { rules, documents }: RuleBook): string[] {
  const grade = readingGrade(document);
  const target = rules.settings['reading-grade']?.[kindOf(document)]?.target;
  const mark = grade !== undefined && target !== undefined && grade > target ? '*' : ' ';
  const words = meanLength(toSentences(stretchesOf(document)));
  const evidence = document.kind === 'worksheet' ? document.evidence.strength : '';
  const number = 'number' in document ? `${document.number} ` : '';
  const name = `  ${number.padStart(3)}${document.slug}`;
  return [name, decimal(grade) + mark, decimal(words), evidence, reviewOf(document, documents)];
}

/** In the order of their numbers, then of their names. */
function inOrder(a: Document, b: Document): number {
  const number = (one: Document) => ('number' in one ? one.number : 0);
  return number(a) - number(b) || (a.slug < b.slug ? -1 : 1);
}

/** What every text measures, kind by kind: a table to read. */
export function toTextTable(book: RuleBook): string {
  const languages = Map.groupBy(book.documents, ({ lang }) => lang);
  const parts = [...languages].flatMap(([lang, texts]) =>
    KINDS.flatMap((kind): string[][] => {
      const rows = texts.filter((text) => kindOf(text) === kind).sort(inOrder);
      const head = languages.size > 1 ? `${kind}, ${lang}` : kind;
      return rows.length > 0 ? [[head, ...HEADS], ...rows.map((text) => toRow(text, book))] : [];
    }),
  );
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...parts.map((row) => row[at]?.length ?? 0)));
  const lines = parts.map((row) =>
    row
      .map((cell, at) =>
        at === 1 || at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, LEGEND].join('\n');
}
