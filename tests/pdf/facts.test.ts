import { PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PdfFacts, readFacts } from '../../scripts/pdf/facts.ts';
import { listDicts, openObjects } from './objects-of.ts';
import { loadSleepSheet, usePress } from './press.ts';

const own = usePress();

describe('facts read back from a finished sheet', () => {
  let facts: PdfFacts;

  beforeAll(async () => {
    const made = await own.press.print(await loadSleepSheet('sleep-diary'), 'large');
    facts = await readFacts(made.bytes);
  });

  it('count its pages, and say that each is set in full size', () => {
    expect(facts.pages).toBe(2);
    expect(facts.scales.map((scale) => scale.toFixed(3))).toEqual(['1.000', '1.000']);
  });

  it('count its tags by their type', () => {
    const { H1, H2, L, LI, Table, TR, TH, TD, Form } = facts.tags;
    expect({ H1, H2, L, LI, Table, TR, TH, TD, Form }).toEqual({
      H1: 1,
      H2: 1,
      L: 2,
      LI: 8,
      Table: 1,
      TR: 3,
      TH: 4,
      TD: 5,
      Form: 10,
    });
  });

  it('list its fields in the order of the Tab key, with page, step and words', () => {
    const told = facts.widgets.map(
      ({ page, name, state, label }) => `${page} ${name}${state ? ` ${state}` : ''}: ${label}`,
    );
    expect(told).toMatchInlineSnapshot(`
      [
        "0 light: time the light went out",
        "0 rested step-0: How rested do I feel? 0 of 5",
        "0 rested step-1: How rested do I feel? 1 of 5",
        "0 rested step-2: How rested do I feel? 2 of 5",
        "0 rested step-3: How rested do I feel? 3 of 5",
        "0 rested step-4: How rested do I feel? 4 of 5",
        "0 rested step-5: How rested do I feel? 5 of 5",
        "0 nights-2-2: Two nights: Hours of sleep, Tuesday",
        "0 nights-2-3: Two nights: Times awake, Tuesday",
        "1 awake: What kept me awake? One line is enough.",
      ]
    `);
  });

  it('say that each field is in the structure tree', () => {
    expect(facts.widgets.filter(({ tagged }) => !tagged)).toEqual([]);
  });

  it('find no heading on two pages', () => {
    expect(facts.doubledHeadings).toEqual([]);
  });
});

describe('facts read back from other files', () => {
  it('tell of fields that no tag leads to and that say nothing', async () => {
    const { bytes } = await own.press.print(await loadSleepSheet('sleep-diary'), 'standard');
    const document = await openObjects(bytes);
    document.catalog.delete(PDFName.of('StructTreeRoot'));
    for (const dict of listDicts(document)) dict.delete(PDFName.of('TU'));
    const { tags, widgets } = await readFacts(await document.save());
    expect(tags).toEqual({});
    expect(widgets[0]).toEqual({
      name: 'light',
      state: undefined,
      page: 0,
      label: '',
      tagged: false,
    });
    expect(widgets.filter(({ tagged, label }) => tagged || label !== '')).toEqual([]);
  });

  it('tell of a heading that the browser painted on two pages', async () => {
    const css = 'h2{break-before:page;margin:0;padding:0;line-height:1}';
    const { bytes } = await own.press.printer(
      `<!doctype html><html lang="en"><title>Two</title><style>@page{margin:0}body{margin:0}${css}</style>
      <main><h1>One</h1><p>Words.</p><h2>Two</h2><p>Words.</p></main></html>`,
    );
    const facts = await readFacts(bytes);
    expect([facts.pages, facts.tags['H2']]).toEqual([2, 1]);
    expect(facts.doubledHeadings).toEqual([1]);
  });
});
