import { fileURLToPath } from 'node:url';
import { checkOnly, keepEarlier } from './command/earlier-build.ts';
import { type Options, parseOptions, UsageError } from './command/options.ts';
import { printLibrary } from './command/print-library.ts';
import { loadPackage } from './command/program.ts';
import { openScratch, type Scratch } from './command/publish.ts';
import { createReporter, EXIT, plural, type Reporter, runCommand } from './command/report.ts';
import { loadReading } from './content/load.ts';
import { tellSwitchedOff } from './content/rules/all.ts';
import { toManifest } from './manifest/to-manifest.ts';
import { editionDate, type Library } from './model/library.ts';
import { filesOf, joinOutputs } from './model/manifest.ts';
import { launchBrowser } from './pdf/browser.ts';
import { buildSite } from './site/build-site.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** The date of the PDFs; a wrong SOURCE_DATE_EPOCH is wrong usage, not today. */
function dateOf({ site }: Library): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  try {
    return editionDate(site, epoch);
  } catch (cause) {
    throw new UsageError(`SOURCE_DATE_EPOCH: expected seconds, found "${epoch}".`, { cause });
  }
}

/** The whole pipeline, top to bottom; the old result stays whole until the last line. */
async function build(options: Options, scratch: Scratch, reporter: Reporter): Promise<number> {
  const { step } = reporter;
  const program = await loadPackage();
  const { library, problems, book } = await step('Reading the content', () =>
    loadReading(options.content),
  );
  for (const line of tellSwitchedOff(book.rules)) reporter.note(line);
  // A sheet with a problem is not in the library; its problem says more than that it is missing.
  if (problems.length === 0) checkOnly(library, options.only);
  const kept = await keepEarlier(library, options.only, options.out, scratch);
  const browser = await step('Starting the browser', () => launchBrowser(options)).catch(
    (error) => {
      if (problems.length > 0) reporter.problems(problems);
      throw error;
    },
  );
  const [chromium, printed] = await step('Printing the sheets', async () => {
    const creator = `${program.name} ${program.version}`;
    const input = { library, kept, browser, scratch, jobs: options.jobs, creator };
    // A packet is bound when every sheet that it may hold is sound.
    const binds = problems.length === 0;
    const printed = await printLibrary({ ...input, date: dateOf(library), binds });
    return [await browser.version(), printed] as const;
  }).finally(() => browser.close());
  const all = [...problems, ...printed.problems];
  if (all.length > 0) {
    reporter.problems(all);
    return EXIT.content;
  }
  reporter.remarks(printed.spareRooms);
  const outputs = joinOutputs(printed, kept);
  const pages = await step('Building the site', () =>
    buildSite({ library, outputs, outDir: scratch.dir }),
  );
  const { name, version } = program;
  const generator = { name, version, node: process.version, chromium };
  const manifest = toManifest(library, outputs, generator);
  await scratch.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  await scratch.publish();
  const files = filesOf(outputs);
  reporter.done(
    `${plural(files.length, 'PDF')} and ${plural(pages.length, 'page')} are in ${options.out}.`,
    [...files, ...pages],
  );
  return EXIT.done;
}

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  const scratch = await openScratch(options.out, [process.cwd(), PROJECT, options.content]);
  try {
    return await build(options, scratch, createReporter(options));
  } finally {
    await scratch.discard();
  }
});
