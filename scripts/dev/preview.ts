import type { EditionName, PaperName } from '../model/edition.ts';
import type { Problem } from '../model/problem.ts';
import type { Fault } from './fault.ts';

/** A picture of a printed page: its file below the pictures, and what stands for its content. */
export type PageImage = { file: string; stamp: string; widthPx: number; heightPx: number };

/** A print of a sheet as it can be looked at. */
export type EditionPreview = {
  edition: EditionName;
  pages: PageImage[];
  /** The PDFs, one for each paper. */
  files: { path: string; paper: PaperName }[];
};

/** A sheet as it was last printed, or a sheet that waits for it. */
export type SheetPreview = {
  lang: string;
  slug: string;
  title: string;
  /** The sheet's page, before the path prefix. */
  url: string;
  editions: EditionPreview[];
  /** What its prints do not keep of it. */
  problems: Problem[];
  /** Why it could not be printed at all. */
  fault?: Fault;
};

/** Where a sheet's preview stands. The site's own language needs no name. */
export function previewPath(root: string, slug: string): string {
  return `${root}sheets/${slug}/`;
}
