import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

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

async function findFile(folder: string, pathname: string): Promise<string | undefined> {
  const file = path.join(folder, decodeURIComponent(pathname));
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  return found?.isDirectory() ? findFile(folder, path.join(pathname, 'index.html')) : undefined;
}

/** Serves a build below a path; what is not there gets the build's own page for wrong addresses. */
export async function serveBuild(folder: string, pathPrefix = '/'): Promise<Served> {
  const requested: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requested.push(pathname);
    const local = pathname.startsWith(pathPrefix) ? `/${pathname.slice(pathPrefix.length)}` : '';
    const file = local ? await findFile(folder, local) : undefined;
    const body = await readFile(file ?? path.join(folder, '404.html'));
    const type = TYPES[path.extname(file ?? '404.html')] ?? 'application/octet-stream';
    response.writeHead(file ? 200 : 404, { 'content-type': type }).end(body);
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
