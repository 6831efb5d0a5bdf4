import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fieldNames, withInnerFields } from '../../scripts/model/field-names.ts';
import type { Manifest } from '../../scripts/model/manifest.ts';
import { loadSpecimen } from '../specimen/specimen.ts';
import { bindSubjects } from './bound-packets.ts';
import {
  checkFilling,
  checkInformation,
  checkPdfUa,
  checkSyntax,
  type Findings,
  onEach,
  type Subject,
  subjectsOf,
} from './checks.ts';
import { findViewer, launchViewer } from './chromium-viewer.ts';
import { loadPacketNames } from './packet-names.ts';
import { makePageCopies } from './page-copies.ts';
import { findMissingTools, findVeraPdf, MissingToolError } from './tools.ts';
import { checkViewer, chooseFiles, toSample } from './viewer-check.ts';

/**
 * Chromium's own viewer fills in some files, one after the other: it has one mouse. The first one is
 * given foreign letters too; the copies of the others must still be PDF/UA.
 */
async function driveViewer(manifest: Manifest, out: string, scratch: string) {
  const files = chooseFiles(manifest).map((file) => path.join(out, file));
  const specimen = (await loadSpecimen()).flatMap(({ worksheet }) => worksheet.fields);
  const fields = specimen.flatMap(withInnerFields).map((field) => ({ names: fieldNames(field) }));
  const sample = toSample([...manifest.worksheets.flatMap((sheet) => sheet.fields), ...fields]);
  const copies = files.map((_, index) => path.join(scratch, `viewer-${index}.pdf`));
  const browser = await launchViewer(findViewer() ?? '');
  try {
    const findings: Findings[] = [];
    for (const [index, file] of files.entries()) {
      const options = { sample, isForeign: index === 0 };
      findings.push(await checkViewer(browser, file, copies[index] ?? '', options));
    }
    return { count: files.length, findings: findings.flat(), copies: copies.slice(1) };
  } finally {
    await browser.close();
  }
}

type Result = [name: string, count: number, findings: Findings];

/** Writes one line for each check and one for each finding; the exit code that they come to. */
function tellResults(results: readonly Result[]): number {
  for (const [name, count, findings] of results) {
    process.stdout.write(
      `${findings.length === 0 && count > 0 ? 'ok' : 'NOT OK'}  ${name} (${count} files)\n`,
    );
    for (const finding of findings) process.stdout.write(`    ${finding}\n`);
  }
  const failed = results.filter(([, count, findings]) => findings.length > 0 || count === 0).length;
  process.stdout.write(`conformance: ${results.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

/** What outside tools think of the files of a build, and of copies that are made of them. */
async function check(manifest: Manifest, out: string, scratch: string): Promise<Result[]> {
  const jar = await findVeraPdf();
  const subjects = [
    ...(await bindSubjects(manifest, out, scratch)),
    ...subjectsOf(manifest, out, await loadPacketNames(manifest)),
  ];
  // The other paper is the same print moved (a test of its own holds the pairs together), so A4 is
  // filled; the copies of sheets in standard print are judged, for the others have the same fields.
  const fillable = subjects.filter(({ file }) => file.paper === 'a4');
  const copyOf = (subject: Subject) =>
    path.join(scratch, `filled-${subjects.indexOf(subject)}.pdf`);
  const filled = await onEach(fillable, (subject) => checkFilling(subject, copyOf(subject)));
  const standard = fillable.filter(
    ({ isPacket, file, names }) => !isPacket && file.edition === 'standard' && names.length > 0,
  );
  const made = await makePageCopies(standard, scratch);
  const viewed = await driveViewer(manifest, out, scratch);
  const copies = [...standard.map(copyOf), ...viewed.copies, ...made.copies];
  const [conformity = [], conformityOfCopies = []] = await checkPdfUa(jar, [
    subjects.map((subject) => subject.path),
    copies,
  ]);
  const syntax = await onEach(subjects, checkSyntax);
  const information = await onEach(subjects, checkInformation);
  return [
    ['veraPDF PDF/UA-1', subjects.length, conformity],
    ['qpdf --check', subjects.length, syntax.flat()],
    ['Poppler: title, tags, pages, paper, fonts', subjects.length, information.flat()],
    ['Poppler: fill on A4, save, read back', fillable.length, filled.flat()],
    ['The page of a sheet: fill, save, read back', standard.length, made.findings],
    ['Chromium: type, tick, choose, save, read back', viewed.count, viewed.findings],
    ['veraPDF PDF/UA-1 of filled copies', copies.length, conformityOfCopies],
  ];
}

/** Says what outside tools think of a build: veraPDF, qpdf, Poppler and Chromium. Exit code 1 on any finding. */
async function main(out: string): Promise<number> {
  const missing = await findMissingTools();
  if (missing.length > 0) {
    process.stderr.write(`The conformance check needs more tools.\n${missing.join('\n')}\n`);
    return 3;
  }
  const text = await readFile(path.join(out, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    process.stderr.write(`There is no build in ${out}. Run "npm run build" first.\n`);
    return 3;
  }
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'conformance-'));
  try {
    return tellResults(await check(JSON.parse(text) as Manifest, out, scratch));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv[2] ?? 'dist').catch((error) => {
  if (!(error instanceof MissingToolError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 3;
});
