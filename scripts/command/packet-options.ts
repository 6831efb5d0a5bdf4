import { EDITIONS, type EditionName, PAPERS, type PaperName } from '../model/edition.ts';
import { COMMON, readCommandLine, UsageError } from './options.ts';

/** What `npm run packet` is told. */
export type PacketOptions = {
  /** What to bind, as written: slugs, numbers, spans of numbers; empty for what the packet holds. */
  sheets: string[];
  /** Slug of a packet of the folder, to be bound with a practice's name or in another edition. */
  packet?: string;
  title?: string;
  practice?: string;
  paper: PaperName;
  edition: EditionName;
  withCompanions: boolean;
  /** Whether paper is printed on both sides. */
  duplex: boolean;
  /** The file to write. */
  out: string;
  lang?: string;
  content: string;
  quiet: boolean;
  verbose: boolean;
  json: boolean;
  sandbox: boolean;
};

const HELP = `Write one of:
  npm run packet -- --sheets 3,16,23
  npm run packet -- --sheets our-ground-rules,14-16 --title "Week three"
  npm run packet -- --packet starter-six --practice "Harbor Street Practice"
Options:
  --sheets LIST     slugs or numbers, with commas; 14-16 is a span; one may come again
  --packet SLUG     a packet of the content folder
  --title TITLE     the words on the cover
  --practice NAME   the name of a practice, on the cover and on every sheet
  --paper NAME      a4 or letter (a4)
  --edition NAME    standard, large or short (standard)
  --companion       the notes for counselors stand behind the sheets
  --simplex         paper is printed on one side: no empty pages between copies
  --out FILE        the PDF to write (packet.pdf)
  --lang TAG        the language (that of the site)
  --content DIR     the content folder (content)
  --quiet, --verbose, --json, --no-sandbox, --help`;

/** An example cannot be written on, so none is bound. */
const BOUND = EDITIONS.map(({ name }) => name).filter((name) => name !== 'example');

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text.toLowerCase());
  if (found) return found;
  throw new UsageError(`--${option}: expected ${names.join(' or ')}, found "${text}".`);
}

const SPEC = {
  sheets: { type: 'string', default: '' },
  packet: { type: 'string' },
  title: { type: 'string' },
  practice: { type: 'string' },
  paper: { type: 'string', default: 'a4' },
  edition: { type: 'string', default: 'standard' },
  companion: { type: 'boolean', default: false },
  simplex: { type: 'boolean', default: false },
  out: { type: 'string', default: 'packet.pdf' },
  lang: { type: 'string' },
  content: COMMON.content,
  quiet: COMMON.quiet,
  verbose: COMMON.verbose,
  json: COMMON.json,
  'no-sandbox': COMMON['no-sandbox'],
  help: COMMON.help,
} as const;

/** Reads the command line of `npm run packet`. Throws `UsageError` with what was expected. */
export function parsePacketOptions(args: readonly string[]): PacketOptions {
  const { values } = readCommandLine(args, SPEC, HELP);
  const sheets = values.sheets
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  if (sheets.length === 0 && !values.packet) {
    throw new UsageError(`Expected --sheets or --packet, found neither.\n${HELP}`);
  }
  if (!values.out.toLowerCase().endsWith('.pdf')) {
    throw new UsageError(`--out: expected a name that ends in .pdf, found "${values.out}".`);
  }
  const { packet, title, practice, out, lang, content, quiet, verbose, json } = values;
  return {
    sheets,
    packet,
    title: title?.trim() || undefined,
    practice: practice?.trim() || undefined,
    paper: oneOf(
      'paper',
      values.paper,
      PAPERS.map(({ name }) => name),
    ),
    edition: oneOf('edition', values.edition, BOUND),
    withCompanions: values.companion,
    duplex: !values.simplex,
    out,
    lang,
    content,
    quiet,
    verbose,
    json,
    sandbox: !values['no-sandbox'],
  };
}
