import { describe, expect, it } from 'vitest';
import { isOn, RULES, tellSwitchedOff } from '../../../scripts/content/rules/all.ts';
import schema from '../../../scripts/content/schema/rules.schema.json' with { type: 'json' };
import { problemsOf, readFiles, worksheet } from '../folders.ts';

const SHEET = { 'en/worksheets/wind-down.md': worksheet() };
const rulesOf = (text: string) => readFiles({ ...SHEET, 'rules.yml': text }).book.rules;
function namesOf(text: string): string[] {
  const rules = rulesOf(text);
  return RULES.filter((rule) => isOn(rule, rules)).map(({ name }) => name);
}

describe('the rules of a folder', () => {
  it('are those of the schema, by the same names', () => {
    const names = RULES.map(({ name }) => name).sort();
    expect(
      Object.keys(schema.properties)
        .filter((key) => key !== 'off')
        .sort(),
    ).toEqual(names);
    expect([...schema.properties.off.items.enum].sort()).toEqual(names);
  });

  it('hold where they are named, and six of them always', () => {
    const always = [
      'private-sheets',
      'requires-order',
      'packet-paths',
      'two-signatures',
      'fresh-helplines',
      'reviewed',
    ];
    expect(namesOf('')).toEqual(always);
    expect(namesOf('worked-hints: true\ncompanions: false\n')).toEqual(['worked-hints', ...always]);
  });

  it('are each switched off by name', () => {
    for (const { name } of RULES) {
      expect(namesOf(`off: [${name}]\nworked-hints: true\ncompanions: true\n`)).not.toContain(name);
    }
  });

  it('are told when they are switched off, but not when a folder never named them', () => {
    expect(tellSwitchedOff(rulesOf('off: [reviewed, companions]\n'))).toMatchInlineSnapshot(`
      [
        "Switched off in content/rules.yml: reviewed (at a release, somebody has reviewed every sheet and article).",
      ]
    `);
    expect(tellSwitchedOff(rulesOf('two-signatures: false\n'))).toHaveLength(1);
  });

  it('are refused when they are misspelt, with the nearest name', () => {
    const text =
      'reading-grad: {}\noff: [own-wrds]\nsentence-length: {worksheets: many}\nown-words: {words: 2}\n';
    expect(problemsOf({ ...SHEET, 'rules.yml': text })).toMatchInlineSnapshot(`
      "content/rules.yml:1:1: unknown key "reading-grad"
          Did you mean "reading-grade"?
      content/rules.yml:2:7: off[1]: "own-wrds" is not known
          Did you mean "own-words"?
      content/rules.yml:3:31: sentence-length.worksheets: expected a number, found "many"
          Words in a sentence.
      content/rules.yml:4:20: own-words.words: expected at least 4, found 2
          A whole number, 4 or more."
    `);
  });

  it('are not held against a text that could not be read, nor against a draft', () => {
    const files = {
      'en/worksheets/a.md': worksheet({ 'title: Wind down': 'title: Lazy\ndraft: true' }),
      'en/worksheets/b.md': worksheet({
        'number: 1': 'number: one',
        'title: Wind down': 'title: Lazy',
      }),
      ...SHEET,
      'rules.yml': 'banned-words: [{words: [lazy]}]\n',
    };
    const problems = problemsOf(files).split('\n');
    expect(problems.filter((line) => line.includes('azy'))).toEqual([]);
  });
});
