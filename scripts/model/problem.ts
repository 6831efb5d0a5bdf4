/** Where something stands in a source file; both numbers start at 1. */
export type Position = { line: number; column: number };

/** Something an author has to mend: a value, collected with all others, never thrown. */
export type Problem = Position & {
  /** Path as the author wrote or would type it, with forward slashes. */
  file: string;
  /** What is wrong: what was expected and what was found. */
  message: string;
  /** What to do about it, when there is one obvious next step. */
  hint?: string;
};

/** A value when all went well, or every problem found on the way; never both. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Sorts problems the way an author reads: by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const inFile = (a: Problem, b: Problem) => a.line - b.line || a.column - b.column;
  const byFile = (a: Problem, b: Problem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return [...problems].sort(
    (a, b) => byFile(a, b) || inFile(a, b) || (a.message < b.message ? -1 : 1),
  );
}
