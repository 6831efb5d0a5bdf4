import { TRACES_ERASED } from './erase.ts';
import { forget, keep, LOOKS, readKept } from './kept.ts';

/** What a reader can choose, by the name of its `data-` attribute on the root and of its radios. */
const CHOICES = ['text', 'theme'] as const;

/** What is chosen; what is not in it looks as usual. */
type Looks = Partial<Record<(typeof CHOICES)[number], string>>;

/** What is kept; nothing where it cannot be read. */
function readLooks(): Looks | undefined {
  try {
    const kept: unknown = JSON.parse(readKept(LOOKS) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}

function apply(looks: Looks): void {
  const { dataset } = document.documentElement;
  for (const choice of CHOICES) {
    const value = looks[choice];
    if (value) dataset[choice] = value;
    else delete dataset[choice];
  }
}

/** Lets this page look as was chosen and kept on another one. */
export function applyKeptLooks(): void {
  apply(readLooks() ?? {});
}

function readShown(): Looks {
  const { dataset } = document.documentElement;
  return Object.fromEntries(
    CHOICES.flatMap((name) => (dataset[name] ? [[name, dataset[name]]] : [])),
  );
}

/** Works without letting an element move in the window, however the page above it changes. */
function inPlace(element: Element, work: () => void): void {
  const { top } = element.getBoundingClientRect();
  work();
  window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
}

function startLooks(form: HTMLFormElement, remember: HTMLInputElement, said: HTMLElement): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const show = () => {
    const looks: Record<string, string | undefined> = readShown();
    for (const radio of radios) radio.checked = radio.value === (looks[radio.name] ?? '');
    remember.checked = readLooks() !== undefined;
  };
  const store = () => {
    const looks = readShown();
    const isKept = remember.checked && keep(LOOKS, JSON.stringify(looks));
    if (!isKept) forget(LOOKS);
    said.textContent = remember.checked && !isKept ? (form.dataset['refused'] ?? '') : '';
    remember.checked = isKept;
  };
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    inPlace(target, () => {
      if (target !== remember) apply({ ...readShown(), [target.name]: target.value });
      store();
    });
  });
  // What is seen stays as it is; what is kept of it will be gone, and the form emptied.
  document.addEventListener(TRACES_ERASED, () => queueMicrotask(show));
  window.addEventListener('pageshow', ({ persisted }) => {
    // A page that comes back from the browser's cache may be older than what is kept.
    const kept = persisted ? readLooks() : undefined;
    if (kept) apply(kept);
    show();
  });
  show();
}

/** Lets a reader choose how a page looks, for this page alone or for all that follow. */
export function watchLooks(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-looks]');
  const remember = form?.querySelector<HTMLInputElement>('[data-looks-remember]');
  const said = form?.querySelector<HTMLElement>('[data-looks-said]');
  if (form && remember && said) startLooks(form, remember, said);
}
