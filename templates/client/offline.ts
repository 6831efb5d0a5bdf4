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

/** Asks the worker for the copy; true when it is whole. */
async function fill(root: string, tell: (done: number, total: number) => void): Promise<boolean> {
  const workers = navigator.serviceWorker;
  await workers.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' });
  const { active } = await workers.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<FillReport>) => {
      if (typeof data === 'object') tell(data.done, data.total);
      else resolve(data === WHOLE);
    };
    active?.postMessage('fill', [port2]);
  });
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
