import { describe, expect, it } from 'vitest';
import { article, problemsOf, worksheet } from '../folders.ts';

const SHEET = 'en/worksheets/wind-down.md';
const MINUTES = 'minutes: 20';
const withKeys = (keys: string, edits: Record<string, string> = {}, body?: string) =>
  worksheet({ [MINUTES]: `${MINUTES}\n${keys}`, ...edits }, body);

describe('the rule "required-keys"', () => {
  it('asks for the keys that the folder wants, filled, and of private sheets for their own', () => {
    const files = {
      'en/worksheets/open.md': worksheet(),
      'en/worksheets/closed.md': withKeys('private: true', { 'number: 1': 'number: 2' }),
      'en/guide/night.md': article({ 'number: 1': 'number: 1\ntopics: []' }),
      'site.yml': 'name: Sleep\nexitUrl: https://weather.example\n',
      'rules.yml':
        'required-keys: {worksheets: [evidence.sources, stopLine], private: [needs], articles: [topics]}\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/guide/night.md:4:9: the key "topics" is missing or empty, and rules.yml demands it
      content/en/worksheets/closed.md:1:1: the key "needs" is missing or empty, and rules.yml demands it
      content/en/worksheets/open.md:1:1: the key "stopLine" is missing or empty, and rules.yml demands it
      content/en/worksheets/open.md:14:12: the key "evidence.sources" is missing or empty, and rules.yml demands it"
    `);
  });
});

describe('the rule "required-topics"', () => {
  it('wants every topic in some sheet or article, and topics that there are', () => {
    const files = {
      'vocabulary.yml': 'topics: [{id: rest, label: Rest}, {id: dreams, label: Dreams}]\n',
      [SHEET]: withKeys('topics: [rest]'),
      'rules.yml': 'required-topics: [rest, dreams, drems]\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/rules.yml:1:25: required-topics: no text of "en" is about "dreams"
      content/rules.yml:1:33: required-topics: "drems" is no topic of vocabulary.yml
          Did you mean "dreams"?"
    `);
  });
});

describe('the rule "companions"', () => {
  it('wants one beside every sheet, also when that has a problem of its own', () => {
    const files = {
      [SHEET]: worksheet(),
      'en/worksheets/other.md': worksheet({ 'number: 1': 'number: 2' }),
      'en/companions/other.md': '---\nfollowup: []\n---\n',
      'rules.yml': 'companions: true\n',
    };
    const problems = problemsOf(files)
      .split('\n')
      .filter((line) => line.includes('worksheets/'));
    expect(problems.join('\n')).toMatchInlineSnapshot(
      `"content/en/worksheets/wind-down.md:1:1: this sheet has no companion"`,
    );
  });
});

describe('the rule "worked-hints"', () => {
  it('wants a hint or a worked example where the answer is wholly open', () => {
    const body = `::lines[Why?]{#why}

::lines[When?]{#when hint="Like this: at nine."}

::box[Draw the room]{#room}

:::table[Nights]{#nights}
| Night | Hours |
|---|---|
| *Monday* | *seven* |
| Tuesday | |
:::

:::table[Days]{#days}
| Day | Nap |
|---|---|
| Monday | |
:::

:::table[Lights]{#lights}
| Lamp | Off |
|---|---|
| hall | [ ] |
:::

At :blank[a time]{#time} I go to bed.

:::pair[What we want]{#want}
:::
`;
    expect(
      problemsOf({ [SHEET]: worksheet({}, body), 'rules.yml': 'worked-hints: true\n' }),
    ).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:16:1: the prompt “Why?” has neither a hint nor a worked example
          Write hint="Like this: …", or a cell in *asterisks*.
      content/en/worksheets/wind-down.md:20:1: the prompt “Draw the room” has neither a hint nor a worked example
          Write hint="Like this: …", or a cell in *asterisks*.
      content/en/worksheets/wind-down.md:29:1: the prompt “Days” has neither a hint nor a worked example
          Write hint="Like this: …", or a cell in *asterisks*.
      content/en/worksheets/wind-down.md:43:1: the prompt “What we want” has neither a hint nor a worked example
          Write hint="Like this: …", or a cell in *asterisks*."
    `);
  });
});

describe('the rule "private-sheets"', () => {
  const site = 'name: Sleep\nexitUrl: https://weather.example\n';
  const example = '  sources: []\nexample: {about: Sam., answers: {why: Noise}}';
  const signed = '::lines[Why?]{#why}\n\n:::agreement[Rules]{#rules}\nRest.\n:::\n';

  it('lets no name, no example and no signature stand on one, and no other sheet name it', () => {
    const files = {
      'site.yml': site,
      'en/worksheets/closed.md': withKeys(
        'private: true\nnameLine: true',
        { '  sources: []': example },
        signed,
      ),
      'en/worksheets/open.md': withKeys('requires: [closed]', { 'number: 1': 'number: 2' }),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/closed.md:7:11: nameLine: a private sheet carries no name
          Take the line out.
      content/en/worksheets/closed.md:17:10: example: a private sheet is shown to nobody, not even filled in
          Take the example out.
      content/en/worksheets/closed.md:21:1: a private sheet is signed by nobody
          Write the words without an agreement.
      content/en/worksheets/open.md:6:12: requires: "closed" is private, and this sheet would name it
          Say it in the guide instead."
    `);
    expect(problemsOf({ ...files, 'rules.yml': 'off: [private-sheets]\n' })).toBe('');
  });
});

describe('the rule "requires-order"', () => {
  const sheet = (number: number, requires: string) =>
    withKeys(`requires: [${requires}]`, { 'number: 1': `number: ${number}` });

  it('finds a ring of sheets that wait for each other, and says which', () => {
    const files = {
      'en/worksheets/a.md': sheet(1, 'c'),
      'en/worksheets/b.md': sheet(2, 'a'),
      'en/worksheets/c.md': sheet(3, 'b'),
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:11: requires: no one can begin, for this leads in a ring: a → c → b → a
          Take one of them out.
      content/en/worksheets/b.md:6:11: requires: no one can begin, for this leads in a ring: b → a → c → b
          Take one of them out.
      content/en/worksheets/c.md:6:11: requires: no one can begin, for this leads in a ring: c → b → a → c
          Take one of them out."
    `);
  });

  it('finds a sheet that waits for a later one', () => {
    const files = { 'en/worksheets/a.md': sheet(1, 'b'), 'en/worksheets/b.md': sheet(2, '') };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/a.md:6:12: requires: "b" is sheet 2, and comes after this one, sheet 1
          Sheets are numbered in their order."
    `);
    expect(problemsOf({ ...files, 'rules.yml': 'off: [requires-order]\n' })).toBe('');
  });
});

describe('the rule "two-signatures"', () => {
  const body = ':::agreement[Our rules]{#rules}\nRest.\n:::\n';

  it('wants two people, each with a name of their own', () => {
    const files = { [SHEET]: worksheet({}, body), 'vocabulary.yml': 'partners: {a: Me, b: Me}\n' };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:16:1: the agreement “Our rules” is signed twice by “Me”, expected two people
          Give a and b of partners two names."
    `);
  });

  it('wants a sheet that both fill in, where the folder says which those are', () => {
    const files = {
      [SHEET]: worksheet({}, body),
      'rules.yml': 'two-signatures: {who: [together]}\n',
    };
    expect(problemsOf(files)).toMatchInlineSnapshot(`
      "content/en/worksheets/wind-down.md:16:1: the agreement “Our rules” stands on a sheet for "alone", who cannot sign for two
          Sheets for together may have one."
    `);
    expect(problemsOf({ [SHEET]: worksheet({}, body) })).toBe('');
  });
});
