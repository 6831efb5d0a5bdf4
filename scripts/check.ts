import { type CheckOptions, parseCheckOptions } from './command/check-options.ts';
import { UsageError } from './command/options.ts';
import { createReporter, EXIT, plural, runCommand } from './command/report.ts';
import { toTextTable } from './command/text-table.ts';
import { writeIds } from './command/write-ids.ts';
import { loadReading } from './content/load.ts';
import { checkRules, tellSwitchedOff } from './content/rules/all.ts';
import type { Library } from './model/library.ts';

/** The day a release would be made on, ISO: today, or SOURCE_DATE_EPOCH. */
function releaseDay(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const date = epoch ? new Date(Number(epoch) * 1000) : new Date();
  if (!Number.isNaN(date.getTime())) return date.toISOString().slice(0, 10);
  throw new UsageError(`SOURCE_DATE_EPOCH: expected seconds, found "${epoch}".`);
}

function textsOf({ languages }: Library): string[] {
  return languages
    .flatMap(({ worksheets, articles, pages, companions, packets }) => [
      ...worksheets,
      ...articles,
      ...pages,
      ...companions,
      ...packets,
    ])
    .map(({ file }) => file);
}

async function check(options: CheckOptions): Promise<number> {
  const { content, release } = options;
  const reporter = createReporter(options);
  const { library, problems: found, book } = await loadReading(content);
  const atRelease = release ? checkRules({ ...book, releaseDay: releaseDay() }) : [];
  const problems = [...found, ...atRelease];
  const ids = options.writeIds && problems.length === 0 ? await writeIds(content) : undefined;
  problems.push(...(ids?.problems ?? []));
  if (problems.length === 0 || options.verbose) reporter.note(toTextTable(book));
  for (const line of tellSwitchedOff(book.rules)) reporter.note(line);
  if (problems.length > 0) {
    reporter.problems(problems);
    return EXIT.content;
  }
  const texts = textsOf(library);
  const said = `${plural(texts.length, 'text')}, no problems.`;
  if (!ids) reporter.done(said, texts);
  else {
    const written = `${plural(ids.count, 'id')} written into ${plural(ids.files.length, 'file')}.`;
    reporter.done(`${said} ${written}`, ids.files);
  }
  return EXIT.done;
}

await runCommand(() => check(parseCheckOptions(process.argv.slice(2))));
