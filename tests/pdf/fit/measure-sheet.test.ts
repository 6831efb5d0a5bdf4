import { describe, expect, it } from 'vitest';
import type { SheetFit } from '../../../scripts/pdf/fit/fit-sheet.ts';
import { usePress } from '../press.ts';

const own = usePress();

/** A document with a stylesheet as plain as can be: lines of 20 px, 10 px between blocks. */
async function measure(body: string, css = ''): Promise<SheetFit> {
  const style = `@page{size:210mm 297mm;margin:27mm 20mm}:root{--pitch:9mm}*{margin:0;padding:0}
body{font:14px/20px sans-serif}main{width:400px}main>*{margin-top:10px}p{orphans:3;widows:3}
table{border-spacing:0}${css}`;
  const main = `<main>${body}</main>`;
  const { fit } = await own.press.printer(
    `<!doctype html><html lang="en"><title>x</title><style>${style}</style><body>${main}</body></html>`,
  );
  return fit;
}

/** Slabs as "block top-bottom start", heights in px. */
const slabsOf = async (body: string, css?: string) =>
  (await measure(body, css)).slabs.map(
    ({ block, topPx, bottomPx, start }) =>
      `${block} ${Math.round(topPx)}-${Math.round(bottomPx)} ${start}`,
  );

const lines = (count: number) => Array.from({ length: count }, () => 'word').join('<br>');

describe('what no page break may cut', () => {
  it('is each block that has no blocks inside, from edge to edge, without the space above it', async () => {
    expect(await slabsOf('<p id="a">one</p><p id="b">two</p>')).toEqual([
      'a 0-20 free',
      'b 30-50 free',
    ]);
  });

  it('is a paragraph too short to leave three lines on both pages', async () => {
    expect(await slabsOf(`<p id="a">${lines(5)}</p>`)).toEqual(['a 0-100 free']);
  });

  it('is, of a long paragraph, the first three lines, the last three, and each between', async () => {
    expect(await slabsOf(`<p id="a">${lines(8)}</p>`)).toEqual([
      'a 0-60 free',
      'a 60-80 flowing',
      'a 80-100 flowing',
      'a 100-160 flowing',
    ]);
  });

  it('is a box whose parts stand beside each other, or that says so itself', async () => {
    const inside = '<p>one</p><p>two</p>';
    const boxes = ['display:flex', 'display:grid', 'columns:2', 'break-inside:avoid'];
    const body = boxes.map((style, at) => `<div id="b${at}" style="${style}">${inside}</div>`);
    expect(await slabsOf(body.join(''))).toHaveLength(boxes.length);
    expect(await slabsOf(`<div id="b">${inside}</div>`)).toHaveLength(2);
  });

  it('is the words of an item with the first of the list below them', async () => {
    const inner = '<ul><li>two</li><li>three</li></ul>';
    const opened = ['one', '<b>one</b>', '<b>one</b> and more'];
    for (const words of opened) {
      expect(await slabsOf(`<ul id="a"><li>${words}${inner}</li><li>four</li></ul>`)).toEqual([
        'a 0-40 free',
        'a 40-60 free',
        'a 60-80 free',
      ]);
    }
  });

  it('is an item with words below a block', async () => {
    for (const words of ['two', '<b>two</b>']) {
      const body = `<ul id="a"><li>one<pre>x</pre>${words}<pre>y</pre></li><li>three</li></ul>`;
      expect(await slabsOf(body)).toEqual(['a 0-80 free', 'a 80-100 free']);
    }
  });

  it('has the edges of the box around it', async () => {
    const css = '#a{padding:7px 0 9px;border-top:2px solid}';
    expect(await slabsOf('<div id="a"><p>one</p><p>two</p></div>', css)).toEqual([
      'a 0-29 free',
      'a 29-58 free',
    ]);
  });

  it('has the margin below what stands last in its block, for the mark of the end stands after it', async () => {
    const body =
      '<div id="a"><p class="x">one</p><span class="m" id="a-end"></span></div><p id="b">two</p>';
    const css = '.x{margin-bottom:7px}.m{display:block;height:0}';
    expect(await slabsOf(body, css)).toEqual(['a 0-27 free', 'b 30-50 free']);
  });

  it('is nothing that takes no room', async () => {
    const css = '.out{position:absolute}.gone{display:none}.flat{display:block;height:0}';
    const body = ['out', 'gone', 'flat'].map((name) => `<div class="${name}">x</div>`).join('');
    expect(await slabsOf(`<div id="a">${body}<p>one</p></div>`, css)).toEqual(['a 0-20 free']);
  });
});

describe('what belongs together', () => {
  it('is what the stylesheet says must not be parted, from either side', async () => {
    const css = '#a{break-after:avoid}#c{break-before:avoid}';
    const body = ['a', 'b', 'c', 'd'].map((id) => `<p id="${id}">x</p>`).join('');
    expect(await slabsOf(body, css)).toEqual([
      'a 0-20 free',
      'b 30-50 bound',
      'c 60-80 bound',
      'd 90-110 free',
    ]);
  });

  it('is so for the last and the first of what stands inside', async () => {
    const css = '#a p:last-child{break-after:avoid}';
    expect(
      await slabsOf('<div id="a"><p>x</p><p>y</p></div><div id="b"><p>z</p></div>', css),
    ).toEqual(['a 0-20 free', 'a 20-40 free', 'b 50-70 bound']);
  });
});

describe('a table', () => {
  const rows = '<tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr>';

  it('may be cut between its rows; its head stays with the first and needs room above the others', async () => {
    const body = `<table id="t"><thead><tr><th>head</th></tr></thead><tbody>${rows}</tbody></table>`;
    const { slabs } = await measure(body);
    expect(slabs.map(({ start, headPx }) => `${start} ${headPx}`)).toEqual([
      'free 0',
      'bound 0',
      'free 20',
      'free 20',
    ]);
  });

  it('is cut between groups of rows when each of them stays whole', async () => {
    const groups = `<tbody>${rows}</tbody><tbody>${rows}</tbody>`;
    const body = `<table id="t"><thead><tr><th>head</th></tr></thead>${groups}</table>`;
    const { slabs } = await measure(body, 'tbody{break-inside:avoid}');
    expect(slabs.map(({ start, headPx }) => `${start} ${headPx}`)).toEqual([
      'free 0',
      'bound 0',
      'free 20',
    ]);
  });

  it('has no head to repeat when it has none', async () => {
    const { slabs } = await measure(`<table id="t"><tbody>${rows}</tbody></table>`);
    expect(slabs.map(({ start, headPx }) => `${start} ${headPx}`)).toEqual([
      'free 0',
      'free 0',
      'free 0',
    ]);
  });
});

describe('a measured sheet', () => {
  it('knows the distance of its ruled lines, its headings and the rooms that may grow', async () => {
    const fit = await measure(
      '<h2 id="a">One</h2><div id="b" style="break-inside:avoid"><p>x</p><div data-stretch="why">y</div></div><div class="prose" id="c">z</div>',
    );
    expect(fit.pitchPx).toBeCloseTo((9 * 96) / 25.4, 6);
    expect(fit.slabs.map(({ kind, stretch }) => [kind, stretch])).toEqual([
      ['heading', []],
      ['other', ['why']],
      ['prose', []],
    ]);
  });

  it('counts the sides that are pages of their own, and none of them flows', async () => {
    const fit = await measure(
      '<p id="a">x</p><div class="leaf leaf--filler" style="display:none">-</div><div class="leaf" id="l1">1</div><div class="leaf" id="l2">2</div>',
    );
    expect(fit.slabs.map(({ block }) => block)).toEqual(['a']);
    expect([fit.leafSides, fit.filler]).toEqual([2, true]);
  });
});
