import { TRACES_ERASED } from './erase.ts';
import { OFFLINE, readKept } from './kept.ts';
import { copyName } from './offline-words.ts';

/** A browser that knows no such workers, or refuses them, has no copy. */
function findWorkers(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Where a browser refuses storage, it may refuse to be asked. */
async function deleteCopy(root: string): Promise<void> {
  await caches.delete(copyName(root));
}

async function unregister(root: string): Promise<void> {
  const registration = await findWorkers()?.getRegistration(root);
  for (const worker of [registration?.installing, registration?.waiting, registration?.active]) {
    worker?.postMessage('erase');
  }
  await registration?.unregister();
}

/**
 * Takes the copy away, and the worker that answers with it. All of it has begun when this returns:
 * another page may follow at once, and then the worker, which is told first, does the rest.
 */
export function eraseOffline(root: string): Promise<unknown> {
  findWorkers()?.controller?.postMessage('erase');
  return Promise.allSettled([deleteCopy(root), unregister(root)]);
}

/** Lets the copy go with everything else, and takes away what may be left of an erased one. */
export function watchOffline(): void {
  const root = document.querySelector<HTMLElement>('[data-kept]')?.dataset['root'];
  if (root === undefined) return;
  document.addEventListener(TRACES_ERASED, () => void eraseOffline(root));
  if (findWorkers()?.controller && readKept(OFFLINE) === undefined) void eraseOffline(root);
}
