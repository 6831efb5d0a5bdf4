import type { EditionName, PaperName } from './edition.ts';
import type { FieldKind } from './field.ts';

/** One PDF as it was written. */
export type SheetFile = {
  /** Path inside the output folder. */
  path: string;
  paper: PaperName;
  edition: EditionName;
  pages: number;
  bytes: number;
  sha256: string;
};

/** The picture of a sheet's first page. */
export type SheetPicture = { path: string; widthPx: number; heightPx: number };

/** What printing a worksheet left behind. */
export type SheetOutput = { lang: string; slug: string; files: SheetFile[]; picture: SheetPicture };

/** `dist/manifest.json`: what a build left, sorted, without timestamps. */
export type Manifest = {
  generator: { name: string; version: string; node: string; chromium: string };
  articles: { slug: string; lang: string; title: string; url: string }[];
  worksheets: {
    slug: string;
    number: number;
    lang: string;
    title: string;
    stage?: string;
    who: string;
    minutes: number;
    url: string;
    private: boolean;
    fields: { id: string; kind: FieldKind; label: string; names: string[] }[];
    files: SheetFile[];
    picture: SheetPicture;
  }[];
  packets: never[];
};
