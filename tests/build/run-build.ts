import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json; builds are started there, as `npm run` does. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The content that the tests own: about sleep, so that no topic can hide in the program. */
export const BETTER_SLEEP = 'tests/fixtures/better-sleep';

/** How a command ended and all it said. */
export type Run = { code: number | null; stdout: string; stderr: string };

/** Runs one of the npm commands as a process of its own; nothing of it is replaced. */
export function runCommand(
  script: 'build' | 'check' | 'dev' | 'new' | 'packet',
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      run.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      run.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
  });
}

/**
 * Runs the real build. The sandbox is off, because many test machines have none to give and
 * everything that is printed here is our own.
 */
export function runBuild(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  return runCommand('build', ['--no-sandbox', ...args], environment);
}

/** Builds a folder that must build, and says why it did not. */
export async function buildOrThrow(
  content: string,
  out: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Run> {
  const run = await runBuild(['--content', content, '--out', out, ...args], environment);
  if (run.code !== 0)
    throw new Error(`The build of ${content} ended with ${run.code}:\n${run.stderr}`);
  return run;
}
