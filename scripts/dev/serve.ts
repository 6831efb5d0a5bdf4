import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { transform } from 'esbuild';
import { LIVE_EVENTS, LIVE_SCRIPT, LIVE_STATE, LIVE_STYLE, OWN, PICTURES } from './addresses.ts';
import { type Answer, isPage, stampOf } from './answers.ts';
import type { LiveClients } from './live-clients.ts';
import { toLivePage } from './live-page.ts';
import { isLoopbackHost } from './loopback.ts';
import { loadSiteFile } from './site-files.ts';

/** What a server needs to answer with. */
export type Serving = {
  find(pathname: string): Promise<Answer>;
  stateOf(pathname: string): Promise<unknown>;
  live: LiveClients;
  pictureDir: string;
};

type Files = Record<string, { type: string; body: string }>;

/** The files that pages get from the server itself; the browser reads no TypeScript. */
async function loadOwnFiles(): Promise<Files> {
  const read = (name: string) => readFile(new URL(`client/${name}`, import.meta.url), 'utf8');
  const script = await transform(await read('live.ts'), { loader: 'ts', format: 'iife' });
  return {
    [LIVE_SCRIPT]: { type: 'text/javascript; charset=utf-8', body: script.code },
    [LIVE_STYLE]: { type: 'text/css; charset=utf-8', body: await read('live.css') },
  };
}

const plain = (status: number, words: string): Answer => {
  return { status, type: 'text/plain; charset=utf-8', body: `${words}\n` };
};

/** A file whose name holds a hash of what is in it never changes; all else may at any moment. */
const HASHED = /-[0-9A-Z]{8}\.\w+$/;

function send(response: ServerResponse, answer: Answer, pathname = ''): void {
  const { status, type, location } = answer;
  const isLasting = status === 200 && HASHED.test(pathname);
  const body = isPage(answer) ? toLivePage(String(answer.body), stampOf(answer)) : answer.body;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': isLasting ? 'max-age=3600, immutable' : 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // What is written here is nobody's yet: no page elsewhere may show it or learn its size.
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(location === undefined ? {} : { Location: location }),
  });
  response.end(body);
}

async function findOwn(url: URL, serving: Serving, files: Files): Promise<Answer> {
  const file = files[url.pathname];
  if (file) return { status: 200, ...file };
  if (url.pathname === LIVE_STATE) {
    const state = await serving.stateOf(url.searchParams.get('path') ?? '/');
    return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(state) };
  }
  if (url.pathname.startsWith(PICTURES)) {
    const picture = await loadSiteFile(
      serving.pictureDir,
      `/${url.pathname.slice(PICTURES.length)}`,
    );
    if (picture && 'bytes' in picture) {
      return { status: 200, type: picture.type, body: picture.bytes };
    }
  }
  return plain(404, 'There is nothing here.');
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
  files: Files,
): Promise<void> {
  if (!isLoopbackHost(request.headers.host)) {
    return send(response, plain(403, 'Ask for localhost.'));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(response, plain(405, 'Only GET and HEAD are answered.'));
  }
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  if (!url) return send(response, plain(400, 'This is no address.'));
  if (url.pathname === LIVE_EVENTS) {
    return serving.live.add(url.searchParams.get('path') ?? '/', response);
  }
  const { pathname } = url;
  const isOwn = pathname.startsWith(OWN);
  const found = isOwn ? await findOwn(url, serving, files) : await serving.find(pathname);
  send(response, found, pathname);
}

/** Makes the listener of a server. */
export async function createListener(serving: Serving): Promise<RequestListener> {
  const files = await loadOwnFiles();
  return (request, response) => {
    answer(request, response, serving, files).catch((error: unknown) => {
      if (!response.headersSent) send(response, plain(500, String(error)));
      else response.destroy();
    });
  };
}
