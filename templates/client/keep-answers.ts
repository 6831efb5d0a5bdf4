import { fromText, readAnswers, toText, writeAnswers } from './answers.ts';
import { emptyForm, TRACES_ERASED } from './erase.ts';
import { answersKey, forget, keep, readKept } from './kept.ts';

/** The switch of one sheet and what it says. */
export type KeepSwitch = { box: HTMLInputElement; status: HTMLElement };

/** Empties the form, forgets what is kept of it and turns the switch off. */
export type EraseAnswers = () => void;

/** The form, its place in the storage, its switch, and what fits the page to new answers. */
type Keeping = KeepSwitch & { form: HTMLFormElement; key: string; onGiven: () => void };

/** What is said already is not said once more. */
function say({ status }: Keeping, words = ''): void {
  if (status.textContent !== words) status.textContent = words;
}

function turnOff(keeping: Keeping): void {
  keeping.box.checked = false;
  say(keeping, '');
}

function empty(keeping: Keeping): void {
  turnOff(keeping);
  emptyForm(keeping.form);
  keeping.onGiven();
}

/** Writes the answers at each change, so that nothing is left to be written when the page is gone. */
function save(keeping: Keeping): void {
  const { box, form, key, status } = keeping;
  if (!box.checked || keep(key, toText(readAnswers(form)))) return;
  box.checked = false;
  forget(key);
  say(keeping, status.dataset['refused']);
}

/** Puts back what is kept. A browser may bring back words that it remembers: what is kept counts. */
function restore(keeping: Keeping): void {
  const { form, key, status, box } = keeping;
  const text = readKept(key);
  emptyForm(form);
  box.checked = text !== undefined;
  if (text === undefined) return;
  writeAnswers(form, fromText(text));
  keeping.onGiven();
  say(keeping, status.dataset['on']);
}

/**
 * A page in another tab, or one that comes back, follows: what is erased in one is gone in both, and
 * what is written in one is never written over with what the other had before.
 */
function follow(keeping: Keeping): void {
  const { box, key, status } = keeping;
  document.addEventListener(TRACES_ERASED, () => turnOff(keeping));
  window.addEventListener('storage', ({ key: changed, newValue }) => {
    if ((changed !== key && changed !== null) || !box.checked) return;
    if (newValue !== null) return restore(keeping);
    // This page may have kept something once more before it heard.
    forget(key);
    empty(keeping);
    say(keeping, status.dataset['elsewhere']);
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !box.checked) return;
    if (readKept(key) !== undefined) restore(keeping);
    else empty(keeping);
  });
}

/**
 * Keeps the answers of a sheet on this device, from the moment somebody turns that on until they
 * turn it off or erase it.
 */
export function watchKeeping(
  form: HTMLFormElement,
  { box, status }: KeepSwitch,
  onGiven: () => void,
): EraseAnswers {
  const keeping = { form, box, status, onGiven, key: answersKey(location.pathname) };
  box.addEventListener('change', () => {
    say(keeping, status.dataset[box.checked ? 'on' : 'off']);
    if (box.checked) save(keeping);
    else forget(keeping.key);
  });
  form.addEventListener('input', () => save(keeping));
  form.addEventListener('change', () => save(keeping));
  follow(keeping);
  restore(keeping);
  return () => {
    forget(keeping.key);
    empty(keeping);
  };
}
