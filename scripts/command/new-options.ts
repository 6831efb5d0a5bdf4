import { STARTER_FOLDERS, type StarterKind } from '../content/starters.ts';
import { readCommandLine, UsageError } from './options.ts';

/** What `npm run new` is told. */
export type NewOptions = {
  kind: StarterKind;
  /** The title; of a companion the slug of its sheet. */
  words: string;
  content: string;
  /** The language; that of the site when nothing is said. */
  lang?: string;
  /** The address, when it is not to be made from the title. */
  slug?: string;
};

const HELP = `Write one of:
  npm run new -- worksheet "Title"
  npm run new -- article "Title"
  npm run new -- page "Title"
  npm run new -- packet "Title"
  npm run new -- companion slug-of-its-sheet
Options:
  --lang TAG      the language (that of the site)
  --slug SLUG     the file's name, when it is not to be made from the title
  --content DIR   the content folder (content)
  --help          this text`;

const isKind = (word: string | undefined): word is StarterKind =>
  word !== undefined && Object.hasOwn(STARTER_FOLDERS, word);

/** Reads the command line of `npm run new`. */
export function parseNewOptions(args: readonly string[]): NewOptions {
  const spec = {
    content: { type: 'string', default: 'content' },
    lang: { type: 'string' },
    slug: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readCommandLine(args, spec, HELP, true);
  const [kind, words, ...more] = positionals;
  if (!isKind(kind)) {
    const found = kind === undefined ? 'nothing' : `"${kind}"`;
    throw new UsageError(
      `Expected worksheet, article, page, packet or companion, found ${found}.\n${HELP}`,
    );
  }
  if (words === undefined || words.trim() === '' || more.length > 0) {
    const what = kind === 'companion' ? 'the slug of its sheet' : 'one title in quotes';
    throw new UsageError(`Expected ${what} after "${kind}".\n${HELP}`);
  }
  const { content, lang, slug } = values;
  return { kind, words: words.trim(), content, lang, slug };
}
