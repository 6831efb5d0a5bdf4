import type { Worksheet } from './document.ts';
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
export type SheetOutput = {
  lang: string;
  slug: string;
  /** Whether it is one of the program's own sheets; a sheet of the folder may have the same slug. */
  specimen?: true;
  files: SheetFile[];
  picture: SheetPicture;
};

/** What binding a packet left behind. */
export type PacketOutput = Pick<SheetOutput, 'lang' | 'slug' | 'files' | 'picture'>;

/** All that was printed. */
export type Outputs = { sheets: readonly SheetOutput[]; packets: readonly PacketOutput[] };

/** What there is before anything is printed. */
export const NO_OUTPUTS: Outputs = { sheets: [], packets: [] };

/** What was printed now and what was kept from before, as one. */
export function joinOutputs(now: Outputs, kept: Outputs): Outputs {
  return {
    sheets: [...now.sheets, ...kept.sheets],
    packets: [...now.packets, ...kept.packets],
  };
}

/** The paths of all PDFs. */
export function filesOf({ sheets, packets }: Outputs): string[] {
  return [...sheets, ...packets].flatMap(({ files }) => files.map(({ path }) => path));
}

/** A PDF of one of the program's own sheets, with all that can be held against it. */
export type SpecimenFile = SheetFile & {
  slug: string;
  lang: string;
  title: string;
  /** The form fields that it has. */
  names: string[];
};

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
  packets: {
    slug: string;
    number: number;
    lang: string;
    title: string;
    url: string;
    /** Slugs of the sheets that it was made of, in order; a private one is not in its files. */
    sheets: string[];
    files: SheetFile[];
    picture: SheetPicture;
  }[];
  /** The program's own sheets, where the site shows them. */
  specimen?: { files: SpecimenFile[]; pictures: (SheetPicture & { slug: string })[] };
};

/** Whether an output is that of a worksheet. */
export function isOutputOf(output: SheetOutput, worksheet: Worksheet): boolean {
  const { lang, slug, specimen } = worksheet;
  return output.lang === lang && output.slug === slug && output.specimen === specimen;
}

/** What a manifest says was bound, packet by packet. */
function toPacketOutputs({ packets }: Manifest): PacketOutput[] {
  return packets.map(({ lang, slug, files, picture }) => ({ lang, slug, files, picture }));
}

/** What a manifest says was printed. */
export function toOutputs(manifest: Manifest): Outputs {
  return { sheets: toSheetOutputs(manifest), packets: toPacketOutputs(manifest) };
}

function toSheetOutputs({ worksheets, specimen }: Manifest): SheetOutput[] {
  const own = worksheets.map(({ lang, slug, files, picture }) => ({ lang, slug, files, picture }));
  const shown = (specimen?.pictures ?? []).map(({ slug, ...picture }): SheetOutput => {
    const same = specimen?.files.filter((file) => file.slug === slug) ?? [];
    const files = same.map(({ path, paper, edition, pages, bytes, sha256 }) => {
      return { path, paper, edition, pages, bytes, sha256 };
    });
    return { lang: same[0]?.lang ?? '', slug, specimen: true, files, picture };
  });
  return [...own, ...shown];
}
