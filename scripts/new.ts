import { writeNewFile } from './command/new-file.ts';
import { parseNewOptions } from './command/new-options.ts';
import { EXIT, runCommand } from './command/report.ts';

await runCommand(async () => {
  const { file, addresses } = await writeNewFile(parseNewOptions(process.argv.slice(2)));
  const shown = addresses.length > 0 ? `, and see it at ${addresses.join(' and ')}` : '';
  process.stdout.write(`${file} is there.
Next: run "npm run dev", put your words in the place of ours${shown}.
`);
  return EXIT.done;
});
