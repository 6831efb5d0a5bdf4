import type { Fault } from '../dev/fault.ts';
import type { Change } from '../dev/watch.ts';
import { plural } from './report.ts';

/** Says what happens while somebody works: a line for each rebuild. */
export type DevLog = {
  say(text: string): void;
  /** A rebuild: what it was for, what was made, and how long after the save it was there. */
  rebuilt(change: Change, what: 'site' | 'preview', faults: readonly Fault[]): void;
  /** What the rules of the folder ask for, before anything is published. */
  wanted(breaches: readonly Fault[]): void;
};

/** "content/en/guide/a.md and 2 more". */
function nameFiles(files: readonly string[]): string {
  const [first = 'everything', ...more] = files;
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}

/** A fault as an editor can jump to it, with its hint on the next line. */
function formatFault({ place, message, hint }: Fault): string {
  return `${place ? `${place}: ` : ''}${message}${hint ? `\n    ${hint}` : ''}`;
}

/** A log that is written to where `write` says. */
export function createDevLog(write: (text: string) => void): DevLog {
  const say = (text: string) => write(`${text}\n`);
  return {
    say,
    rebuilt({ files, savedAt }, what, faults) {
      const time = new Date().toTimeString().slice(0, 8);
      const took = `${what} ${Math.round(Date.now() - savedAt)} ms`;
      const found = faults.length > 0 ? `: ${plural(faults.length, 'problem')}` : '';
      say(`${time}  ${nameFiles(files)}  ${took}${found}`);
      for (const fault of faults) say(formatFault(fault));
    },
    wanted(breaches) {
      say(
        `          ${plural(breaches.length, 'problem')} with the rules, before it is published:`,
      );
      for (const breach of breaches) say(formatFault(breach));
    },
  };
}
