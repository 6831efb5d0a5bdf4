import type { Packet, Worksheet } from '../model/document.ts';
import { EDITIONS, PAPERS } from '../model/edition.ts';
import { addressOf } from '../model/library.ts';
import type { SheetFile, SheetOutput } from '../model/manifest.ts';
import { say } from '../model/text.ts';
import { formatBytes, formatCount } from './format.ts';
import type { Place } from './place.ts';
import { countCopies } from './sheet-words.ts';
import type { Download, FileLink, PrintLinks } from './view.ts';

const countPages = ({ t, shelf }: Place, pages: number) =>
  formatCount(t, 'pageCount', pages, shelf.lang);

function toFileLink(place: Place, title: string, file: SheetFile): FileLink {
  const { library, t, shelf } = place;
  const paper = PAPERS.find(({ name }) => name === file.paper)?.label ?? file.paper;
  const print = say(t, `print_${file.edition}`);
  return {
    href: addressOf(library.site, `/${file.path}`),
    paper: file.paper,
    paperLabel: paper,
    name: say(t, 'fileOf', { title, paper, print }),
    size: `${countPages(place, file.pages)}, ${formatBytes(file.bytes, shelf.lang)}`,
  };
}

/** What was printed under a title: the files of a sheet, or of a packet. */
type Titled = { title: string };
type Printed = Pick<SheetOutput, 'files' | 'picture'>;

/** The prints in the order in which they are offered, each on its papers. */
export function toPrints(
  place: Place,
  { title }: Titled,
  output: Pick<Printed, 'files'>,
): PrintLinks[] {
  return EDITIONS.flatMap(({ name }): PrintLinks[] => {
    const files = PAPERS.flatMap((paper) =>
      output.files.filter((file) => file.edition === name && file.paper === paper.name),
    );
    const [first] = files;
    if (!first) return [];
    return [
      {
        label: say(place.t, `print_${name}`),
        pages: countPages(place, first.pages),
        files: files.map((file) => toFileLink(place, title, file)),
      },
    ];
  });
}

/** "You need 2 copies, one each", where it is more than one. */
export function toCopies(place: Place, sheet: Worksheet): string | undefined {
  const copies = countCopies(place, sheet);
  return copies > 1 ? say(place.t, 'copies', { copies }) : undefined;
}

/** The files of a sheet to choose from, or nothing when it was not printed. */
export function toDownload(
  place: Place,
  sheet: Worksheet,
  output: Printed | undefined,
): Download | undefined {
  const note = say(place.t, sheet.private ? 'downloadNotePrivate' : 'downloadNote');
  return toChoices(place, sheet, output, { note, copies: toCopies(place, sheet) });
}

/** The files of a packet; the copies that are needed are in it. */
export function toPacketDownload(
  place: Place,
  packet: Packet,
  output: Printed | undefined,
): Download | undefined {
  const note = say(place.t, 'packetDownloadNote');
  return toChoices(place, packet, output, { title: say(place.t, 'packetDownload'), note });
}

function toChoices(
  place: Place,
  titled: Titled,
  output: Printed | undefined,
  words: Pick<Download, 'title' | 'note' | 'copies'>,
): Download | undefined {
  const prints = output ? toPrints(place, titled, output) : [];
  const [main] = prints;
  if (!output || !main) return undefined;
  const { path, widthPx, heightPx } = output.picture;
  return {
    picture: { href: addressOf(place.library.site, `/${path}`), widthPx, heightPx },
    main,
    prints,
    ...words,
  };
}
