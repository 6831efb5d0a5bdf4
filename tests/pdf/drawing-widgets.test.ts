import { describe, expect, it } from 'vitest';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { toWidgets } from '../../scripts/pdf/fields/to-widgets.ts';
import type { Widget } from '../../scripts/pdf/fields/widget.ts';
import { toSheet } from './press.ts';

const strings = await loadDefaultStrings();

/** The form fields of the one field that a text holds. */
async function widgetsOf(markdown: string): Promise<Widget[]> {
  const { worksheet } = await toSheet(markdown);
  return worksheet.fields.flatMap((field) => toWidgets(field, strings));
}

describe('the form fields beside a drawing', () => {
  it('are a small box for the number of each segment of a wheel', async () => {
    const markdown = ':::wheel[Night]{#n from=1 to=5 hint="Shade."}\n- dark\n- cool\n- dry\n:::';
    const number = { kind: 'text', multiline: false, centered: true } as const;
    expect(await widgetsOf(markdown)).toEqual([
      { ...number, name: 'n-dark', label: 'Night: dark: 1 to 5. Shade.' },
      { ...number, name: 'n-cool', label: 'Night: cool: 1 to 5' },
      { ...number, name: 'n-dry', label: 'Night: dry: 1 to 5' },
    ]);
  });

  it('are a line for when and a box for what for each point of a timeline', async () => {
    const markdown = ':::timeline[Nights]{#n points=1 rows=3 hint="Roughly."}\n- the move\n:::';
    const when = { kind: 'text', multiline: false } as const;
    const what = { kind: 'text', multiline: true, rows: 3 } as const;
    expect(await widgetsOf(markdown)).toEqual([
      { ...when, name: 'n-the-move-when', label: 'Nights: the move: When. Roughly.' },
      { ...what, name: 'n-the-move', label: 'Nights: the move: What' },
      { ...when, name: 'n-point1-when', label: 'Nights: Point 2: When' },
      { ...what, name: 'n-point1', label: 'Nights: Point 2: What' },
    ]);
  });

  it('are a tick for each step of a ladder, and a line for a step without words', async () => {
    const markdown = ':::ladder[Steps]{#s own=1 hint="Slowly."}\n- dim the light\n:::';
    expect(await widgetsOf(markdown)).toEqual([
      { kind: 'check', name: 's-dim-the-light-done', label: 'Steps: dim the light: Done. Slowly.' },
      { kind: 'text', name: 's-own1', label: 'Steps: Step 2', multiline: false },
      { kind: 'check', name: 's-own1-done', label: 'Steps: Step 2: Done' },
    ]);
    const [first] = await widgetsOf(':::ladder[Steps]{#s hint="Slowly."}\n:::');
    expect(first?.label).toBe('Steps: Step 1. Slowly.');
  });

  it('are a box over the lines of each step of a cycle', async () => {
    const markdown = ':::cycle[Night]{#n rows=1 hint="Honestly."}\n- awake\n- late\n- tired\n:::';
    const lines = { kind: 'text', multiline: true, rows: 1 } as const;
    expect(await widgetsOf(markdown)).toEqual([
      { ...lines, name: 'n-awake', label: 'Night: awake. Honestly.' },
      { ...lines, name: 'n-late', label: 'Night: late' },
      { ...lines, name: 'n-tired', label: 'Night: tired' },
    ]);
  });

  it('are a small box for the letter of each item of a matching', async () => {
    const table = '| A | B |\n|---|---|\n| tea | hot |\n| ice | cold |\n| | wet |';
    const markdown = `:::matching[Which?]{#which hint="Draw lines."}\n${table}\n:::`;
    const letter = { kind: 'text', multiline: false, centered: true } as const;
    expect(await widgetsOf(markdown)).toEqual([
      { ...letter, name: 'which-tea', label: 'Which? tea: a letter from A to C. Draw lines.' },
      { ...letter, name: 'which-ice', label: 'Which? ice: a letter from A to C' },
    ]);
  });
});
