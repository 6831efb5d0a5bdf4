import { describe, expect, it } from 'vitest';
import { problemsOfSheet } from './folders.ts';

const BODY = `::lines[Why?]{#why}

::scale[How well?]{#well from=0 to=10}

:::checklist[What helps?]{#helps max=2}
- tea
- a book
:::

:::checklist[Which of these?]{#which answers="Yes|No"}
- early
- late
:::

:::choice[When?]{#when}
- at nine
- at ten
:::

:::table[Nights]{#nights}
| Night | Hours |
|---|---|
| Monday | |
:::

:::pair[What each wants]{#wants}
:::

:::wheel[Parts of a night]{#parts}
- dark
- quiet
- warm
:::

:::matching[What belongs together?]{#together}
| This | that |
|---|---|
| tea | hot |
| night | dark |
:::

:::cards[Cards]{#cards}
- Rest.
:::
`;

const EVIDENCE = '  sources: []';

function problemsWith(answers: string): string {
  const example = `${EVIDENCE}\nexample:\n  about: Sam is made up.\n  answers: ${answers}`;
  return problemsOfSheet({ [EVIDENCE]: example }, BODY);
}

describe('a filled-in example', () => {
  it('may answer every kind of field in its own way', () => {
    const answers = `{why: "Noise", well: 3, helps: [tea], which: ["Yes", "No"], when: at nine,
    nights: [[7]], wants: ["dark", "quiet"], parts: [1, "", 3], together: ["A", "hot"]}`;
    expect(problemsWith(answers)).toBe('');
  });

  it('answers no field that is not there, and nothing that is not filled in', () => {
    expect(problemsWith('{wy: "Noise", cards: [x]}')).toMatchInlineSnapshot(`
      "wind-down.md:17:17: example.answers: there is no field "wy"
          Did you mean "why"?
      wind-down.md:17:33: example.answers.cards: an example has nothing to write into "cards""
    `);
  });

  it('has words that are printed where one of them is chosen', () => {
    expect(
      problemsWith('{helps: [te], when: at nin, which: [Maybe], together: [Z]}'),
    ).toMatchInlineSnapshot(`
      "wind-down.md:17:20: example.answers.helps: "te" is none of its entries
          Did you mean "tea"?
      wind-down.md:17:32: example.answers.when: "at nin" is none of its entries
          Did you mean "at nine"?
      wind-down.md:17:47: example.answers.which: "Maybe" is none of its entries
          Known here: Yes, No.
      wind-down.md:17:66: example.answers.together: "Z" is none of its entries
          Did you mean "A"?"
    `);
  });

  it('keeps to what there is room for', () => {
    expect(
      problemsWith(
        '{well: 11, helps: [tea, a book, tea], nights: [[7, 8], [9]], parts: [1, 2, 3, 4]}',
      ),
    ).toMatchInlineSnapshot(`
      "wind-down.md:17:19: example.answers.well: expected a whole number from 0 to 10, found 11
      wind-down.md:17:30: example.answers.helps: expected at most 2 entries, found 3
      wind-down.md:17:58: example.answers.nights: expected at most 1 rows, found 2
      wind-down.md:17:58: example.answers.nights: row 1 has 1 empty cells, found words for 2
          Name only what stands in empty cells.
      wind-down.md:17:80: example.answers.parts: expected at most 3 numbers, found 4"
    `);
  });

  it('has the shape that its field has', () => {
    expect(
      problemsWith('{why: [a], helps: tea, wants: dark, nights: 7, well: {a: 1}}'),
    ).toMatchInlineSnapshot(`
      "wind-down.md:17:18: example.answers.why: expected words, found a list
      wind-down.md:17:30: example.answers.helps: expected a list of the entries that are ticked, found "tea"
      wind-down.md:17:42: example.answers.wants: expected a list of two, found "dark"
      wind-down.md:17:56: example.answers.nights: expected a list of rows, found 7
      wind-down.md:17:65: example.answers.well: expected words, a number or a list, found keys and values"
    `);
  });

  it('says who it is about', () => {
    const example = `${EVIDENCE}\nexample: {answers: {}}`;
    expect(problemsOfSheet({ [EVIDENCE]: example }, BODY)).toMatchInlineSnapshot(`
      "wind-down.md:15:10: example: the key "about" is missing
          Who they are and what happened, and that they are made up."
    `);
  });
});
