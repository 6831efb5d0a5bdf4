import { ContentFolderError } from '../content/load.ts';
import { type Problem, sortProblems } from '../model/problem.ts';
import { HelpRequest, type Options, UsageError } from './options.ts';

/** What a command ends with (contract: 0 done, 1 content, 2 usage, 3 machine). */
export const EXIT = { done: 0, content: 1, usage: 2, machine: 3 } as const;

/** Says what a command does; the only place that prints. */
export type Reporter = {
  /** Runs a step and says it; with --verbose also how long it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** What is always worth saying: a line, or several. */
  note(text: string): void;
  /** The closing line of a command that went well. */
  done(text: string, files: readonly string[]): void;
  /** What is worth knowing and no problem, sorted, each once; with --verbose only. */
  remarks(remarks: readonly Problem[]): void;
  /** Every problem, sorted, each once. */
  problems(problems: readonly Problem[]): void;
};

/** One problem as an editor can jump to it, with its hint on the next line. */
export function formatProblem({ file, line, column, message, hint }: Problem): string {
  return `${file}:${line}:${column}: ${message}${hint ? `\n    ${hint}` : ''}`;
}

/** Problems as an author reads them: sorted, each once. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return sortProblems(problems).filter((problem) => {
    const text = formatProblem(problem);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** "1 problem", "2 problems". */
export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** A reporter for a terminal, a pipe or a program, as the options want it. */
export function createReporter({
  quiet,
  verbose,
  json,
}: Pick<Options, 'quiet' | 'verbose' | 'json'>): Reporter {
  const say = (text: string) => {
    if (!quiet && !json) process.stdout.write(`${text}\n`);
  };
  return {
    async step(name, work) {
      const begun = performance.now();
      if (!verbose) say(name);
      const result = await work();
      if (verbose) say(`${name} (${Math.round(performance.now() - begun)} ms)`);
      return result;
    },
    remarks(all) {
      if (verbose) for (const remark of withoutRepeats(all)) say(formatProblem(remark));
    },
    note: say,
    done(text, files) {
      say(text);
      if (json) process.stdout.write(`${JSON.stringify({ problems: [], files })}\n`);
    },
    problems(all) {
      const problems = withoutRepeats(all);
      if (json) process.stdout.write(`${JSON.stringify({ problems, files: [] })}\n`);
      else {
        for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
        process.stderr.write(`${plural(problems.length, 'problem')}. Nothing was changed.\n`);
      }
    },
  };
}

/** Whether the command was told something wrong, rather than the machine failing it. */
function isUsage(error: unknown): boolean {
  return error instanceof UsageError || error instanceof ContentFolderError;
}

/** What went wrong in one sentence where it is a known fault or the system's, else with its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = !['Error', 'TypeError', 'RangeError', 'ReferenceError'].includes(error.name);
  const isSystem = 'syscall' in error;
  const root = isKnown && !isUsage(error) ? error.cause : undefined;
  const cause = root instanceof Error ? `\n  ${root.message}` : '';
  return isKnown || isSystem ? error.message + cause : (error.stack ?? error.message);
}

/** Runs a command and turns however it ends into an exit code and a message that helps. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof HelpRequest) {
      process.stdout.write(`${error.message}\n`);
      process.exitCode = EXIT.done;
      return;
    }
    process.exitCode = isUsage(error) ? EXIT.usage : EXIT.machine;
    process.stderr.write(`${explain(error)}\n`);
  }
}
