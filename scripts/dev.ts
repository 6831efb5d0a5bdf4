import { parseDevOptions } from './command/dev-options.ts';
import { openDevSession } from './command/open-dev-session.ts';
import { EXIT, runCommand } from './command/report.ts';

/** A terminal, npm and with-node.mjs may each pass on the same Ctrl-C; it comes within this time. */
const SAME_MS = 500;

/** Ctrl-C, or whatever else asks the program to end; asked once more later it ends at once. */
function stopAsked(): Promise<void> {
  let first: number | undefined;
  return new Promise((resolve) => {
    const ask = () => {
      resolve();
      first ??= performance.now();
      if (performance.now() - first > SAME_MS) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    // What started this was killed outright.
    process.once('disconnect', ask);
  });
}

await runCommand(async () => {
  const options = parseDevOptions(process.argv.slice(2));
  const stopped = stopAsked();
  const session = await openDevSession(options);
  await stopped;
  await session.close();
  return EXIT.done;
});
// Nothing is left to wait for.
process.exit();
