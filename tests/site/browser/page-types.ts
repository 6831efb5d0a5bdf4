import { pathsEnding, textOf } from '../../build/site-files.ts';

type Tree = ReadonlyMap<string, Buffer>;

/** What tells the type of a page: the folder it stands in, and what front matter put on it. */
function typeOf(file: string, html: string): string {
  const folder = /^(?:[a-z]{2}\/)?([a-z-]+)\//.exec(file)?.[1] ?? file;
  const isList = /^(?:[a-z]{2}\/)?[a-z-]+\/index\.html$/.test(file);
  const marks = [
    'data-keeps-nothing',
    'data-progress ',
    'data-packet-builder',
    'class="print-set"',
    'class="helplines"',
  ];
  const kind = ['guide', 'worksheets', 'packets', 'counselors', 'search', 'reference'].includes(
    folder,
  )
    ? `${folder} ${isList ? 'list' : 'text'}`
    : isList
      ? 'prose'
      : file;
  return [kind, ...marks.filter((mark) => html.includes(mark))].join(' ');
}

/** One page of each type that a build has, as addresses below its root. */
export function listPageTypes(tree: Tree): { type: string; local: string }[] {
  const types = new Map<string, string>();
  for (const file of pathsEnding(tree, '.html')) {
    const type = typeOf(file, textOf(tree, file));
    if (!types.has(type)) types.set(type, file.replace(/index\.html$/, ''));
  }
  return [...types].map(([type, local]) => ({ type, local }));
}
