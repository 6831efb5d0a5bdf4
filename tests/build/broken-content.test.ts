import { appendFile, cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../scripts/model/problem.ts';
import { findDifferences, readTree } from './read-tree.ts';
import { BETTER_SLEEP, buildOrThrow, type Run, runBuild, runCommand } from './run-build.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const SIX_FAULTS = 'tests/fixtures/broken/six-faults';
const REFUSED = 'tests/fixtures/broken/refused';

/** How much too long a sheet is depends on its style; tests/pdf/check-sheet.test.ts holds that. */
const withoutMillimetres = (text: string) => text.replace(/\d+\.\d mm/g, 'N mm');

let folder: string;
let out: string;
let before: Map<string, Buffer>;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = path.join(folder, 'result');
  await buildOrThrow(BETTER_SLEEP, out);
  before = await readTree(out);
});

describe('six files with a fault each', () => {
  let run: Run;

  beforeAll(async () => {
    run = await runBuild(['--content', SIX_FAULTS, '--out', out]);
  });

  it('give six problems in one run, each with its file, its line, its column and a way out', () => {
    expect(withoutMillimetres(run.stderr)).toMatchInlineSnapshot(`
      "tests/fixtures/broken/six-faults/en/worksheets/dead-link.md:15:3: there is no text "unknown-directve" to link to
          Did you mean "unknown-directive"?
      tests/fixtures/broken/six-faults/en/worksheets/duplicate-id.md:16:24: the id "same" is taken by an earlier field
          Ids are unique in a sheet.
      tests/fixtures/broken/six-faults/en/worksheets/misspelt-key.md:7:1: unknown key "repeat"
          Did you mean "repeats"?
      tests/fixtures/broken/six-faults/en/worksheets/page-overflow.md:16:1: the standard edition has 2 pages, its budget is 1: from here on it does not fit, N mm too much
          Shorten the sheet, or raise "standard" under pages to 2.
      tests/fixtures/broken/six-faults/en/worksheets/unknown-directive.md:16:3: unknown directive "linse"
          Did you mean "lines"?
      tests/fixtures/broken/six-faults/en/worksheets/wrong-type.md:5:10: minutes: expected a whole number, found "five"
          How many minutes it takes.
      6 problems. Nothing was changed.
      "
    `);
  });

  it('end the build with 1', () => {
    expect(run.code).toBe(1);
  });

  it('leave the earlier result as it was, to the byte', async () => {
    expect(findDifferences(before, await readTree(out))).toEqual([]);
  });

  it('leave no scratch folder behind', async () => {
    expect(await readdir(folder)).toEqual(['result']);
  });

  it('give the same five problems to the check that needs no browser, and not the sixth', async () => {
    const check = await runCommand('check', ['--content', SIX_FAULTS]);
    const lines = (text: string) => text.split('\n').filter((line) => /^tests\//.test(line));
    const ofPages = lines(run.stderr).filter((line) => line.includes('page-overflow.md'));
    expect(ofPages).toHaveLength(1);
    expect(lines(check.stderr)).toEqual(
      lines(run.stderr).filter((line) => !ofPages.includes(line)),
    );
    expect(check.code).toBe(1);
  });
});

describe('texts that reach for what they may not have', () => {
  let run: Run;

  beforeAll(async () => {
    run = await runBuild(['--content', REFUSED, '--out', out]);
  });

  it('are refused, all in one run: code, raw HTML, network pictures, and foreign links', () => {
    expect(run.stderr).toMatchInlineSnapshot(`
      "tests/fixtures/broken/refused/en/guide/executable.md:1:4: front matter in "js" is refused: only YAML is read, and never run
          Write "---" alone on the first line.
      tests/fixtures/broken/refused/en/guide/field-link.md:7:6: links may not use "field:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/field-link.md:7:32: links may not use "field:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/file-link.md:7:6: links may not use "file:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/file-link.md:7:37: links may not use "file:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/network-picture.md:7:7: pictures are not built yet: https://evil.example/tree.png
          Say it in words for now.
      tests/fixtures/broken/refused/en/guide/raw-html.md:7:17: raw HTML is not allowed: <b onclick="x()">
          Write Markdown; only comments <!-- … --> may stand, and they are dropped.
      tests/fixtures/broken/refused/en/guide/raw-html.md:7:37: raw HTML is not allowed: </b>
          Write Markdown; only comments <!-- … --> may stand, and they are dropped.
      tests/fixtures/broken/refused/en/guide/raw-html.md:9:1: raw HTML is not allowed: <script src="https://evil.example/x.js"></script>
          Write Markdown; only comments <!-- … --> may stand, and they are dropped.
      tests/fixtures/broken/refused/en/guide/script-link.md:7:4: links may not use "javascript:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/script-link.md:7:34: links may not use "javascript:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      tests/fixtures/broken/refused/en/guide/script-link.md:7:65: links may not use "data:"
          Link to https://…, mailto:…, tel:… or the slug of a text, like (my-first-sheet).
      12 problems. Nothing was changed.
      "
    `);
  });

  it('never get their front matter run: it would have ended the build with 99', () => {
    expect(run.code).toBe(1);
  });

  it('leave the earlier result as it was, to the byte', async () => {
    expect(findDifferences(before, await readTree(out))).toEqual([]);
  });

  it('come as one JSON object when a program asks for it', async () => {
    const json = await runBuild(['--content', REFUSED, '--out', out, '--json']);
    const told = JSON.parse(json.stdout) as { problems: Problem[]; files: string[] };
    const lines = told.problems.map(({ file, line, column, message }) => {
      return `${file}:${line}:${column}: ${message}`;
    });
    expect(lines).toEqual(run.stderr.split('\n').filter((line) => line.startsWith('tests/')));
    expect([told.files, json.code, json.stderr]).toEqual([[], 1, '']);
  });
});

describe('a sheet with a fault that another sheet links to', () => {
  it('is told with its fault, and the sheets without one are still looked at', async () => {
    const content = path.join(folder, 'linked');
    await cp(BETTER_SLEEP, content, { recursive: true });
    const sheets = path.join(content, 'en/worksheets');
    await appendFile(path.join(sheets, 'sleep-diary.md'), '\nSee [the other](wind-down).\n');
    await appendFile(path.join(sheets, 'wind-down.md'), '\n::linse[Why?]\n');
    const { code, stderr } = await runBuild(['--content', content, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('unknown directive "linse"');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
