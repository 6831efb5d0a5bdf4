import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** A file below a folder, or a folder that has a page of its own: its address ends with a slash. */
export type SiteFile = { type: string; bytes: Buffer } | { isFolder: true };

/** The MIME type of a file. */
export function typeOf(file: string): string {
  return TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** The path that an address names inside a folder, or nothing when it leads out of it. */
function toFile(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.split(/[/\\]/).includes('..')) return undefined;
  return path.join(folder, decoded);
}

/** Reads what stands at an address, as a static host would find it. */
export async function loadSiteFile(
  folder: string,
  pathname: string,
): Promise<SiteFile | undefined> {
  const wanted = toFile(folder, pathname);
  if (wanted === undefined) return undefined;
  const file = pathname.endsWith('/') ? path.join(wanted, 'index.html') : wanted;
  try {
    if ((await stat(file)).isDirectory()) {
      await stat(path.join(file, 'index.html'));
      return { isFolder: true };
    }
    return { type: typeOf(file), bytes: await readFile(file) };
  } catch {
    return undefined;
  }
}
