import { writeNewFile } from './command/new-file.ts';
import { parseNewOptions } from './command/new-options.ts';
import { EXIT, runCommand } from './command/report.ts';

await runCommand(async () => {
  const { file, addresses, wanted } = await writeNewFile(parseNewOptions(process.argv.slice(2)));
  const shown = addresses.length > 0 ? `, and see it at ${addresses.join(' and ')}` : '';
  process.stdout.write(`${file} is there.
Next: run "npm run dev", put your words in the place of ours${shown}.
`);
  if (wanted.length > 0) {
    process.stdout.write(`The rules of this folder also want:\n${wanted.join('\n')}\n`);
  }
  return EXIT.done;
});
