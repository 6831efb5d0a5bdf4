import { formatProblem } from '../../scripts/command/report.ts';
import { choicesSchema, DEFAULT_VOCABULARY } from '../../scripts/content/choices.ts';
import { readDocument } from '../../scripts/content/document.ts';
import { type Reading, readLibrary } from '../../scripts/content/library.ts';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import { createTextValidator } from '../../scripts/content/validate.ts';
import { sortProblems } from '../../scripts/model/problem.ts';

const DEFAULT_STRINGS = await loadDefaultStrings();

const SHEET = `---
title: Wind down
number: 1
who: alone
minutes: 20
pages: {standard: 1, large: 2}
purpose: Find out what helps you to fall asleep.
steps:
  - Sit down.
  - Write.
caution: Not for you while you drive.
evidence:
  strength: early
  sources: []
---
`;

const ARTICLE = `---
title: How sleep works
number: 1
summary: What the body does at night.
---
`;

/** The text with lines replaced; a line that is not there is a mistake in the test. */
function withEdits(text: string, edits: Record<string, string>): string {
  return Object.entries(edits).reduce((edited, [line, other]) => {
    if (!edited.includes(`${line}\n`)) throw new Error(`the sample has no line "${line}"`);
    return edited.replace(`${line}\n`, () => (other === '' ? '' : `${other}\n`));
  }, text);
}

/** A worksheet without a problem, but for the lines that a test replaces ('' takes one away). */
export function worksheet(edits: Record<string, string> = {}, body = '::lines[Why?]{#why}\n') {
  return withEdits(SHEET, edits) + body;
}

/** An article without a problem, but for the lines that a test replaces. */
export function article(edits: Record<string, string> = {}, body = 'Words.\n') {
  return withEdits(ARTICLE, edits) + body;
}

/** Reads a folder that is given as texts by path; `site.yml` is there unless it is given as ''. */
export function readFiles(files: Record<string, string>): Reading {
  const all = { 'site.yml': 'name: Sleep well\n', ...files };
  const sources = Object.entries(all)
    .filter(([, text]) => text !== '')
    .map(([path, text]) => ({ path, file: `content/${path}`, text }));
  return readLibrary(sources, DEFAULT_STRINGS, 'content');
}

/** The problems of a folder, as they are printed. */
export function problemsOf(files: Record<string, string>): string {
  return readFiles(files).problems.map(formatProblem).join('\n');
}

// Making a validator takes longer than all that is done with it.
const validate = createTextValidator(choicesSchema(DEFAULT_VOCABULARY, {}), false);

/** The problems of one worksheet in a folder without words of its own, as they are printed. */
export function problemsOfSheet(edits: Record<string, string>, body?: string): string {
  const source = { path: '', file: 'wind-down.md', text: worksheet(edits, body) };
  const address = { lang: 'en', kind: 'worksheet', slug: 'a' } as const;
  const { partners } = DEFAULT_VOCABULARY;
  const { problems } = readDocument(source, address, { validate, partners });
  return sortProblems(problems).map(formatProblem).join('\n');
}
