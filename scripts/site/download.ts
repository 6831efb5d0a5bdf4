import { EDITIONS, PAPERS } from '../model/edition.ts';
import { addressOf } from '../model/library.ts';
import type { SheetFile, SheetOutput } from '../model/manifest.ts';
import { formatBytes, formatCount, say } from './format.ts';
import type { Place } from './place.ts';
import type { Download, FileLink } from './view.ts';

function toFileLink({ library, t, shelf }: Place, file: SheetFile): FileLink {
  const paper = PAPERS.find(({ name }) => name === file.paper)?.label ?? file.paper;
  const print = say(t, `print_${file.edition}`);
  const pages = formatCount(t, 'pageCount', file.pages, shelf.lang);
  const size = `${pages}, ${formatBytes(file.bytes, shelf.lang)}`;
  const href = addressOf(library.site, `/${file.path}`);
  return { href, label: say(t, 'fileChoice', { paper, print }), size };
}

/** Files in the order in which editions and papers are offered. */
function sortFiles(files: readonly SheetFile[]): SheetFile[] {
  const ranked = EDITIONS.flatMap(({ name }) => PAPERS.map((paper) => `${name} ${paper.name}`));
  const rank = (file: SheetFile) => ranked.indexOf(`${file.edition} ${file.paper}`);
  return [...files].sort((a, b) => rank(a) - rank(b));
}

/** The files of a sheet to choose from, or nothing when it was not printed. */
export function toDownload(place: Place, output: SheetOutput | undefined): Download | undefined {
  const [main, ...others] = sortFiles(output?.files ?? []).map((file) => toFileLink(place, file));
  if (!output || !main) return undefined;
  const { path, widthPx, heightPx } = output.picture;
  const href = addressOf(place.library.site, `/${path}`);
  return { picture: { href, widthPx, heightPx }, main, others };
}
