import { describe, expect, it } from 'vitest';
import { LETTERS } from '../random/words.ts';
import { lettersIn, lettersOf, readPdf } from './open-pdf.ts';
import { problemsOf, toSheet, usePress } from './press.ts';

const own = usePress();

describe('the letters of a sheet', () => {
  it('are found again as they were written, each that the fonts have, in text, bold, title and foot', async () => {
    const all = LETTERS.map((letter) => `y${letter}z`).join(' ');
    const rare = 'Ā Ē Ī Ū Ÿ Ẅ';
    const body = `${all}\n\n**${all}**\n\n*${all}*\n\n## ${all}\n\n::lines[${rare}]{#rare}`;
    const front = { title: rare, pages: '{standard: 9, large: 20}' };
    const print = await own.press.print(await toSheet(body, front), 'standard');
    const found = lettersIn(await readPdf(print.bytes));
    expect(LETTERS.length).toBeGreaterThan(200);
    expect(found).not.toContain('\u0000');
    // Four times, but for where a page ends in the middle of it.
    expect(found.split(lettersOf(all)).length).toBeGreaterThan(3);
    // The title, the foot of each page, and the question.
    expect(found.split(lettersOf(rare)).length).toBeGreaterThan(4);
    expect(problemsOf(print)).toEqual([]);
  });
});

describe('a scale with words at one end alone', () => {
  it.each(['low', 'high'])('is printed with its %s end', async (end) => {
    const print = await own.press.print(await toSheet(`::scale[How?]{${end}="well"}`), 'standard');
    expect(lettersIn(await readPdf(print.bytes))).toContain('well');
  });
});
