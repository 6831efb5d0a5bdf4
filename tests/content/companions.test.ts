import { describe, expect, it } from 'vitest';
import { COMPANION_PARTS } from '../../scripts/model/companion.ts';
import { problemsOf, readFiles, worksheet } from './folders.ts';

const PARTS = [
  'Purpose',
  'Use when',
  'Not when',
  'Screen first',
  'Prepare',
  'Introduce',
  'During',
  'Debrief',
  'Homework',
  'Review',
  'Adapt',
  'Record keeping',
  'Refer on',
];

const companion = (parts: readonly string[], keys = '') =>
  `---\n${keys}---\n\n${parts.map((part) => `## ${part}\n\nWords.\n`).join('\n')}`;

const folder = (text: string) => ({
  'en/worksheets/wind-down.md': worksheet(),
  'en/companions/wind-down.md': text,
});

describe('a companion', () => {
  it('stands beside its sheet, with the same name, when every part is there', () => {
    expect(PARTS).toHaveLength(COMPANION_PARTS.length);
    const { library, problems } = readFiles(folder(companion(PARTS)));
    expect(problems).toEqual([]);
    expect(library.languages[0]?.companions.map(({ slug }) => slug)).toEqual(['wind-down']);
  });

  it('misses each part that is not there, and one without words', () => {
    const text = companion(PARTS.filter((part) => part !== 'Debrief')).replace(
      '## Adapt\n\nWords.\n',
      '## Adapt\n',
    );
    expect(problemsOf(folder(text))).toMatchInlineSnapshot(`
      "content/en/companions/wind-down.md:1:1: the part "## Debrief" is missing
          The parts are: Purpose, Use when, Not when, Screen first, Prepare, Introduce, During, Debrief, Homework, Review, Adapt, Record keeping, Refer on.
      content/en/companions/wind-down.md:40:1: the part "Adapt" has no text"
    `);
  });

  it('refuses a part that it does not have, with the nearest one', () => {
    const text = companion(PARTS.map((part) => (part === 'Refer on' ? 'Refer onn' : part)));
    expect(problemsOf(folder(text))).toMatchInlineSnapshot(`
      "content/en/companions/wind-down.md:1:1: the part "## Refer on" is missing
          The parts are: Purpose, Use when, Not when, Screen first, Prepare, Introduce, During, Debrief, Homework, Review, Adapt, Record keeping, Refer on.
      content/en/companions/wind-down.md:52:1: "Refer onn" is no part of a companion
          Did you mean "Refer on"?"
    `);
  });

  it('refuses parts in another order', () => {
    const [first = '', second = '', ...others] = PARTS;
    expect(problemsOf(folder(companion([second, first, ...others])))).toMatchInlineSnapshot(`
      "content/en/companions/wind-down.md:4:1: the part "Use when" is out of order or doubled
          The parts are: Purpose, Use when, Not when, Screen first, Prepare, Introduce, During, Debrief, Homework, Review, Adapt, Record keeping, Refer on."
    `);
  });

  it('belongs to a sheet that is there', () => {
    const files = { ...folder(''), 'en/companions/wind-down.md': '' };
    const lost = { ...files, 'en/companions/wind-donw.md': companion(PARTS) };
    expect(problemsOf(lost)).toMatchInlineSnapshot(`
      "content/en/companions/wind-donw.md:1:1: there is no worksheet "wind-donw" for this companion
          Did you mean "wind-down"?"
    `);
  });

  it('leads to other sheets that are there', () => {
    const text = companion(PARTS, 'followUp: [wind-down, wind-up]\n');
    expect(problemsOf(folder(text))).toMatchInlineSnapshot(`
      "content/en/companions/wind-down.md:2:12: followUp: a sheet cannot come after itself
      content/en/companions/wind-down.md:2:23: followUp: there is no worksheet "wind-up"
          Known here: none."
    `);
  });

  it('waits with its sheet while that is a draft', () => {
    const files = {
      ...folder(companion(PARTS)),
      'en/worksheets/wind-down.md': worksheet({ 'minutes: 20': 'minutes: 20\ndraft: true' }),
      'en/worksheets/first-night.md': worksheet({ 'number: 1': 'number: 2' }),
    };
    const { library, problems } = readFiles(files);
    expect(problems).toEqual([]);
    expect(library.languages[0]?.companions).toEqual([]);
  });

  it('has the words of its language for its parts', () => {
    const strings = COMPANION_PARTS.map((part, index) => `companion_${part}: Parte ${index}`);
    const parts = COMPANION_PARTS.map((_, index) => `Parte ${index}`);
    const files = { ...folder(companion(parts)), 'en/strings.yml': `${strings.join('\n')}\n` };
    expect(problemsOf(files)).toBe('');
  });
});
