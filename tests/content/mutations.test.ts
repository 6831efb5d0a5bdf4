import { describe, expect, it } from 'vitest';
import type { Problem } from '../../scripts/model/problem.ts';
import { readFiles, worksheet } from './folders.ts';

const BODY = `
## Before bed

Tonight I will :blank[one thing]{#plan width=40mm}, says [the guide](guide#part).

::lines[What kept you awake?]{#awake rows=4 hint="Only what you *like* to tell."}

::scale[How rested are you?]{#rested from=0 to=10 low="tired" high="fresh"}

:::checklist[What helps?]{#helps max=2 other}
- a dark room
- tea at 7:30
:::

### My week

:::table[My week]{#week rows=2}
| Day | Slept well? |
|---|---|
| *Sunday* | *yes* |
| Monday | |
:::

> See <https://example.org> or [this][part]. <!-- soon -->

- one
  - two :blank[more]

[part]: #before-bed
`;

const SAMPLE = worksheet(
  {
    'minutes: 20': 'minutes: 20\nrequires: [m-0]\nreview: {by: A, role: editor, date: 2026-11-22}',
  },
  BODY,
);
const COUNT = 300;

/** Numbers from 0 up to 1 that look random and are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

const PIECES = [
  ...':[]{}#|*-_<>"\'`&!\\/\n\t 1aé夜🌙%@,?',
  ':::',
  '---',
  '::',
  '${',
  '<!--',
  '&#58;',
  ': *a',
  ': &a ',
  '[7]',
  'x: ',
];

/** How many of the parts are front matter. */
function frontOf(parts: readonly string[], unit: string): number {
  return parts.join(unit).split('\n---\n')[0]?.split(unit).length ?? 0;
}

/** Takes out, doubles or puts in a character or a line. */
function damage(text: string, random: () => number): string {
  const unit = random() < 0.5 ? '\n' : '';
  const parts = unit ? text.split(unit) : [...text];
  // Front matter is short beside the body, and has more ways to break.
  const reach = random() < 0.5 ? frontOf(parts, unit) : parts.length;
  const at = Math.floor(random() * reach);
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
  const part = parts[at] ?? '';
  const choices = [
    [],
    [part, part],
    [piece, part],
    [parts[Math.floor(random() * parts.length)] ?? ''],
  ];
  parts.splice(at, 1, ...(choices[Math.floor(random() * choices.length)] ?? []));
  return parts.join(unit);
}

function damagedTexts(): string[] {
  return Array.from({ length: COUNT }, (_, seed) => {
    const random = createRandom(seed + 1);
    let text = SAMPLE;
    for (let times = 1 + Math.floor(random() * 4); times > 0; times--) text = damage(text, random);
    return text;
  });
}

const texts = damagedTexts();
const toFiles = (all: readonly string[]) =>
  Object.fromEntries(all.map((text, index) => [`en/worksheets/m-${index}.md`, text]));

/** The problems of all texts; or the texts that stop the reading, so that a failure shows them. */
function readAll(): { problems: Problem[]; stopping: { text: string; error: unknown }[] } {
  try {
    return { problems: readFiles(toFiles(texts)).problems, stopping: [] };
  } catch {
    const stopping = texts.flatMap((text) => {
      try {
        readFiles(toFiles([text, SAMPLE]));
        return [];
      } catch (error) {
        return [{ text, error }];
      }
    });
    return { problems: [], stopping };
  }
}

/** Whether a problem points at a place that its file has; one past the end is where a word is missing. */
function isInside({ file, line, column }: Problem): boolean {
  const index = /m-(\d+)\.md$/.exec(file)?.[1];
  if (index === undefined) return line === 1 && column === 1;
  const lines = (texts[Number(index)] ?? '').split('\n');
  const length = lines[line - 1]?.length;
  return length !== undefined && column >= 1 && column <= length + 1;
}

const { problems, stopping } = readAll();

describe(`${COUNT} worksheets damaged at random`, () => {
  it('never stop the reading', () => {
    expect(stopping).toEqual([]);
  });

  it('have problems that all point into their files', () => {
    expect(problems.length).toBeGreaterThan(COUNT);
    expect(problems.filter((problem) => !isInside(problem))).toEqual([]);
  });

  it('are damaged in many ways, so that these tests see something', () => {
    const messages = problems.map(({ message }) => message.replace(/".*?"|\d+/g, '…'));
    expect(new Set(messages).size).toBeGreaterThan(40);
    expect(new Set(texts).size).toBeGreaterThan(COUNT * 0.9);
  });
});
