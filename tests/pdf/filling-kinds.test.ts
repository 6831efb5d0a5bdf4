import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSheet } from '../../scripts/pdf/check-sheet.ts';
import { type Answers, answersIn, fillWithPdfJs, inkIn } from './fill-in.ts';
import { type Print, toSheet, usePress } from './press.ts';

const own = usePress();

type Case = {
  kind: string;
  markdown: string;
  /** As PDF.js is told. */
  answers: Answers;
  /** As the file says afterwards, when that is more than the answers. */
  found?: Record<string, string>;
  /** Where ink must be seen afterwards. */
  seen: [name: string, choice?: string];
};

const CASES: Case[] = [
  {
    kind: 'a checklist with answers',
    markdown: ':::checklist[Is it so?]{#so answers="Yes|No|Not sure"}\n- tea\n- a walk\n:::',
    answers: { 'so-tea=not-sure': true, 'so-a-walk=yes': true },
    found: { 'so-tea': 'not-sure', 'so-a-walk': 'yes' },
    seen: ['so-tea', 'not-sure'],
  },
  {
    kind: 'a box',
    markdown: '::box[Draw]{#draw height=40mm}',
    answers: { draw: 'A house' },
    seen: ['draw'],
  },
  {
    kind: 'a choice',
    markdown: ':::choice[Which?]{#which other}\n- tea\n- a long walk\n:::',
    answers: { 'which=a-long-walk': true, 'which-other-words': 'or a short one' },
    found: { which: 'a-long-walk', 'which-other-words': 'or a short one' },
    seen: ['which', 'a-long-walk'],
  },
  {
    kind: 'a pair of columns',
    markdown: ':::pair[Wishes]{#wish rows=2}\n:::',
    answers: { 'wish-a': 'more light', 'wish-b': 'less' },
    seen: ['wish-b'],
  },
  {
    kind: 'a pair of columns with rows',
    markdown: ':::pair[Wishes]{#wish a="Me" b="You"}\n- at night\n- at noon\n:::',
    answers: { 'wish-at-night-a': 'more light', 'wish-at-noon-b': 'less' },
    seen: ['wish-at-noon-b'],
  },
  {
    kind: 'an agreement',
    markdown: ':::agreement[Rules]{#rules}\nLights out at :blank[a time]{#time}.\n\n- tea\n:::',
    answers: { time: 'ten', 'rules-sign-a': 'Kim', 'rules-date-a': '2 May', 'rules-sign-b': 'Lou' },
    seen: ['rules-sign-a'],
  },
  {
    kind: 'a tracker of two weeks with a row for own words',
    markdown: ':::tracker[Steps]{#steps weeks=2 own=1}\n- up by seven\n:::',
    answers: {
      'steps-up-by-seven-w1-d1': true,
      'steps-own1': 'read',
      'steps-own1-w2': 'walk',
      'steps-own1-w2-d7': true,
    },
    found: {
      'steps-up-by-seven-w1-d1': 'Yes',
      'steps-own1': 'read',
      'steps-own1-w2': 'walk',
      'steps-own1-w2-d7': 'Yes',
    },
    seen: ['steps-own1-w2-d7'],
  },
  {
    kind: 'a tracker of ten days',
    markdown: ':::tracker[Steps]{#steps days=10}\n- up by seven\n:::',
    answers: { 'steps-up-by-seven-w1-d10': true },
    found: { 'steps-up-by-seven-w1-d10': 'Yes' },
    seen: ['steps-up-by-seven-w1-d10'],
  },
  {
    kind: 'a wheel',
    markdown: ':::wheel[Night]{#night}\n- dark\n- cool\n- quiet\n:::',
    answers: { 'night-dark': '7', 'night-quiet': '10' },
    seen: ['night-quiet'],
  },
  {
    kind: 'a timeline with words at some of its points',
    markdown: ':::timeline[Nights]{#nights points=2}\n- the move\n:::',
    answers: {
      'nights-the-move-when': 'March',
      'nights-the-move': 'no curtains yet',
      'nights-point2-when': 'in autumn',
      'nights-point2': 'better',
    },
    seen: ['nights-point2-when'],
  },
  {
    kind: 'a ladder with steps of own words',
    markdown: ':::ladder[Steps]{#steps own=2}\n- dim the light\n- read on paper\n:::',
    answers: { 'steps-dim-the-light-done': true, 'steps-own1': 'walk', 'steps-own2-done': true },
    found: {
      'steps-dim-the-light-done': 'Yes',
      'steps-own1': 'walk',
      'steps-own2-done': 'Yes',
    },
    seen: ['steps-own2-done'],
  },
  {
    kind: 'a cycle',
    markdown: ':::cycle[Night]{#night}\n- awake\n- late\n- tired\n:::',
    answers: { 'night-awake': 'since two', 'night-tired': 'all day' },
    seen: ['night-tired'],
  },
  {
    kind: 'a matching',
    markdown:
      ':::matching[Which?]{#which}\n| A | B |\n|---|---|\n| tea | hot |\n| ice | cold |\n| | wet |\n:::',
    answers: { 'which-tea': 'B', 'which-ice': 'A' },
    seen: ['which-ice'],
  },
  {
    kind: 'a table with boxes to tick and for numbers',
    markdown:
      ':::table[Plans]{#plans rows=1}\n| What | Done | Minutes |\n|---|---|---|\n| tea | [ ] | [#] |\n:::',
    answers: { 'plans-1-2': true, 'plans-1-3': '15', 'plans-2-1': 'a walk', 'plans-2-2': true },
    found: { 'plans-1-2': 'Yes', 'plans-1-3': '15', 'plans-2-1': 'a walk', 'plans-2-2': 'Yes' },
    seen: ['plans-2-2'],
  },
];

/** The same answers as pdf-lib fills them in, as a program would. */
async function fillWithPdfLib(bytes: Uint8Array, answers: Answers): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const form = document.getForm();
  for (const [key, value] of Object.entries(answers)) {
    const [name = '', choice] = key.split('=');
    if (choice) form.getRadioGroup(name).select(choice);
    else if (value === true) form.getCheckBox(name).check();
    else form.getTextField(name).setText(value);
  }
  return document.save();
}

describe.each(CASES)('$kind', ({ markdown, answers, found, seen }) => {
  let print: Print;

  beforeAll(async () => {
    print = await own.press.print(await toSheet(markdown), 'standard');
  });

  it('is printed with nothing lost, and empty', async () => {
    expect(checkSheet(print.promised)).toEqual([]);
    expect(await answersIn(print.bytes)).toEqual({});
  });

  it('is printed in large print and for a private sheet with nothing lost', async () => {
    const place = await toSheet(markdown);
    const pages = { standard: 1, large: 2 };
    const large = { ...place, worksheet: { ...place.worksheet, pages } };
    const closed = { ...place, worksheet: { ...place.worksheet, private: true } };
    const prints = [
      await own.press.print(large, 'large'),
      await own.press.print(closed, 'standard'),
    ];
    expect(prints.flatMap(({ promised }) => checkSheet(promised))).toEqual([]);
    expect(prints.map(({ promised }) => promised.facts.widgets.length === 0)).toEqual([
      false,
      true,
    ]);
  });

  it('keeps what PDF.js, the reader of Firefox, fills in, and shows it', async () => {
    const filled = await fillWithPdfJs(print.bytes, answers);
    expect(await answersIn(filled)).toEqual(found ?? answers);
    const [name, choice] = seen;
    const before = await inkIn(print.bytes, name, choice);
    expect(await inkIn(filled, name, choice)).toBeGreaterThan(before + 10);
  });

  it('keeps what a program fills in', async () => {
    expect(await answersIn(await fillWithPdfLib(print.bytes, answers))).toEqual(found ?? answers);
  });
});
