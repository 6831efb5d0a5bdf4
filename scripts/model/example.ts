/** One thing that a made-up person wrote. */
export type ExampleWords = string | number;

/**
 * What a made-up person put into a field: words or a number; a list, entry by entry; or a list of
 * rows with what stands in each.
 */
export type ExampleValue = ExampleWords | (ExampleWords | ExampleWords[])[];

/** A sheet as made-up people filled it in. */
export type Example = {
  /** Who they are and what happened, in a sentence or two. */
  about: string;
  /** What they wrote, by the ids of the fields; a field that stayed empty is not there. */
  answers: Record<string, ExampleValue>;
};

/** A value as words; a list where words were wanted has been told as a problem. */
export function exampleWords(value: ExampleValue | undefined): string {
  return value === undefined || Array.isArray(value) ? '' : String(value);
}

/** A value as a list of words. */
export function exampleList(value: ExampleValue | undefined): string[] {
  return Array.isArray(value) ? value.map((entry) => exampleRow(entry).join(' ')) : [];
}

/** A value as rows of words; a row of one may be written without its brackets. */
export function exampleRows(value: ExampleValue | undefined): string[][] {
  return Array.isArray(value) ? value.map(exampleRow) : [];
}

const exampleRow = (entry: ExampleWords | ExampleWords[]): string[] =>
  (Array.isArray(entry) ? entry : [entry]).map(String);
