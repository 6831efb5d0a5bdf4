import { describe, expect, it } from 'vitest';
import {
  inspectMarkedContent,
  operators,
  wrapArtifacts,
} from '../../scripts/pdf/content-stream.ts';
import { pageScale } from '../../scripts/pdf/page-scale.ts';

/** Each operator as its operands and its word. */
const read = (stream: string) =>
  [...operators(stream)].map(({ word, start, end }) => [word, stream.slice(start, end)]);
const words = (stream: string) => read(stream).map(([word]) => word);

describe('operators of a page', () => {
  it('are read with their operands, whatever space is between them', () => {
    expect(read('q 1 0 0 -1\t0\r\n5 cm\n/Tx BMC')).toEqual([
      ['q', 'q'],
      ['cm', '1 0 0 -1\t0\r\n5 cm'],
      ['BMC', '/Tx BMC'],
    ]);
  });

  it('are not found inside a string, with its brackets and its escapes', () => {
    expect(words('(q Q (BT) \\) ET \\\\) Tj (a\\(b) Tj ET')).toEqual(['Tj', 'Tj', 'ET']);
  });

  it('are not found inside a hexadecimal string', () => {
    expect(words('<0042 BEEF> Tj<46> Tj')).toEqual(['Tj', 'Tj']);
  });

  it('are not found inside arrays, also in an array inside an array', () => {
    expect(read('[(Q) -120 <51> [/f 2]] TJ S')).toEqual([
      ['TJ', '[(Q) -120 <51> [/f 2]] TJ'],
      ['S', 'S'],
    ]);
  });

  it('are not found inside a dictionary, and true, false and null are none', () => {
    expect(words('/Span <</MCID 3 /E (f S) /X <</Y true /Z [null false]>>>> BDC EMC')).toEqual([
      'BDC',
      'EMC',
    ]);
  });

  it('are not found inside a comment', () => {
    expect(words('q % BT ET Q\n1 w % end')).toEqual(['q', 'w']);
    expect(words('q % BT ET\rQ')).toEqual(['q', 'Q']);
  });

  it('need no space before a bracket or a slash', () => {
    expect(words('q/Gs0 gs[3]0 d(x)Tj')).toEqual(['q', 'gs', 'd', 'Tj']);
  });

  it('keep the apostrophe, the quotation mark and the star', () => {
    expect(words('(a) \' 1 2 (b) " f* B* b* T*')).toEqual(["'", '"', 'f*', 'B*', 'b*', 'T*']);
  });

  it('count an inline picture as one, whatever letters its bytes are', () => {
    expect(words('q BI /W 2 /H 1 /BPC 8 /CS /G ID Q( EI Q')).toEqual(['q', 'BI', 'EI', 'Q']);
  });

  it('do not take the letters EI among the bytes of an inline picture for its end', () => {
    expect(words('BI /W 4 /H 1 /BPC 8 /CS /G ID aEIb\nEI Q')).toEqual(['BI', 'EI', 'Q']);
  });

  it('end where the page ends, also in the middle of a string', () => {
    expect(words('q (never closed')).toEqual(['q']);
    expect(words('')).toEqual([]);
  });
});

describe('what marked content paints', () => {
  it('is counted by its id: texts, paths and objects', () => {
    const stream =
      '/P <</MCID 0>> BDC BT (a) Tj [(b)] TJ ET EMC ' +
      '/Span <</MCID 1>> BDC 0 0 m 1 1 l S 0 0 1 1 re f* EMC /Figure <</MCID 2>> BDC /X1 Do EMC';
    expect(Object.fromEntries(inspectMarkedContent(stream))).toEqual({
      0: { texts: 2, paths: 0, objects: 0 },
      1: { texts: 0, paths: 2, objects: 0 },
      2: { texts: 0, paths: 0, objects: 1 },
    });
  });

  it('belongs to the nearest id around it, also through a mark without one', () => {
    const stream =
      '/P <</MCID 4>> BDC /Span BMC BT (a) Tj ET EMC /X <</MCID 5>> BDC BT (b) Tj ET EMC BT (c) Tj ET EMC';
    expect(Object.fromEntries(inspectMarkedContent(stream))).toEqual({
      4: { texts: 2, paths: 0, objects: 0 },
      5: { texts: 1, paths: 0, objects: 0 },
    });
  });

  it('is nothing where a path is only used to cut others', () => {
    const stream = '/P <</MCID 0>> BDC 0 0 9 9 re W n EMC';
    expect(inspectMarkedContent(stream).get(0)).toEqual({ texts: 0, paths: 0, objects: 0 });
  });
});

/**
 * Walks a page as a strict reader would: marks must be balanced, nothing may be painted outside of
 * them, and none may begin or end inside a text object or a path.
 */
function findBreaches(stream: string): string[] {
  const breaches: string[] = [];
  let depth = 0;
  let inText = false;
  let inPath = false;
  for (const { word } of operators(stream)) {
    if (word === 'BMC' || word === 'BDC') {
      depth++;
      if (inText) breaches.push(`${word} inside BT`);
      if (inPath) breaches.push(`${word} inside a path`);
    } else if (word === 'EMC') {
      depth--;
      if (depth < 0) breaches.push('EMC too many');
      if (inPath) breaches.push('EMC inside a path');
    } else if (word === 'BT') inText = true;
    else if (word === 'ET') inText = false;
    else if (word === 'm' || word === 're') inPath = true;
    else if (word === 'n') inPath = false;
    const paints = /^(Tj|TJ|'|"|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|EI)$/.test(word);
    if (paints && depth === 0) breaches.push(`${word} outside of marks`);
    if (/^(S|s|f|F|f\*|B|B\*|b|b\*)$/.test(word)) inPath = false;
  }
  return depth === 0 ? breaches : [...breaches, `${depth} marks never closed`];
}

const NONE: ReadonlySet<number> = new Set();

describe('wrapping what is not tagged', () => {
  it('puts untagged text between marks, around the whole text object', () => {
    expect(wrapArtifacts('q BT /F1 9 Tf (1 of 2) Tj ET Q', NONE)).toBe(
      'q /Artifact BMC\nBT /F1 9 Tf (1 of 2) Tj ET EMC\nQ',
    );
  });

  it('puts untagged paths between marks, from where the path begins', () => {
    const wrapped = wrapArtifacts('q .5 w 0 0 m 9 9 l S 0 0 5 5 re f Q', NONE);
    expect(wrapped).toBe('q .5 w /Artifact BMC\n0 0 m 9 9 l S 0 0 5 5 re f EMC\nQ');
  });

  it('puts pictures, shadings and inline pictures between marks', () => {
    for (const stream of ['/X1 Do\n', '/Sh1 sh\n', 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n']) {
      expect(findBreaches(wrapArtifacts(stream, NONE))).toEqual([]);
    }
  });

  it('leaves alone what is tagged, and what paints nothing', () => {
    const tagged = '/P <</MCID 0>> BDC BT (a) Tj ET EMC';
    const silent = 'q 1 0 0 1 0 0 cm 0 0 9 9 re W n BT ET Q';
    expect(wrapArtifacts(tagged, NONE)).toBe(tagged);
    expect(wrapArtifacts(silent, NONE)).toBe(silent);
  });

  it('turns marks that were given up into artifacts, and leaves the others', () => {
    const stream = '/P <</MCID 0>> BDC 0 0 1 1 re f EMC /P <</MCID 1>> BDC BT (a) Tj ET EMC';
    expect(wrapArtifacts(stream, new Set([0]))).toBe(
      '/Artifact BMC 0 0 1 1 re f EMC /P <</MCID 1>> BDC BT (a) Tj ET EMC',
    );
  });

  it('closes its marks before tagged content begins', () => {
    const stream = '0 0 1 1 re f /P <</MCID 0>> BDC BT (a) Tj ET EMC 0 0 1 1 re f\n';
    expect(findBreaches(wrapArtifacts(stream, NONE))).toEqual([]);
    expect(wrapArtifacts(stream, NONE).match(/\/Artifact BMC/g)).toHaveLength(2);
  });

  it.each([
    ['a clip that is also painted', '0 0 9 9 re W f (x) pop BT (a) Tj ET'],
    ['a path after a clip', '0 0 9 9 re W n 1 1 m 2 2 l S'],
    ['several paths in a row', '0 0 m 1 1 l 2 2 m 3 3 l h B* 0 0 1 1 re b'],
    ['text, path, text', 'BT (a) Tj ET 0 0 1 1 re f BT (b) Tj ET'],
    ['state saved around each', 'q BT (a) Tj ET Q q 0 0 1 1 re f Q q /X Do Q'],
    ['tagged between untagged', 'BT (a) Tj ET /P <</MCID 0>> BDC BT (b) Tj ET EMC BT (c) Tj ET'],
    ['marks inside marks', '/P <</MCID 0>> BDC /Span BMC BT (b) Tj ET EMC EMC 0 0 1 1 re S'],
    ['marks inside a text object', 'BT /P <</MCID 0>> BDC (a) Tj EMC ET 0 0 1 1 re f'],
  ])('leaves marks balanced, and none inside a text object or a path: %s', (name, stream) => {
    const breaches = findBreaches(wrapArtifacts(`${stream}\n`, NONE));
    const allowed = name === 'marks inside a text object' ? ['BDC inside BT'] : [];
    expect(breaches).toEqual(allowed);
  });

  it('closes its marks also where the last word of the page has no space after it', () => {
    expect(findBreaches(wrapArtifacts('0 0 1 1 re f', NONE))).toEqual([]);
  });

  it('changes nothing but marks: without them the page is as it was', () => {
    const stream = 'q .5 w 0 0 m 9 9 l S BT (a % b) Tj ET Q 0 0 1 1 re f\n';
    const bare = wrapArtifacts(stream, NONE).replace(/\/Artifact BMC\n|EMC\n|EMC$/g, '');
    expect(bare).toBe(stream);
  });

  it('does no more the second time', () => {
    const once = wrapArtifacts('q 0 0 m 9 9 l S Q BT (a) Tj ET', NONE);
    expect(wrapArtifacts(once, NONE)).toBe(once);
  });
});

describe('how large a page is set', () => {
  /** A page as Chromium writes it: tagged text at a scale of its own, after an untagged foot. */
  const page = (scale: number) =>
    `.24 0 0 -.24 0 841.92 cm q 3.125 0 0 3.125 0 0 cm BT (1 of 2) Tj ET Q
q ${scale} 0 0 ${scale} 237.5 318.75 cm /P <</MCID 0 >>BDC BT (a) Tj ET EMC
/P <</MCID 1 >>BDC BT (b) Tj ET EMC Q`;

  it('is 1 when the browser shrank nothing', () => {
    expect(pageScale(page(3.125))).toBeCloseTo(1);
  });

  it('is less when the browser shrank the page without a word, though not its running foot', () => {
    expect(pageScale(page(2.0833))).toBeCloseTo(0.667, 2);
  });

  it('does not mind a drawing that has a scale of its own', () => {
    const drawing = 'q .1 0 0 .1 0 0 cm /Figure <</MCID 2 >>BDC BT (c) Tj ET EMC Q';
    expect(pageScale(`${page(3.125)} ${drawing}`)).toBeCloseTo(1);
  });

  it('is the same after the page was moved to another paper', () => {
    expect(pageScale(`q 1 0 0 1 8.362 -25 cm ${page(3.125)} Q`)).toBeCloseTo(1);
  });

  it('is 1 for a page without words', () => {
    expect(pageScale('q 0 0 1 1 re f Q')).toBe(1);
  });
});
