import { forget, keep, OFFLINE, readKept, watchKept } from './kept.ts';
import { eraseOffline } from './offline-erase.ts';
import type { FillReport } from './offline-words.ts';

/** What stands in storage: an answer that never came must not look like a whole copy. */
const BEGUN = 'begun';
const WHOLE = 'whole';

type Parts = {
  section: HTMLElement;
  get: HTMLButtonElement;
  remove: HTMLButtonElement;
  bar: HTMLProgressElement;
  said: HTMLElement;
};

/** A worker that tells nothing in this many looks, one every so often, was ended by the browser. */
const LOOKS_IN_VAIN = 12;
const LOOK_EVERY_MS = 10_000;

/** Asks the worker for the copy, and lets it tell through a port how far it is. */
async function ask(root: string, port: MessagePort): Promise<void> {
  const workers = navigator.serviceWorker;
  await workers.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' });
  const { active } = await workers.ready;
  active?.postMessage('fill', [port]);
}

/** Copies; true when the copy is whole. */
function fill(root: string, tell: (done: number, total: number) => void): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  let silent = 0;
  // Counted, not timed: a page that slept has not waited.
  const look = setInterval(() => {
    silent += 1;
    if (silent > LOOKS_IN_VAIN) resolve(false);
  }, LOOK_EVERY_MS);
  port1.onmessage = ({ data }: MessageEvent<FillReport>) => {
    silent = 0;
    if (typeof data === 'object') tell(data.done, data.total);
    else resolve(data === WHOLE);
  };
  ask(root, port2).catch(reject);
  return promise.finally(() => clearInterval(look));
}

function show({ section, get, remove, bar }: Parts, isBusy: boolean): void {
  const state = readKept(OFFLINE);
  const { words, again } = section.dataset;
  get.hidden = isBusy || state === WHOLE;
  get.textContent = (state === BEGUN ? again : words) ?? '';
  remove.hidden = isBusy || state === undefined;
  bar.hidden = !isBusy;
}

/** Copies; where that cannot be finished nothing of it stays. */
async function copy(root: string, { bar }: Parts): Promise<'ready' | 'failed' | 'erased'> {
  const isWhole = await fill(root, (done, total) => {
    bar.max = total;
    bar.value = done;
  }).catch(() => false);
  const isErased = readKept(OFFLINE) === undefined;
  if (isWhole && !isErased && keep(OFFLINE, WHOLE)) return 'ready';
  forget(OFFLINE);
  // Erased while it was copied: what came since is taken away as well.
  await eraseOffline(root);
  return isErased ? 'erased' : 'failed';
}

function startOffline(parts: Parts): void {
  const { section, get, remove, said } = parts;
  const { root = '/', getting, ready, failed, refused, removed } = section.dataset;
  const words = { ready, failed, erased: '' };
  let isBusy = false;
  const say = (words = '') => {
    said.textContent = words;
    if (words) said.focus({ preventScroll: true });
  };
  get.addEventListener('click', async () => {
    if (!keep(OFFLINE, BEGUN)) return say(refused);
    isBusy = true;
    show(parts, isBusy);
    say(getting);
    const outcome = await copy(root, parts);
    isBusy = false;
    show(parts, isBusy);
    say(words[outcome]);
  });
  remove.addEventListener('click', async () => {
    forget(OFFLINE);
    await eraseOffline(root);
    say(removed);
  });
  watchKept(() => {
    show(parts, isBusy);
    // Erased from elsewhere: what was said of the copy is no longer true.
    if (!isBusy && readKept(OFFLINE) === undefined) say();
  });
  show(parts, isBusy);
}

const section = document.querySelector<HTMLElement>('[data-offline-copy]');
const get = section?.querySelector<HTMLButtonElement>('[data-offline-get]');
const remove = section?.querySelector<HTMLButtonElement>('[data-offline-remove]');
const bar = section?.querySelector('progress');
const said = section?.querySelector<HTMLElement>('[data-offline-said]');
const isAble = 'serviceWorker' in navigator && 'caches' in window;
if (section && get && remove && bar && said) {
  if (isAble) startOffline({ section, get, remove, bar, said });
  else section.hidden = true;
}
