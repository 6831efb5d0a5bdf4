import { parseDevOptions } from './command/dev-options.ts';
import { openDevSession } from './command/open-dev-session.ts';
import { EXIT, runCommand } from './command/report.ts';

/** Ctrl-C, or whatever else asks the program to end; asked a second time it ends at once. */
function stopAsked(): Promise<void> {
  let count = 0;
  return new Promise((resolve) => {
    const ask = () => {
      resolve();
      if (++count > 1) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
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
