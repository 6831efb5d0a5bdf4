import { describe, expect, it } from 'vitest';
import { withInnerFields } from '../../scripts/model/field-names.ts';
import { toWidgets } from '../../scripts/pdf/fields/to-widgets.ts';
import type { Widget } from '../../scripts/pdf/fields/widget.ts';
import { type Answers, answersIn, fillWithPdfJs } from '../pdf/fill-in.ts';
import { longAnswer } from '../pdf/long-answer.ts';
import { type SheetPlace, usePress } from '../pdf/press.ts';
import { loadSpecimen } from './specimen.ts';

const own = usePress();
const sheets = (await loadSpecimen()).filter(({ worksheet }) => !worksheet.private);
const EDITIONS = ['standard', 'large'] as const;
const prints = sheets.flatMap((place) =>
  EDITIONS.map((edition) => ({ place, edition, slug: place.worksheet.slug })),
);
/** As long as an answer may be. */
const LONGEST = 2000;

/** An answer to every field: as it is filled in, and as it must be read. */
type Filling = { answers: Answers; expected: Record<string, string> };

function answerTo(widget: Widget, index: number, { answers, expected }: Filling): void {
  const { name } = widget;
  if (widget.kind === 'radio') {
    const state = widget.choices[index % widget.choices.length]?.state ?? '';
    answers[`${name}=${state}`] = true;
    expected[name] = state;
  } else if (widget.kind === 'check') {
    answers[name] = true;
    expected[name] = 'Yes';
  } else {
    // Every seventh field of several lines is given as much as anybody may write.
    const isLong = widget.multiline && index % 7 === 0;
    const words = isLong ? longAnswer(LONGEST) : `answer ${index}`;
    answers[name] = words;
    expected[name] = words;
  }
}

function fillAll({ worksheet, shelf }: SheetPlace): Filling {
  const filling: Filling = { answers: {}, expected: {} };
  const widgets = worksheet.fields.flatMap((field) => toWidgets(field, shelf.strings));
  for (const [index, widget] of widgets.entries()) answerTo(widget, index, filling);
  return filling;
}

describe('every field of the specimen', () => {
  it.each(prints)(
    'keeps what PDF.js fills in, on both papers: $slug, $edition print',
    async ({ place, edition }) => {
      const { finished } = await own.press.print(place, edition);
      const { answers, expected } = fillAll(place);
      const fields = place.worksheet.fields.flatMap(withInnerFields);
      expect(Object.keys(expected).length).toBeGreaterThan(fields.length);
      expect(Object.values(expected).filter(({ length }) => length === LONGEST)).not.toEqual([]);
      expect(finished.files).toHaveLength(2);
      for (const { bytes } of finished.files) {
        expect(await answersIn(await fillWithPdfJs(bytes, answers))).toEqual(expected);
      }
    },
    60_000,
  );
});
