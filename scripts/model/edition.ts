/** A print of a sheet: the same content, set for other eyes. */
export type EditionName = 'standard' | 'large' | 'short' | 'example';

/** The two sizes that text is set in on paper. */
export type TypeSize = 'standard' | 'large';

/** The size that an edition is set in: only large print has another than the sheet itself. */
export function typeSizeOf(edition: EditionName): TypeSize {
  return edition === 'large' ? 'large' : 'standard';
}

/** How an edition is set and named. */
export type Edition = {
  name: EditionName;
  /** Goes into the file name after the paper: "sheet-16-a4-large.pdf". */
  suffix: string;
};

/** Every edition a sheet is printed in, in the order of its files. */
export const EDITIONS: readonly Edition[] = [
  { name: 'standard', suffix: '' },
  { name: 'large', suffix: '-large' },
  { name: 'short', suffix: '-short' },
  { name: 'example', suffix: '-example' },
];

/** The one area, in mm, that both papers share; so both have the same page breaks. */
export const LIVE_AREA_MM = { width: 170, height: 243 };

/** A paper a sheet is offered on. */
export type PaperName = 'a4' | 'letter';

/** A paper and where the live area stands on it; all in mm, from the top left corner. */
export type Paper = {
  name: PaperName;
  label: string;
  width: number;
  height: number;
  marginLeft: number;
  marginTop: number;
};

const centered = (name: PaperName, label: string, width: number, height: number): Paper => ({
  name,
  label,
  width,
  height,
  marginLeft: (width - LIVE_AREA_MM.width) / 2,
  marginTop: (height - LIVE_AREA_MM.height) / 2,
});

/** ISO 216 A4 and ANSI A; the first is the one the browser prints on. */
export const PAPERS: readonly [Paper, ...Paper[]] = [
  centered('a4', 'A4', 210, 297),
  centered('letter', 'Letter', 215.9, 279.4),
];
