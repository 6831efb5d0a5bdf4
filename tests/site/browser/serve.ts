import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pagefind': 'application/octet-stream',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** A build on the loopback interface, as any static host would serve it. */
export type Served = { origin: string; requested: string[]; close(): Promise<void> };

/** How a build is served. */
export type ServeOptions = {
  /** Small, and kept by the browser, as a good host does it; a test that reads answers needs neither. */
  isPublished?: boolean;
  /** Files that are there and yet cannot be had. */
  isMissing?: (local: string) => boolean;
};

/** What a host makes smaller: text. Pictures, fonts and PDFs are packed already. */
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.svg', '.xml']);

/** A file as a host sends it to a browser that takes Brotli; a middling quality, as hosts choose. */
export function compress(file: string, body: Buffer): Buffer | undefined {
  if (!COMPRESSIBLE.has(path.extname(file))) return undefined;
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/** Headers of a published file: what has a hash in its name never changes, all else is asked for anew. */
function cacheControl(file: string): string {
  return /-[A-Z0-9]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function findFile(folder: string, pathname: string): Promise<string | undefined> {
  const file = path.join(folder, decodeURIComponent(pathname));
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  return found?.isDirectory() ? findFile(folder, path.join(pathname, 'index.html')) : undefined;
}

/** Serves a build below a path; what is not there gets the build's own page for wrong addresses. */
export async function serveBuild(
  folder: string,
  pathPrefix = '/',
  { isPublished = false, isMissing = () => false }: ServeOptions = {},
): Promise<Served> {
  const requested: string[] = [];
  const packed = new Map<string, Buffer | undefined>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requested.push(pathname);
    const local = pathname.startsWith(pathPrefix) ? `/${pathname.slice(pathPrefix.length)}` : '';
    const file = local && !isMissing(local) ? await findFile(folder, local) : undefined;
    const sent = file ?? path.join(folder, '404.html');
    const body = await readFile(sent);
    const type = TYPES[path.extname(sent)] ?? 'application/octet-stream';
    response.statusCode = file ? 200 : 404;
    response.setHeader('content-type', type);
    if (!isPublished) return response.end(body);
    if (!packed.has(sent)) packed.set(sent, compress(sent, body));
    const small = packed.get(sent);
    if (small) response.setHeader('content-encoding', 'br');
    return response.setHeader('cache-control', cacheControl(sent)).end(small ?? body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
