import { beforeAll, describe, expect, it } from 'vitest';
import { checkSheet, type PrintedEdition } from '../../scripts/pdf/check-sheet.ts';
import type { PdfFacts, WidgetFact } from '../../scripts/pdf/facts.ts';
import { BETTER_SLEEP } from '../build/run-build.ts';
import { loadSleepSheet, readProjectFile, type SheetPlace, usePress } from './press.ts';

const own = usePress();

const print = async (place: SheetPlace, edition: 'standard' | 'large' = 'standard') =>
  own.press.print(place, edition);

/** A good print, with one of its facts altered: what a fault in the making would leave. */
describe('a file that lost something on the way', () => {
  let good: PrintedEdition;
  let lineOfHeading: number;

  beforeAll(async () => {
    good = (await print(await loadSleepSheet('wind-down'))).promised;
    const source = await readProjectFile(`${BETTER_SLEEP}/en/worksheets/wind-down.md`);
    lineOfHeading = source.toString('utf8').split('\n').indexOf('## After a week') + 1;
  });

  const messages = (facts: Partial<PdfFacts>) =>
    checkSheet({ ...good, facts: { ...good.facts, ...facts } }).map(({ message }) => message);
  const withWidget = (name: string, change: Partial<WidgetFact>) =>
    good.facts.widgets.map((widget) => (widget.name === name ? { ...widget, ...change } : widget));

  it('is no problem when nothing was lost', () => {
    expect(messages({})).toEqual([]);
    expect(good.facts.widgets).toHaveLength(14);
  });

  it('is told of a heading that is no heading any more', () => {
    expect(messages({ tags: { ...good.facts.tags, H2: 0 } })).toEqual([
      'tags were lost in the PDF: 1 H2 on the page, 0 in the PDF',
    ]);
  });

  it('is told of a field that is not there', () => {
    const widgets = good.facts.widgets.filter(({ name }) => name !== 'tell');
    expect(messages({ widgets })).toEqual(['fields were lost in the PDF: tell']);
  });

  it('is told of a step of a scale that is not there', () => {
    const widgets = good.facts.widgets.filter(({ state }) => state !== 'step-3');
    expect(messages({ widgets })).toEqual(['fields were lost in the PDF: go-on?step-3']);
  });

  it('is told of a field that came from nowhere', () => {
    const [first] = good.facts.widgets;
    if (!first) throw new Error('the sheet has fields');
    const widgets = [...good.facts.widgets, { ...first, name: 'forged' }];
    expect(messages({ widgets })).toEqual(['fields came from nowhere in the PDF: forged']);
  });

  it('is told of a field that is not tagged', () => {
    expect(messages({ widgets: withWidget('changed', { tagged: false }) })).toEqual([
      'fields are not tagged in the PDF: changed',
    ]);
  });

  it('is told of a field that says nothing', () => {
    expect(messages({ widgets: withWidget('begins', { label: '' }) })).toEqual([
      'fields have no label in the PDF: begins',
    ]);
  });

  it('is told of fields that are out of reading order', () => {
    const widgets = [...good.facts.widgets].reverse();
    expect(messages({ widgets })[0]).toMatch(
      /^fields are out of reading order in the PDF: go-on\?step-4/,
    );
  });

  it('is told of a heading that is painted on two pages, at the line of that heading', () => {
    const facts = { ...good.facts, doubledHeadings: [1] };
    const [problem] = checkSheet({ ...good, facts });
    expect(problem?.message).toBe('a heading is painted on two pages');
    expect(problem?.line).toBe(lineOfHeading);
  });

  it('is not told so as well where something is taller than a page, and cut by force', () => {
    const facts = { ...good.facts, doubledHeadings: [1] };
    const pages = good.fit.pages.map((page) => ({ ...page, usedPx: 2000 }));
    const found = checkSheet({ ...good, facts, fit: { ...good.fit, pages } });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^what belongs together here is taller than a page/),
    ]);
  });

  it('is told of everything at once', () => {
    const widgets = withWidget('begins', { label: '', tagged: false });
    expect(messages({ widgets, tags: {}, doubledHeadings: [0] })).toHaveLength(4);
  });
});
