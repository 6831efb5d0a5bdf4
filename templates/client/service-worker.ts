import { copyName, type FillReport } from './offline-words.ts';

/** The little of a service worker's world that this one uses; TypeScript knows only that of pages. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Told = Lasting & { data: unknown; ports: readonly MessagePort[] };
type Events = { install: Lasting; activate: Lasting; fetch: Asked; message: Told };
type Worker = {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<N extends keyof Events>(name: N, listen: (event: Events[N]) => void): void;
};

/** Written in by the build: every file of the copy, below the root of the site, with its hash. */
declare const OFFLINE_FILES: readonly (readonly [path: string, hash: string])[];
declare const OFFLINE_PAGE: string;

const worker = self as unknown as Worker;
const root = worker.registration.scope;
const files = new Map(OFFLINE_FILES);
const NAME = copyName(new URL(root).pathname);

/** Files fetched at once. */
const AT_ONCE = 6;
/** How long a slow connection may take before the copy answers. */
const PATIENCE_MS = 4000;

/** Stops what is being copied. */
let stop = new AbortController();

/** A file stands under its hash, so that the next edition takes over what is the same in it. */
const keyOf = (path: string, hash: string) => `${root}${path}?${hash}`;

/** An answer that was led on from elsewhere may not answer for a page. */
function asOwn(response: Response): Response {
  return response.redirected ? new Response(response.body, response) : response;
}

async function copyFile(
  cache: Cache,
  [path, hash]: readonly [string, string],
  signal: AbortSignal,
): Promise<void> {
  const key = keyOf(path, hash);
  if (await cache.match(key)) return;
  const response = await fetch(root + path, { cache: 'no-cache', signal });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(key, asOwn(response));
}

/** Copies what is not there yet, and tells how far it is. */
async function fill(report: (told: FillReport) => void): Promise<void> {
  const { signal } = stop;
  // Opened once: when the copy is erased meanwhile, what still comes goes nowhere.
  const cache = await caches.open(NAME);
  const waiting = [...files];
  let done = 0;
  const copyOn = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      signal.throwIfAborted();
      await copyFile(cache, file, signal);
      done += 1;
      report({ done, total: files.size });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyOn));
}

/** Files of an edition before this one. */
async function forgetOld(): Promise<void> {
  if (!(await caches.has(NAME))) return;
  const cache = await caches.open(NAME);
  const own = new Set([...files].map(([path, hash]) => keyOf(path, hash)));
  for (const { url } of await cache.keys()) if (!own.has(url)) await cache.delete(url);
}

/** Takes away the copy, and itself. */
async function erase(): Promise<void> {
  stop.abort();
  stop = new AbortController();
  await caches.delete(NAME);
  await worker.registration.unregister();
}

/** What is in the copy of a file. Not by opening it, which would make one where none is any more. */
async function findCopy(path: string): Promise<Response | undefined> {
  const hash = files.get(path);
  return hash === undefined ? undefined : caches.match(keyOf(path, hash), { cacheName: NAME });
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** The file as it is now, or its copy where the connection is gone or too slow. */
async function answer(request: Request, path: string): Promise<Response> {
  const copy = await findCopy(path);
  // What has a hash in its name never changes.
  if (copy && path.startsWith('assets/')) return copy;
  const now = fetch(request);
  if (copy) {
    now.catch(() => {});
    const first = await Promise.race([now.catch(() => undefined), pause()]);
    return first instanceof Response ? first : copy;
  }
  if (request.mode !== 'navigate') return now;
  return now.catch(async (error) => {
    const page = await findCopy(OFFLINE_PAGE);
    if (!page) throw error;
    return page;
  });
}

worker.addEventListener('install', (event) => {
  // A new edition: only where somebody has a copy of the one before.
  const update = async () => {
    if (await caches.has(NAME)) await fill(() => {});
    await worker.skipWaiting();
  };
  event.waitUntil(update());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'erase') event.waitUntil(erase());
  if (data !== 'fill') return;
  const report = (told: FillReport) => ports[0]?.postMessage(told);
  event.waitUntil(
    fill(report).then(
      () => report('whole'),
      () => report('failed'),
    ),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== 'GET' || !address.startsWith(root)) return;
  const path = address.slice(root.length);
  if (request.mode !== 'navigate' && !files.has(path)) return;
  event.respondWith(answer(request, path));
});
