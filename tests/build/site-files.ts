import type { Manifest } from '../../scripts/model/manifest.ts';

type Tree = ReadonlyMap<string, Buffer>;

/** A file of a build as text; a file that is missing is an error, not an empty text. */
export function textOf(tree: Tree, file: string): string {
  const bytes = tree.get(file);
  if (!bytes) throw new Error(`the build left no ${file}, only ${[...tree.keys()].join(', ')}`);
  return bytes.toString('utf8');
}

/** The manifest of a build. */
export function manifestOf(tree: Tree): Manifest {
  return JSON.parse(textOf(tree, 'manifest.json')) as Manifest;
}

/** The paths of a build that end in one of the endings. */
export function pathsEnding(tree: Tree, ...endings: string[]): string[] {
  return [...tree.keys()].filter((file) => endings.some((ending) => file.endsWith(ending)));
}

/** Every address that a page or a stylesheet names, with the file that names it. */
export function listAddresses(tree: Tree): { file: string; address: string }[] {
  const attribute = /\s(?:href|src|action|poster|data)="([^"]*)"/g;
  const cssUrl = /url\(\s*["']?([^"')]+)["']?\s*\)/g;
  return pathsEnding(tree, '.html', '.css').flatMap((file) => {
    const pattern = file.endsWith('.css') ? cssUrl : attribute;
    return [...textOf(tree, file).matchAll(pattern)].map((match) => ({
      file,
      address: match[1] ?? '',
    }));
  });
}

/** Whether an address leads out of the site, or is data in itself. */
export function isOutside(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** The file that an internal address leads to, seen from the page that names it. */
export function fileOf(address: string, from: string, pathPrefix: string): string {
  const base = new URL(`${pathPrefix}${from.replace(/index\.html$/, '')}`, 'https://site.test');
  const { pathname } = new URL(address, base);
  const local = decodeURIComponent(pathname);
  if (!local.startsWith(pathPrefix)) return `outside of ${pathPrefix}: ${local}`;
  const file = local.slice(pathPrefix.length);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}
