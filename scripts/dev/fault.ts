import type { Problem } from '../model/problem.ts';

/** Something that keeps a page from being up to date, as the overlay shows it. */
export type Fault = {
  /** "path:line:col", where there is one. */
  place?: string;
  message: string;
  hint?: string;
};

/** A problem of the content as a fault. */
export function toFault({ file, line, column, message, hint }: Problem): Fault {
  return { place: `${file}:${line}:${column}`, message, hint };
}

/** An error of the program or of a template with everything that led to it. */
export function toFaults(error: unknown): Fault[] {
  const messages: string[] = [];
  for (let one = error; one instanceof Error && messages.length < 9; one = causeOf(one)) {
    const message = one.message.trim();
    if (message !== '' && !messages.includes(message)) messages.push(message);
  }
  return [{ message: messages.join('\n') || String(error) }];
}

/** Eleventy keeps what went wrong under a name of its own. */
function causeOf(error: Error): unknown {
  return error.cause ?? (error as { originalError?: unknown }).originalError;
}
