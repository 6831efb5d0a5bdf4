import type { ServerResponse } from 'node:http';
import type { Fault } from './fault.ts';

/** What an open page is told: the stamp of what it would show now, and what keeps it from that. */
export type PageState = { stamp: string; faults: Fault[] };

/** The pages that are open in browsers. */
export type LiveClients = {
  /** Keeps a page informed until its browser goes away. */
  add(pathname: string, response: ServerResponse): Promise<void>;
  /** Tells every page how things are, if that is news to it. */
  tellAll(): Promise<void>;
  /** Whether somebody looks at this address. */
  isOpen(pathname: string): boolean;
};

/** A browser that lost its server asks for it again after this long. */
const RETRY_MS = 500;

type Client = { pathname: string; response: ServerResponse; told: string };

/** Keeps the streams to open pages (server-sent events). `stateOf` says how things are at an address. */
export function createLiveClients(stateOf: (pathname: string) => Promise<PageState>): LiveClients {
  const clients = new Set<Client>();
  const tell = async (client: Client) => {
    const state = JSON.stringify(await stateOf(client.pathname));
    if (state === client.told || client.response.destroyed) return;
    client.told = state;
    client.response.write(`data: ${state}\n\n`);
  };
  return {
    async add(pathname, response) {
      const client = { pathname, response, told: '' };
      clients.add(client);
      response.on('close', () => clients.delete(client));
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
      });
      response.write(`retry: ${RETRY_MS}\n\n`);
      await tell(client);
    },
    async tellAll() {
      await Promise.all([...clients].map(tell));
    },
    isOpen: (pathname) => [...clients].some((client) => client.pathname === pathname),
  };
}
