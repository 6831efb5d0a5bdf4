/** What somebody chose. Nothing personal is in it, for it stands in the address. */
export type Choice = {
  /** Stems of sheets, in order. */
  sheets: string[];
  /** How many of each; empty where each sheet asks for its own. */
  copies: string;
  /** Empty where it is only guessed. */
  paper: string;
  print: string;
  isTwoSided: boolean;
};

/** What an address may ask for. */
export type Known = {
  sheets: readonly string[];
  papers: readonly string[];
  prints: readonly string[];
};

const COPIES = ['1', '2'];
const ONE_SIDE = '1';

/** "#sheets=16,4,23&copies=2&paper=a4" as a choice; what is not known is left out. */
export function readChoice(fragment: string, known: Known): Choice {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const pick = (key: string, values: readonly string[]) =>
    values.find((value) => value === asked.get(key)) ?? '';
  const stems = (asked.get('sheets') ?? '').split(',');
  return {
    sheets: [...new Set(stems)].filter((stem) => known.sheets.includes(stem)),
    copies: pick('copies', COPIES),
    paper: pick('paper', known.papers),
    print: pick('print', known.prints),
    isTwoSided: asked.get('sides') !== ONE_SIDE,
  };
}

/** A choice as the fragment of an address; empty where nothing is chosen. */
export function writeChoice({ sheets, copies, paper, print, isTwoSided }: Choice): string {
  const parts = [
    ...(sheets.length > 0 ? [`sheets=${sheets.join(',')}`] : []),
    ...(copies ? [`copies=${copies}`] : []),
    ...(paper ? [`paper=${paper}`] : []),
    ...(print ? [`print=${print}`] : []),
    ...(isTwoSided ? [] : [`sides=${ONE_SIDE}`]),
  ];
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/**
 * A sheet that is added goes where the order of all sheets has it, as long as the rest stands in
 * that order; once somebody has changed it, it goes to the end.
 */
export function addSheet(
  chosen: readonly string[],
  stem: string,
  all: readonly string[],
): string[] {
  const placeOf = (one: string) => all.indexOf(one);
  const isSorted = chosen.every(
    (one, at) => at === 0 || placeOf(chosen[at - 1] ?? '') < placeOf(one),
  );
  if (!isSorted) return [...chosen, stem];
  return [...chosen, stem].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The list with one item moved to another place; at an end it stays. */
export function moveSheet(chosen: readonly string[], from: number, to: number): string[] {
  const moved = chosen.filter((_, at) => at !== from);
  const item = chosen[from];
  return item === undefined ? [...chosen] : moved.toSpliced(to, 0, item);
}

/** A sheet that stands before one that it builds on, or without it. */
export type Gap = { stem: string; earlier: string; isMissing: boolean };

/** What is wrong with an order: sheets whose earlier sheets are not there, or come later. */
export function listGaps(
  chosen: readonly string[],
  requires: (stem: string) => readonly string[],
): Gap[] {
  return chosen.flatMap((stem, at) =>
    requires(stem)
      .map((earlier) => ({ stem, earlier, place: chosen.indexOf(earlier) }))
      .filter(({ place }) => place < 0 || place > at)
      .map(({ earlier, place }) => ({ stem, earlier, isMissing: place < 0 })),
  );
}
