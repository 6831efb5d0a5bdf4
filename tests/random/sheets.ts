import fc from 'fast-check';
import { FIELD_KINDS } from '../../scripts/model/field.ts';
import { FIELDS, NEVER_PRIVATE } from './fields.ts';
import { fewWords, markedWords, plainWords } from './words.ts';
import type { WrittenField } from './written-field.ts';

/** A part of a sheet: words, a heading of a level, or a field. */
type Part = { words: string } | { level: number; words: string } | { field: WrittenField };

const words = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((one): Part => ({ words: one }));

const heading = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fewWords)
  .map(([level, title]): Part => ({ level, words: title }));

const list = fc
  .tuple(fc.boolean(), fc.array(markedWords(1, 30), { minLength: 1, maxLength: 9 }))
  .map(([isNumbered, items]): Part => {
    const marked = items.map((item, index) => `${isNumbered ? `${index + 1}.` : '-'} ${item}`);
    return { words: marked.join('\n') };
  });

const table = fc
  .array(fc.tuple(plainWords(1, 8), plainWords(1, 8)), { minLength: 1, maxLength: 6 })
  .map((rows): Part => {
    const lines = rows.map(([left, right]) => `| ${left} | ${right} |`);
    return { words: ['| One | Other |', '|---|---|', ...lines].join('\n') };
  });

/** Half of the parts are fields; of the rest, some are long paragraphs. */
function parts(isPrivate: boolean): fc.Arbitrary<Part[]> {
  const kinds = FIELD_KINDS.filter((kind) => !isPrivate || !NEVER_PRIVATE.includes(kind));
  const fields = kinds.map((kind) => FIELDS[kind].map((field): Part => ({ field })));
  const part = fc.oneof(
    { weight: 10, arbitrary: fc.oneof(...fields) },
    { weight: 4, arbitrary: heading },
    { weight: 3, arbitrary: words(markedWords(1, 50)) },
    { weight: 1, arbitrary: words(markedWords(80, 260)) },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: words(plainWords(1, 20).map((text) => `> ${text}`)) },
  );
  return fc.array(part, { minLength: 1, maxLength: 12 });
}

/** Marks a field for the two-minute version, by its first braces. */
const markShort = (markdown: string) => markdown.replace(/(\{#[\w-]+)/, '$1 short');

/** The body of a sheet: ids are given out, and no level of heading is left out. */
function toBody(all: readonly Part[], short: number | undefined): string {
  let level = 1;
  let count = 0;
  const texts = all.map((part) => {
    if ('field' in part) {
      const markdown = part.field(`f${++count}`);
      return count === short ? markShort(markdown) : markdown;
    }
    if (!('level' in part)) return part.words;
    level = Math.min(part.level, level + 1);
    return `${'#'.repeat(level)} ${part.words}`;
  });
  return texts.join('\n\n');
}

const front = fc.record({
  title: plainWords(1, 6, 58),
  number: fc.integer({ min: 1, max: 999 }),
  who: fc.constantFrom('alone', 'together'),
  minutes: fc.integer({ min: 1, max: 180 }),
  purpose: plainWords(1, 20, 158),
  needs: fc.option(plainWords(1, 12, 118), { nil: undefined }),
  repeats: fc.option(plainWords(1, 5, 58), { nil: undefined }),
  steps: fc.array(plainWords(1, 14, 118), { minLength: 1, maxLength: 3 }),
  caution: plainWords(1, 25, 198),
  stopLine: fc.boolean(),
  nameLine: fc.boolean(),
});

/** Front matter of a sheet that may be as long as any. */
function toFront(keys: Record<string, unknown>, body: string): string {
  const hasShort = /\{#[\w-]+ short/.test(body);
  const pages = { standard: 20, large: 40, ...(hasShort && { short: 20 }) };
  const given = Object.entries({ ...keys, pages });
  const lines = given.filter(([, value]) => value !== undefined);
  return lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n');
}

/** A random sheet without a mistake, as its author would write it. */
export const sheet: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
    fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    front,
  )
  .chain(([isPrivate, short, keys]) =>
    parts(isPrivate).map((all) => {
      const flags = isPrivate ? { private: true, nameLine: false } : {};
      const evidence = { strength: 'practice', sources: [] };
      const body = toBody(all, short);
      return `---\n${toFront({ ...keys, ...flags, evidence }, body)}\n---\n\n${body}\n`;
    }),
  );
