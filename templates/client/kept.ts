import { TRACES_ERASED } from './erase.ts';

/**
 * What may stand in this device's storage, and under which names. Nothing is written there unless
 * somebody asks for it by a switch that says so; `eraseTraces` takes all of it away.
 */
const ANSWERS = 'answers:';

/** How pages look. */
export const LOOKS = 'looks';

/** Whether there is a copy of the site for offline use; the copy itself is the browser's to store. */
export const OFFLINE = 'offline';

/** Told on the document when something was kept or forgotten on this page. */
const CHANGED = 'kept-changed';

/** Where the answers of the sheet on a page are kept: by its address, without the host. */
export function answersKey(pathname: string): string {
  return ANSWERS + pathname;
}

/** Storage that a browser refuses to open holds nothing, and can keep nothing. */
function open(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function tellChange(): void {
  document.dispatchEvent(new Event(CHANGED));
}

/** Calls back whenever something is kept or forgotten, on this page or on another one. */
export function watchKept(changed: () => void): void {
  document.addEventListener(CHANGED, changed);
  // Told before it is done.
  document.addEventListener(TRACES_ERASED, () => queueMicrotask(changed));
  window.addEventListener('storage', changed);
  // A page that comes back from the browser's cache was told nothing meanwhile.
  window.addEventListener('pageshow', changed);
}

/** What is kept under a name. */
export function readKept(key: string): string | undefined {
  return open()?.getItem(key) ?? undefined;
}

/** Keeps a text under a name; `false` when the browser refuses or has no room. */
export function keep(key: string, text: string): boolean {
  try {
    open()?.setItem(key, text);
    tellChange();
    return open()?.getItem(key) === text;
  } catch {
    return false;
  }
}

/** Forgets what is kept under a name. */
export function forget(key: string): void {
  open()?.removeItem(key);
  tellChange();
}

/** The names under which something is kept, sorted. */
function listKept(): string[] {
  const storage = open();
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').sort();
}

/** How many sheets have answers that are kept. */
export function countKeptSheets(): number {
  return listKept().filter((key) => key.startsWith(ANSWERS)).length;
}
