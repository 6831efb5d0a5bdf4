import fc from 'fast-check';
import type { FieldKind } from '../../scripts/model/field.ts';
import { fewWords, markedWords, plainWords } from './words.ts';
import {
  type Attributes,
  braces,
  container,
  hint,
  leaf,
  list,
  maybe,
  none,
  rows,
  stretch,
  toList,
  type WrittenField,
} from './written-field.ts';

const ANSWERS = ['Yes', 'No', 'Not sure', 'Often', 'Hardly ever', 'Always', 'Never'];
const answers = fc
  .uniqueArray(fc.constantFrom(...ANSWERS), { minLength: 2, maxLength: 5 })
  .map((words): Attributes => ({ answers: words.join('|') }));
const ticks = fc.record({ max: maybe(fc.constant(1)), other: fc.boolean() });
const items = fc.oneof(list(1, 20, fewWords), list(1, 12, markedWords(1, 26)));

const choice = fc
  .boolean()
  .chain((other) =>
    container('choice', fc.constant({ other }), list(other ? 1 : 2, 9, markedWords(1, 20))),
  );

/** Steps from one number to another, as many as the kind may have. */
const steps = (least: number, most: number): fc.Arbitrary<Attributes> =>
  fc
    .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: least, max: most }))
    .map(([from, count]) => ({ from, to: from + count }));

const scale = fc
  .tuple(fc.oneof(none, steps(1, 10)), maybe(plainWords(1, 6)), maybe(plainWords(1, 6)))
  .map(([range, low, high]): Attributes => ({ ...range, low, high }));

const blank = fc
  .tuple(plainWords(1, 5), maybe(fc.integer({ min: 15, max: 165 })), hint)
  .map(([words, width, help]): WrittenField => {
    const attributes = { width: width === undefined ? undefined : `${width}mm`, hint: help };
    return (id) => `:blank[${words}]${braces(id, attributes).replace(/width="(\w+)"/, 'width=$1')}`;
  });

/** Words with gaps in them, each a field of its own; the ids of all but the first are made from it. */
const sentence = fc
  .tuple(
    plainWords(1, 12),
    fc.array(fc.tuple(blank, plainWords(0, 12)), { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([first, gaps]): WrittenField =>
      (id) => {
        const parts = gaps.map(
          ([gap, words], index) => `${gap(index === 0 ? id : `${id}-gap${index}`)} ${words}`,
        );
        return `${first} ${parts.join(' ')}.`;
      },
  );

const cell = fc.oneof(
  fc.constantFrom('', '[ ]', '[#]'),
  plainWords(1, 6),
  plainWords(1, 5).map((words) => `*${words.replaceAll('*', '')}*`),
);
const table = fc.integer({ min: 1, max: 5 }).chain((columns) => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  const inner = fc
    .tuple(
      fc.array(fewWords, { minLength: columns, maxLength: columns }),
      fc.array(row, { minLength: 0, maxLength: 5 }),
    )
    .map(([heads, body]) =>
      // One cell has to be empty.
      [heads, heads.map(() => '---'), ...body, heads.map(() => '')].map(line).join('\n'),
    );
  return container('table', fc.record({ rows: rows(30) }), inner);
});

/** Two different names. */
const names = maybe(fc.tuple(plainWords(1, 5, 37), plainWords(1, 5, 37))).map(
  (both): Attributes => (both ? { a: `A ${both[0]}`, b: `B ${both[1]}` } : {}),
);
const pair = fc.oneof(
  container(
    'pair',
    fc
      .tuple(names, rows(12), stretch)
      .map(([both, count, grow]) => ({ ...both, rows: count, stretch: grow })),
    fc.constant(''),
  ),
  container(
    'pair',
    fc.tuple(names, rows(6)).map(([both, count]) => ({ ...both, rows: count })),
    list(1, 12, markedWords(1, 8)),
  ),
);

const agreement = container(
  'agreement',
  none,
  fc
    .tuple(
      fc.array(fc.oneof(plainWords(1, 60), sentence), { minLength: 1, maxLength: 3 }),
      maybe(list(1, 6, markedWords(1, 25))),
    )
    .map(
      ([paragraphs, points]): WrittenField =>
        (id) => {
          const texts = paragraphs.map((one, index) =>
            typeof one === 'string' ? one : one(`${id}-p${index}`),
          );
          return [...texts, ...(points ? [points] : [])].join('\n\n');
        },
    ),
);

const days = fc.record({
  days: maybe(fc.integer({ min: 2, max: 14 })),
  weeks: maybe(fc.integer({ min: 1, max: 8 })),
});
const tracker = fc.oneof(
  container('tracker', days, list(1, 5, fewWords)),
  container(
    'tracker',
    fc.tuple(days, fc.integer({ min: 1, max: 5 })).map(([given, own]) => ({ ...given, own })),
    fc.oneof(fc.constant(''), list(1, 3, fewWords)),
  ),
);

const lines = fc
  .tuple(rows(14), stretch)
  .map(([count, grow]): Attributes => ({ rows: count, stretch: grow }));
const height = fc
  .tuple(maybe(fc.integer({ min: 20, max: 150 })), stretch)
  .map(([mm, grow]): Attributes => ({ height: mm, stretch: grow }));
const box = leaf('box', height).map(
  (write): WrittenField =>
    (id) =>
      write(id).replace(/height=(\d+)/, 'height=$1mm'),
);

const timeline = fc.oneof(
  container(
    'timeline',
    fc.record({ points: maybe(fc.integer({ min: 2, max: 12 })), rows: rows(4) }),
    fc.constant(''),
  ),
  container(
    'timeline',
    fc.record({ points: maybe(fc.integer({ min: 1, max: 6 })), rows: rows(4) }),
    list(2, 6, markedWords(1, 12)),
  ),
);

/** Words of so many letters at most, which may stand once. */
const differentWords = (minLength: number, maxLength: number, letters: number) =>
  fc.uniqueArray(plainWords(1, 9, letters), { minLength, maxLength });

const ladder = fc.oneof(
  container('ladder', fc.record({ own: maybe(fc.integer({ min: 2, max: 10 })) }), fc.constant('')),
  container(
    'ladder',
    fc.record({ own: maybe(fc.integer({ min: 1, max: 4 })) }),
    differentWords(2, 6, 40).map(toList),
  ),
);

const cycle = fc
  .integer({ min: 3, max: 6 })
  .chain((count) =>
    container(
      'cycle',
      fc.record({ rows: rows(Math.min(4, Math.floor(16 / count))) }),
      differentWords(count, count, 80).map(toList),
    ),
  );

/** Pairs, and perhaps answers too many. */
const matching = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 2 }))
  .chain(([pairs, more]) =>
    container(
      'matching',
      none,
      fc
        .tuple(
          fc.tuple(fewWords, fewWords),
          differentWords(pairs, pairs, 58),
          differentWords(pairs + more, pairs + more, 58),
        )
        .map(([heads, left, right]) => {
          const lines = right.map((answer, index) => `| ${left[index] ?? ''} | ${answer} |`);
          return [`| ${heads.join(' | ')} |`, '|---|---|', ...lines].join('\n');
        }),
    ),
  );

const card = fc
  .tuple(plainWords(1, 20, 120), maybe(plainWords(1, 20, 120)))
  .map(([front, back]) => (back === undefined ? `- ${front}` : `- ${front}\n  - ${back}`));
const cards = fc.oneof(
  container(
    'cards',
    fc.record({ own: maybe(fc.integer({ min: 1, max: 8 })), back: maybe(plainWords(1, 15, 120)) }),
    fc.array(card, { minLength: 1, maxLength: 9 }).map((all) => all.join('\n')),
  ),
  container('cards', fc.record({ own: fc.integer({ min: 1, max: 8 }) }), fc.constant('')),
);

/**
 * Every kind of field with random attributes in its limits; fields that are taller than a page of
 * large print are left out, for a build tells their authors of them. A kind that is not here fails a
 * test by its name.
 */
export const FIELDS: Record<FieldKind, fc.Arbitrary<WrittenField>> = {
  lines: leaf('lines', lines),
  box,
  scale: leaf('scale', scale),
  checklist: fc.oneof(
    container('checklist', ticks, items),
    container('checklist', answers, list(1, 14, markedWords(1, 16))),
  ),
  choice,
  blank: sentence,
  table,
  pair,
  agreement,
  tracker,
  wheel: container('wheel', fc.oneof(none, steps(2, 10)), list(3, 8, fewWords)),
  timeline,
  ladder,
  cycle,
  matching,
  cards,
};

/** Nobody signs a private sheet. */
export const NEVER_PRIVATE: readonly FieldKind[] = ['agreement'];
