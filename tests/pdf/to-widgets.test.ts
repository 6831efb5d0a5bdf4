import { describe, expect, it } from 'vitest';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { fieldNames } from '../../scripts/model/field-names.ts';
import { toWidgets } from '../../scripts/pdf/fields/to-widgets.ts';
import type { Widget } from '../../scripts/pdf/fields/widget.ts';
import { toSheet } from './press.ts';

const strings = await loadDefaultStrings();

/** The form fields of the one field that a text holds. */
async function widgetsOf(markdown: string): Promise<Widget[]> {
  const { worksheet } = await toSheet(markdown);
  return worksheet.fields.flatMap((field) => toWidgets(field, strings));
}

describe('the form fields of a question', () => {
  it('are one box of several lines for lines, with the hint in its words', async () => {
    expect(await widgetsOf('::lines[What happened?]{#what rows=3 hint="In short."}')).toEqual([
      { kind: 'text', name: 'what', label: 'What happened? In short.', rows: 3, multiline: true },
    ]);
  });

  it('are one box of several lines for a box', async () => {
    expect(await widgetsOf('::box[Draw]{#draw hint="Or write."}')).toEqual([
      { kind: 'text', name: 'draw', label: 'Draw. Or write.', multiline: true },
    ]);
  });

  it('are one group for a choice, with a line for own words', async () => {
    const markdown = ':::choice[Which?]{#which other hint="One."}\n- tea\n- a walk\n:::';
    expect(await widgetsOf(markdown)).toEqual([
      {
        kind: 'radio',
        name: 'which',
        label: 'Which? One.',
        choices: [
          { state: 'tea', label: 'Which? tea. One.' },
          { state: 'a-walk', label: 'Which? a walk' },
          { state: 'other', label: 'Which? Or in my own words:' },
        ],
      },
      {
        kind: 'text',
        name: 'which-other-words',
        label: 'Which? Or in my own words:',
        multiline: false,
      },
    ]);
  });

  it('are a box over the lines of each side of a card with room, named by its number', async () => {
    const markdown = ':::cards[Calm]{#calm own=1 hint="Cut."}\n- tea\n- a walk\n  - Slowly.\n:::';
    const lines = { kind: 'text', rows: 4, multiline: true };
    expect(await widgetsOf(markdown)).toEqual([
      { ...lines, name: 'calm-own1', label: 'Calm: Card 3. Cut.' },
      { ...lines, name: 'calm-tea-back', label: 'Calm: Card 1, back: tea' },
      { ...lines, name: 'calm-own1-back', label: 'Calm: Card 3, back' },
    ]);
  });

  it('are one box of one line for a blank', async () => {
    expect(await widgetsOf('At :blank[the time]{#at}.')).toEqual([
      { kind: 'text', name: 'at', label: 'the time', multiline: false },
    ]);
  });

  it('are one group for a scale, and each step says itself and what it is out of', async () => {
    expect(await widgetsOf('::scale[How sure?]{#sure from=1 to=3 low="not" high="quite"}')).toEqual(
      [
        {
          kind: 'radio',
          name: 'sure',
          label: 'How sure? 1: not. 3: quite.',
          choices: [
            { state: 'step-1', label: 'How sure? 1 of 3' },
            { state: 'step-2', label: 'How sure? 2 of 3' },
            { state: 'step-3', label: 'How sure? 3 of 3' },
          ],
        },
      ],
    );
  });

  it('are a tick for each row of a checklist, and a tick with a line for an own word', async () => {
    const markdown = ':::checklist[Which?]{#which other}\n- tea\n- no tea\n:::';
    expect(await widgetsOf(markdown)).toEqual([
      { kind: 'check', name: 'which-tea', label: 'Which? tea' },
      { kind: 'check', name: 'which-no-tea', label: 'Which? no tea' },
      { kind: 'check', name: 'which-other', label: 'Which? Or in my own words:' },
      {
        kind: 'text',
        name: 'which-other-words',
        label: 'Which? Or in my own words:',
        multiline: false,
      },
    ]);
  });

  it('are a group of answers for each row, where a checklist asks for answers', async () => {
    const markdown =
      ':::checklist[So?]{#so answers="Yes|Not sure" hint="One each."}\n- tea\n- a walk\n:::';
    expect(await widgetsOf(markdown)).toEqual([
      {
        kind: 'radio',
        name: 'so-tea',
        label: 'So? tea. One each.',
        choices: [
          { state: 'yes', label: 'So? tea: Yes. One each.' },
          { state: 'not-sure', label: 'So? tea: Not sure' },
        ],
      },
      {
        kind: 'radio',
        name: 'so-a-walk',
        label: 'So? a walk',
        choices: [
          { state: 'yes', label: 'So? a walk: Yes' },
          { state: 'not-sure', label: 'So? a walk: Not sure' },
        ],
      },
    ]);
  });

  it('are a box for each empty cell of a table, named by its column and its row', async () => {
    const markdown = ':::table[Plans]{#plans rows=1}\n| What | When |\n|---|---|\n| tea | |\n:::';
    expect(await widgetsOf(markdown)).toEqual([
      { kind: 'text', name: 'plans-1-2', label: 'Plans: When, tea', multiline: true },
      { kind: 'text', name: 'plans-2-1', label: 'Plans: What, 2', multiline: true },
      { kind: 'text', name: 'plans-2-2', label: 'Plans: When, 2', multiline: true },
    ]);
  });

  it('are a box for each side of a pair, row by row, sized to its lines', async () => {
    const text = { kind: 'text', multiline: true } as const;
    expect(await widgetsOf(':::pair[Wishes]{#wish rows=3 hint="Short."}\n:::')).toEqual([
      { ...text, name: 'wish-a', label: 'Wishes: A. Short.', rows: 3 },
      { ...text, name: 'wish-b', label: 'Wishes: B', rows: 3 },
    ]);
    expect(await widgetsOf(':::pair[Wishes]{#wish a="Me" b="You"}\n- at noon\n:::')).toEqual([
      { ...text, name: 'wish-at-noon-a', label: 'Wishes: at noon: Me', rows: 2 },
      { ...text, name: 'wish-at-noon-b', label: 'Wishes: at noon: You', rows: 2 },
    ]);
  });

  it('are a line to sign and a line for the date for each of two, after the gaps', async () => {
    const markdown = ':::agreement[Rules]{#rules hint="Both."}\nAt :blank[a time]{#at}.\n:::';
    const text = { kind: 'text', multiline: false } as const;
    expect(await widgetsOf(markdown)).toEqual([
      { ...text, name: 'at', label: 'a time' },
      { ...text, name: 'rules-sign-a', label: 'Rules: A: signature. Both.' },
      { ...text, name: 'rules-date-a', label: 'Rules: A: date' },
      { ...text, name: 'rules-sign-b', label: 'Rules: B: signature' },
      { ...text, name: 'rules-date-b', label: 'Rules: B: date' },
    ]);
  });

  it('are a tick for each row and day of a tracker, and a line for own words', async () => {
    const markdown = ':::tracker[Steps]{#s days=2 weeks=2 own=1 hint="Tick."}\n- tea\n:::';
    const told = (await widgetsOf(markdown)).map(({ name, label }) => `${name}: ${label}`);
    expect(told).toEqual([
      's-tea-w1-d1: Steps: tea: Week 1, Day 1. Tick.',
      's-tea-w1-d2: Steps: tea: Week 1, Day 2',
      's-own1: Steps: My own row 1: Week 1',
      's-own1-w1-d1: Steps: My own row 1: Week 1, Day 1',
      's-own1-w1-d2: Steps: My own row 1: Week 1, Day 2',
      's-tea-w2-d1: Steps: tea: Week 2, Day 1',
      's-tea-w2-d2: Steps: tea: Week 2, Day 2',
      's-own1-w2: Steps: My own row 1: Week 2',
      's-own1-w2-d1: Steps: My own row 1: Week 2, Day 1',
      's-own1-w2-d2: Steps: My own row 1: Week 2, Day 2',
    ]);
    const week = await widgetsOf(':::tracker[Steps]{#s}\n- tea\n:::');
    expect(week.at(-1)?.label).toBe('Steps: tea: Sunday');
  });

  it('are a tick or a small box for a number where the cells of a table are such', async () => {
    const table = '| What | Done | Minutes |\n|---|---|---|\n| tea | [ ] | [#] |';
    const number = { kind: 'text', multiline: false, centered: true } as const;
    expect(await widgetsOf(`:::table[Plans]{#plans rows=1 hint="Tick."}\n${table}\n:::`)).toEqual([
      { kind: 'check', name: 'plans-1-2', label: 'Plans: Done, tea. Tick.' },
      { ...number, name: 'plans-1-3', label: 'Plans: Minutes, tea' },
      { kind: 'text', name: 'plans-2-1', label: 'Plans: What, 2', multiline: true },
      { kind: 'check', name: 'plans-2-2', label: 'Plans: Done, 2' },
      { ...number, name: 'plans-2-3', label: 'Plans: Minutes, 2' },
    ]);
  });

  it('tell the hint of a checklist and of a table to a screen reader too', async () => {
    const list = ':::checklist[Which?]{#which hint="Tick one."}\n- tea\n:::';
    const table = ':::table[Plans]{#plans hint="Small ones."}\n| What |\n|---|\n| |\n:::';
    const labels = [...(await widgetsOf(list)), ...(await widgetsOf(table))].map(
      ({ label }) => label,
    );
    expect(labels[0]).toContain('Tick one.');
    expect(labels[1]).toContain('Small ones.');
  });

  it('have the names that the manifest says they have', async () => {
    const { worksheet } = await toSheet(
      'At :blank[x].\n\n::lines[y]{rows=1}\n\n::scale[z]{to=3}\n\n:::checklist[u]{other}\n- a\n:::\n\n:::table[v]{rows=2}\n| A | B |\n|---|---|\n:::',
    );
    expect(worksheet.fields).toHaveLength(5);
    for (const field of worksheet.fields) {
      expect(toWidgets(field, strings).map(({ name }) => name)).toEqual(fieldNames(field));
    }
  });
});
