import { parseOptions } from './command/options.ts';
import { createReporter, EXIT, plural, runCommand } from './command/report.ts';
import { loadReading } from './content/load.ts';

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  const reporter = createReporter(options);
  const { library, problems } = await loadReading(options.content);
  if (problems.length > 0) {
    reporter.problems(problems);
    return EXIT.content;
  }
  const texts = library.languages.flatMap(({ worksheets, articles, pages }) => [
    ...worksheets,
    ...articles,
    ...pages,
  ]);
  reporter.done(
    `${plural(texts.length, 'text')}, no problems.`,
    texts.map(({ file }) => file),
  );
  return EXIT.done;
});
