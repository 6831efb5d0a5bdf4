import { hintNearest } from '../markdown/nearest.ts';
import type { Source as Reference, Site, Strings, Vocabulary } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { DEFAULT_VOCABULARY } from './choices.ts';
import type { Address } from './document.ts';
import { normalizeText, type Source } from './parse.ts';
import { createFolderValidator, type SchemaName } from './validate.ts';
import { parseYaml } from './yaml-positions.ts';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const SHELVES: Record<string, Address['kind']> = {
  worksheets: 'worksheet',
  guide: 'article',
  pages: 'page',
};
const FOLDER_FILES = ['site.yml', 'vocabulary.yml', 'sources.yml', 'README.md'];
/** Paths that the site itself writes; a page by that name would overwrite them. */
const RESERVED_SLUGS = ['guide', 'worksheets', 'pdf', 'assets', '404'];

/** A folder sorted: what belongs to it all, and the texts with their addresses. */
export type Folder = {
  site: Site;
  vocabulary: Vocabulary;
  sources: Record<string, Reference>;
  strings: Map<string, Strings>;
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
  if (FOLDER_FILES.includes(source.path)) return 'folder';
  const isLanguage = LANGUAGE.test(lang) && shelf !== '';
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
  if (kind === 'page' && RESERVED_SLUGS.includes(slug)) {
    return whole(
      source.file,
      `the address "/${slug}/" is the site's own`,
      'Choose another file name.',
    );
  }
  return { lang, kind, slug };
}

type ReadYaml = <T>(path: string, schema: SchemaName) => T | undefined;

function yamlReader(sources: Source[], stringKeys: string[], problems: Problem[]): ReadYaml {
  const validate = createFolderValidator(stringKeys);
  return <T>(path: string, schema: SchemaName) => {
    const source = sources.find((candidate) => candidate.path === path);
    if (!source) return undefined;
    const yaml = parseYaml(normalizeText(source.text), source.file, 1);
    const found = yaml.problems.length > 0 ? yaml.problems : validate(schema, yaml, source.file);
    problems.push(...found);
    return found.length === 0 ? ((yaml.value ?? {}) as T) : undefined;
  };
}

/** A translated sentence must fill in what the original fills in, and nothing else. */
function checkPlaceholders(file: string, strings: Strings, defaults: Strings): Problem[] {
  const names = (text = ''): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();
  return Object.entries(strings).flatMap(([key, text]) => {
    const unknown = names(text).find((name) => !names(defaults[key]).includes(name));
    const hint = unknown && hintNearest(unknown, names(defaults[key]));
    return unknown ? [whole(file, `${key}: ${unknown} is never filled in`, hint)] : [];
  });
}

/** Sorts the files of a folder and reads those that are shared by all texts. Pure. */
export function readFolder(sources: Source[], defaults: Strings, name: string): Folder {
  const problems: Problem[] = [];
  const texts: Folder['texts'] = [];
  const strings: Folder['strings'] = new Map();
  const readYaml = yamlReader(sources, Object.keys(defaults), problems);
  for (const source of sources) {
    const place = toAddress(source);
    if (place === 'folder') continue;
    if (place === 'strings') {
      const lang = source.path.split('/')[0] ?? '';
      const own = readYaml<Strings>(source.path, 'strings') ?? {};
      problems.push(...checkPlaceholders(source.file, own, defaults));
      strings.set(lang, { ...defaults, ...own });
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
  const site = readYaml<Partial<Site>>('site.yml', 'site') ?? {};
  return {
    site: {
      url: 'https://example.org',
      pathPrefix: '/',
      language: 'en',
      ...site,
      name: site.name ?? 'Worksheets',
    },
    vocabulary: {
      ...DEFAULT_VOCABULARY,
      ...readYaml<Partial<Vocabulary>>('vocabulary.yml', 'vocabulary'),
    },
    sources: readYaml<Record<string, Reference>>('sources.yml', 'sources') ?? {},
    strings,
    texts,
    problems,
  };
}
