import { inflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FieldFont, loadFieldFont } from '../../scripts/pdf/field-font.ts';

let font: FieldFont;

beforeAll(async () => {
  font = await loadFieldFont();
});

const wordsOf = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / 4) }, (_, index) =>
    Buffer.concat([bytes.subarray(index * 4, index * 4 + 4), Buffer.alloc(4)]).readUInt32BE(0),
  );

describe('the font that answers are typed in', () => {
  it('gives no code to a letter that it has not: it would be an empty box', () => {
    const letters = new TextDecoder('windows-1252').decode(Uint8Array.from(font.plain.missing));
    expect(letters.replace(/\p{C}/gu, '')).toBe('ƒ†‡‰ŠŽšžŸµ');
  });

  it('has letters for the languages that Windows-1252 was made for', () => {
    const { missing } = font.plain;
    const codes = [...'áéíóúñ¿¡ãõçâêôàèùëïüöäßæøåÁÉÑÇÖ'].map((letter) => letter.charCodeAt(0));
    expect(codes.filter((code) => missing.includes(code))).toEqual([]);
    expect(font.plain.widths.filter((width) => width <= 0)).toEqual([]);
  });
});

describe('the same font for large print', () => {
  it('has the same letters, half as large again at every size', () => {
    const wrong = font.enlarged.widths.filter(
      (width, index) => Math.abs(width - (font.plain.widths[index] ?? 0) * 1.5) > 1,
    );
    expect(wrong).toEqual([]);
    const [plain, enlarged] = [font.plain, font.enlarged].map(({ deflated }) => {
      const opened = fontkit.create(inflateSync(deflated));
      return 'unitsPerEm' in opened ? opened : undefined;
    });
    expect([plain?.unitsPerEm, enlarged?.unitsPerEm]).toEqual([1000, 667]);
    const drawing = (one: typeof plain) => one?.glyphForCodePoint(0x52).path.toSVG();
    expect(drawing(enlarged)).toBe(drawing(plain));
  });

  it('is a sound file: its sums are right', () => {
    const bytes = inflateSync(font.enlarged.deflated);
    const sum = wordsOf(bytes).reduce((total, word) => (total + word) >>> 0, 0);
    expect(sum).toBe(0xb1b0afba);
  });
});
