import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { findViewer } from './chromium-viewer.ts';

const run = promisify(execFile);

/** The release that the results are of; another one may know other rules. */
const VERAPDF = { version: '1.28.2', file: 'greenfield-apps-1.28.2.jar' };
const CACHE = path.resolve('.cache');

/** A tool that is not there; the message says how to get it. */
export class MissingToolError extends Error {
  override name = 'MissingToolError';
}

/** Runs a tool and gives what it printed, also when it ends with a complaint. */
export async function runTool(
  command: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const { stdout, stderr } = await run(command, [...args], { maxBuffer: 64 * 1024 * 1024 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const failure = error as { code?: number | string; stdout?: string; stderr?: string };
    if (failure.code === 'ENOENT') throw new MissingToolError(`${command} is not installed.`);
    return {
      code: Number(failure.code) || 1,
      stdout: failure.stdout ?? '',
      stderr: failure.stderr ?? '',
    };
  }
}

/** What has to be installed before anything is worth checking, all at once. */
export async function findMissingTools(): Promise<string[]> {
  const needed: [command: string, args: string[], from: string][] = [
    ['java', ['-version'], 'a Java runtime, 11 or later'],
    ['qpdf', ['--version'], 'qpdf'],
    ['pdfinfo', ['-v'], 'poppler-utils'],
    ['pdffonts', ['-v'], 'poppler-utils'],
    ['pdftotext', ['-v'], 'poppler-utils'],
    [
      '/usr/bin/python3',
      ['-c', 'import gi; gi.require_version("Poppler", "0.18")'],
      'python3-gi and gir1.2-poppler-0.18',
    ],
  ];
  const missing = await Promise.all(
    needed.map(async ([command, args, from]) => {
      const result = await runTool(command, args).catch(() => ({ code: 1 }));
      return result.code === 0 ? [] : [`${command}: install ${from}`];
    }),
  );
  const viewer = findViewer()
    ? []
    : [
        'chromium: install chromium, or name the program of a Chrome or Chromium in CHROMIUM_VIEWER; the browser from npm has no PDF viewer',
      ];
  return [...missing.flat(), ...viewer];
}

/** veraPDF's jar: VERAPDF_JAR, else the cache folder, else fetched into it by Maven. */
export async function findVeraPdf(): Promise<string> {
  const named = process.env['VERAPDF_JAR'];
  if (named) {
    if (existsSync(named)) return named;
    throw new MissingToolError(`VERAPDF_JAR names ${named}, where there is no file.`);
  }
  const cached = path.join(CACHE, VERAPDF.file);
  if (existsSync(cached)) return cached;
  await mkdir(CACHE, { recursive: true });
  const artifact = `org.verapdf.apps:greenfield-apps:${VERAPDF.version}`;
  const args = [
    '-q',
    '-B',
    'dependency:copy',
    `-Dartifact=${artifact}`,
    `-DoutputDirectory=${CACHE}`,
  ];
  await runTool('mvn', args);
  if (existsSync(cached)) return cached;
  throw new MissingToolError(
    `veraPDF is missing: put its jar into ${CACHE}, name it in VERAPDF_JAR, or install Maven.`,
  );
}
