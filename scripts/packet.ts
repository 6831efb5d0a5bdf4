import { chooseShelf, toRequest } from './command/choose-sheets.ts';
import { type PacketOptions, parsePacketOptions } from './command/packet-options.ts';
import { printPacket } from './command/print-packet.ts';
import { loadPrintTools } from './command/print-tools.ts';
import { loadPackage } from './command/program.ts';
import { replaceFile } from './command/replace-file.ts';
import { assertReplaceable } from './command/replaceable.ts';
import { createReporter, EXIT, plural, runCommand } from './command/report.ts';
import { tellMissing } from './command/tell-missing.ts';
import { loadReading } from './content/load.ts';
import { editionDate } from './model/library.ts';
import { launchBrowser } from './pdf/browser.ts';
import { openPrinter } from './pdf/print-sheet.ts';

/** Binds what was chosen into one PDF; an earlier file stays whole until the new one is there. */
async function packet(options: PacketOptions): Promise<number> {
  const reporter = createReporter(options);
  const { step } = reporter;
  await assertReplaceable(options.out);
  const { library, problems } = await step('Reading the content', () =>
    loadReading(options.content),
  );
  if (problems.length > 0) {
    reporter.problems(problems);
    return EXIT.content;
  }
  const shelf = chooseShelf(library, options.lang);
  const request = toRequest(options, shelf);
  const { edition, practice, duplex, paper } = options;
  const browser = await step('Starting the browser', () => launchBrowser(options));
  const printed = await step('Binding the packet', async () => {
    const { name, version } = await loadPackage();
    const date = editionDate(library.site, process.env['SOURCE_DATE_EPOCH']);
    const job = { request, library, shelf, edition, practice, duplex };
    const print = await openPrinter(browser);
    return printPacket(job, print, { creator: `${name} ${version}`, date }, await loadPrintTools());
  }).finally(() => browser.close());
  if (printed.problems.length > 0) {
    reporter.problems(printed.problems);
    return EXIT.content;
  }
  const long = printed.longSheets.map(({ message }) => `${message}.`);
  for (const line of [...tellMissing(printed.plan, shelf), ...long]) reporter.note(line);
  const file = printed.files.find((one) => one.paper === paper);
  if (!file) throw new Error(`nothing was printed on ${paper}`);
  await replaceFile(options.out, file.bytes);
  const pages = plural(file.facts.pages, 'page');
  reporter.done(
    `${options.out} is there: ${pages}, ${plural(file.facts.widgets.length, 'field')}.`,
    [options.out],
  );
  return EXIT.done;
}

await runCommand(() => packet(parsePacketOptions(process.argv.slice(2))));
