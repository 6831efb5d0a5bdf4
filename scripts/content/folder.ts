import { hintNearest } from '../markdown/nearest.ts';
import type {
  Helplines,
  Source as Reference,
  Site,
  Strings,
  Vocabulary,
} from '../model/library.ts';
import type { Position, Problem } from '../model/problem.ts';
import { findForbiddenCharacters, normalizeText } from './characters.ts';
import { DEFAULT_VOCABULARY } from './choices.ts';
import type { Address } from './document.ts';
import { checkHelplines, toHelplines } from './helplines.ts';
import type { Source } from './parse.ts';
import type { RuleSettings, Rules } from './rules/rule.ts';
import { createFolderValidator, type SchemaName } from './validate.ts';
import { parseYaml } from './yaml-positions.ts';

/** Whether a folder's name is a language as BCP 47 writes it; pages and dates are set by it. */
function isLanguageTag(name: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(name) && Intl.getCanonicalLocales(name)[0] === name;
  } catch {
    return false;
  }
}
const SHELVES: Record<string, Address['kind']> = {
  worksheets: 'worksheet',
  guide: 'article',
  pages: 'page',
  companions: 'companion',
  packets: 'packet',
};
const FOLDER_FILES = [
  'site.yml',
  'vocabulary.yml',
  'sources.yml',
  'helplines.yml',
  'rules.yml',
  'README.md',
];
/** Paths that the site itself writes; a page by that name would overwrite them. */
const RESERVED_SLUGS = [
  'guide',
  'worksheets',
  'packets',
  'search',
  'reference',
  'pagefind',
  'pdf',
  'assets',
  '404',
];

/** Where readers bind a packet of their own. */
const RESERVED_PACKET = 'build';

/** A folder sorted: what belongs to it all, and the texts with their addresses. */
export type Folder = {
  site: Site;
  vocabulary: Vocabulary;
  sources: Record<string, Reference>;
  helplines: Helplines;
  strings: Map<string, Strings>;
  rules: Rules;
  texts: { source: Source; address: Address }[];
  problems: Problem[];
};

const whole = (file: string, message: string, hint?: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  hint,
});

/** Where a path belongs, or what is wrong with it. */
function toAddress(source: Source): Address | Problem | 'folder' | 'strings' {
  const [lang = '', shelf = '', name = '', ...rest] = source.path.split('/');
  if (source.isLink) {
    return whole(source.file, 'this is a link to another file', 'Copy the file itself here.');
  }
  if (FOLDER_FILES.includes(source.path)) return 'folder';
  const isLanguage = isLanguageTag(lang) && shelf !== '';
  if (isLanguage && shelf === 'strings.yml' && name === '') return 'strings';
  const kind = SHELVES[shelf];
  if (!isLanguage || !kind || name === '' || rest.length > 0) {
    const hint = `A content folder holds ${FOLDER_FILES.join(', ')} and, for each language, strings.yml, ${Object.keys(SHELVES).join(', ')}.`;
    return whole(source.file, 'this file has no place in a content folder', hint);
  }
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1];
  if (!slug) {
    return whole(
      source.file,
      `"${name}" cannot be an address`,
      'Lower case letters, digits and hyphens, then ".md".',
    );
  }
  const isReserved = kind === 'page' && RESERVED_SLUGS.includes(slug);
  if (isReserved || (kind === 'packet' && slug === RESERVED_PACKET)) {
    return whole(
      source.file,
      `the address "/${isReserved ? slug : `packets/${slug}`}/" is the site's own`,
      'Choose another file name.',
    );
  }
  return { lang, kind, slug };
}

/** A YAML file as it was read: no value where there is no file, or one with problems. */
type ReadYaml<T> = { value?: T; values: Record<string, Position>; file: string };

type YamlReader = <T>(path: string, schema: SchemaName) => ReadYaml<T>;

function yamlReader(sources: Source[], keys: string[], problems: Problem[]): YamlReader {
  const validate = createFolderValidator(keys);
  return <T>(path: string, schema: SchemaName) => {
    const source = sources.find((candidate) => candidate.path === path);
    if (!source) return { values: {}, file: path };
    const text = normalizeText(source.text);
    const yaml = parseYaml(text, source.file, 1);
    const unreadable = [...findForbiddenCharacters(source.file, text), ...yaml.problems];
    const found = unreadable.length > 0 ? unreadable : validate(schema, yaml, source.file);
    problems.push(...found);
    const value = found.length === 0 ? ((yaml.value ?? {}) as T) : undefined;
    return { value, values: yaml.values, file: source.file };
  };
}

/** Words for counts come in plural forms (CLDR); a language may have more of them than English. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The keys that a language may set: every default, and every plural form of those that count. */
function stringKeys(defaults: Strings): string[] {
  const keys = Object.keys(defaults);
  const counting = keys
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.replace(PLURAL, ''));
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return [
    ...new Set([...keys, ...counting.flatMap((key) => forms.map((form) => `${key}_${form}`))]),
  ];
}

/** A translated sentence must fill in what the original fills in, and nothing else. */
function checkPlaceholders(read: ReadYaml<Strings>, defaults: Strings): Problem[] {
  const names = (text = ''): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
  return Object.entries(read.value ?? {}).flatMap(([key, text]) => {
    const known = names(defaults[key] ?? defaults[key.replace(PLURAL, '_other')]);
    const unknown = names(text).find((name) => !known.includes(name));
    const at = read.values[`/${key}`] ?? { line: 1, column: 1 };
    const message = `${key}: ${unknown} is never filled in`;
    return unknown ? [{ file: read.file, ...at, message, hint: hintNearest(unknown, known) }] : [];
  });
}

/** Two words of one list with the same id could not be told apart. */
function checkVocabulary({ value, values, file }: ReadYaml<Partial<Vocabulary>>): Problem[] {
  return Object.entries(value ?? {}).flatMap(([list, terms]) => {
    const ids = Array.isArray(terms) ? terms.map(({ id }) => id) : [];
    return ids.flatMap((id, index) => {
      if (ids.indexOf(id) === index) return [];
      const at = values[`/${list}/${index}/id`] ?? { line: 1, column: 1 };
      return [
        {
          file,
          ...at,
          message: `${list}: the id "${id}" stands here twice`,
          hint: 'Ids are unique in a list.',
        },
      ];
    });
  });
}

type RulesFile = RuleSettings & { off?: Rules['off'] };

/** The rules of a folder; without a file, those hold that always hold. */
function toRules({ value, values, file }: ReadYaml<RulesFile>): Rules {
  const { off = [], ...settings } = value ?? {};
  return { settings, off, file, positions: values };
}

/** Sorts the files of a folder and reads those that are shared by all texts. Pure. */
export function readFolder(sources: Source[], defaults: Strings, name: string): Folder {
  const problems: Problem[] = [];
  const texts: Folder['texts'] = [];
  const strings: Folder['strings'] = new Map();
  const readYaml = yamlReader(sources, stringKeys(defaults), problems);
  for (const source of sources) {
    const place = toAddress(source);
    if (place === 'folder') continue;
    if (place === 'strings') {
      const lang = source.path.split('/')[0] ?? '';
      const own = readYaml<Strings>(source.path, 'strings');
      problems.push(...checkPlaceholders(own, defaults));
      strings.set(lang, { ...defaults, ...own.value });
    } else if ('message' in place) problems.push(place);
    else texts.push({ source, address: place });
  }
  if (!sources.some(({ path }) => path === 'site.yml')) {
    problems.push(
      whole(
        `${name}/site.yml`,
        'expected site.yml, found none',
        'It needs one line: name: My site',
      ),
    );
  }
  const site = readYaml<Partial<Site>>('site.yml', 'site').value ?? {};
  const vocabulary = readYaml<Partial<Vocabulary>>('vocabulary.yml', 'vocabulary');
  problems.push(...checkVocabulary(vocabulary));
  const helplines = toHelplines(readYaml('helplines.yml', 'helplines'));
  problems.push(...checkHelplines(helplines));
  return {
    site: {
      pathPrefix: '/',
      language: 'en',
      ...site,
      name: site.name ?? 'Worksheets',
    },
    vocabulary: { ...DEFAULT_VOCABULARY, ...vocabulary.value },
    helplines,
    rules: toRules(readYaml<RulesFile>('rules.yml', 'rules')),
    sources: readYaml<Record<string, Reference>>('sources.yml', 'sources').value ?? {},
    strings,
    texts,
    problems,
  };
}
