import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that could not be started, and what to do. */
export class ServerError extends Error {
  override name = 'ServerError';
}

/** A server that only this machine can reach. */
export type LoopbackServer = { port: number; close(): Promise<void> };

/** Ports that are tried one after the other. */
const ATTEMPTS = 50;
/** The newer of the two may be switched off on a machine. */
const HOSTS = ['127.0.0.1', '::1'] as const;
const NO_SUCH_HOST = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

function listen(listener: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Both addresses of the machine on one port, or nothing when something else has one of them. */
async function openBoth(listener: RequestListener, wanted: number): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  for (const host of HOSTS) {
    const [first] = servers;
    const port = first ? (first.address() as AddressInfo).port : wanted;
    try {
      servers.push(await listen(listener, host, port));
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? '';
      if (first && NO_SUCH_HOST.includes(code)) continue;
      await Promise.all(servers.map(close));
      if (code === 'EADDRINUSE') return undefined;
      const message = `The server could not take port ${port}: ${(cause as Error).message}. Choose another with --port.`;
      throw new ServerError(message, { cause });
    }
  }
  return servers;
}

/** Starts a server on the wanted port, or on the next one that is free; 0 takes any. */
export async function openLoopbackServer(
  listener: RequestListener,
  wanted: number,
): Promise<LoopbackServer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const servers = await openBoth(listener, wanted === 0 ? 0 : wanted + attempt);
    const [first] = servers ?? [];
    if (!servers || !first) continue;
    return {
      port: (first.address() as AddressInfo).port,
      async close() {
        await Promise.all(servers.map(close));
      },
    };
  }
  throw new ServerError(
    `The ports from ${wanted} to ${wanted + ATTEMPTS - 1} are taken. Choose another with --port.`,
  );
}

/**
 * Whether a request was meant for this machine. A page elsewhere can make its own name lead here, and
 * would then read what is served.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}
