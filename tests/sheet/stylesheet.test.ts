import { beforeAll, describe, expect, it } from 'vitest';
import { loadSheetStyles, type SheetStyles, stylesFor } from '../../scripts/sheet/stylesheet.ts';

let styles: SheetStyles;

beforeAll(async () => {
  styles = await loadSheetStyles();
});

/** The font files that a stylesheet brings, as "family weight style", and whether for rare letters. */
function facesIn(css: string): string[] {
  return (css.match(/@font-face\{[^}]*\}/g) ?? []).map((face) => {
    const family = /font-family:\s*["']?([^;"'}]+)/.exec(face)?.[1] ?? '?';
    const isRare = /unicode-range:[^;}]*U\+0?100/i.test(face);
    return `${family}${isRare ? ', rare letters' : ''}`;
  });
}

describe('the stylesheet of a sheet', () => {
  it('brings no font for rare letters when the sheet has none', () => {
    const faces = facesIn(stylesFor(styles, 'Say it gently: “yes” – 5 €'));
    expect(faces.length).toBeGreaterThan(2);
    expect(faces.filter((face) => face.endsWith('rare letters'))).toEqual([]);
  });

  it('brings the fonts for rare letters when the sheet has one such letter', () => {
    const faces = facesIn(stylesFor(styles, 'Łódź'));
    expect(new Set(faces.filter((face) => face.endsWith('rare letters')))).toEqual(
      new Set(['Atkinson Hyperlegible Next, rare letters', 'Source Serif 4, rare letters']),
    );
  });

  it('brings no font at all for no letters, but every rule', () => {
    const css = stylesFor(styles, '');
    expect(facesIn(css)).toEqual([]);
    expect(css).toContain('@page');
    expect(css).toBe(styles.rules);
  });

  it('has every font inside: it names no address that could be asked for', () => {
    const css = stylesFor(styles, 'aŁ');
    const addresses = [...css.matchAll(/url\(["']?([^)"']{0,40})/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => !address.startsWith('data:font/woff2'))).toEqual([]);
    expect(css).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org)/);
  });

  it('knows of each font which letters its file really has', () => {
    const has = (letter: string) =>
      styles.faces.filter(({ glyphs }) => glyphs.has(letter.codePointAt(0) ?? 0)).length;
    expect(has('a')).toBeGreaterThan(3);
    expect(has('信')).toBe(0);
  });
});
