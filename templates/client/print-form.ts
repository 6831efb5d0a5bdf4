import { TRACES_ERASED } from './erase.ts';

/** The parts of a form that are folded up, opened until the page is printed. */
function openParts(form: HTMLFormElement): HTMLDetailsElement[] {
  const closed = [...form.querySelectorAll('details')].filter(({ open }) => !open);
  for (const part of closed) part.open = true;
  return closed;
}

/**
 * What was typed, as text beside its box: a box cuts off what is longer than it was on the screen,
 * and no page break goes through it.
 */
function addWords(form: HTMLFormElement): HTMLElement[] {
  const rooms = [
    ...form.querySelectorAll<HTMLInputElement>('input[type="text"]'),
    ...form.querySelectorAll('textarea'),
  ];
  return rooms.flatMap((room) => {
    if (room.value.trim() === '') return [];
    const words = document.createElement('span');
    const kind = room instanceof HTMLTextAreaElement ? 'block' : 'line';
    words.className = `field__printed field__printed--${kind}`;
    words.textContent = room.value;
    room.after(words);
    room.classList.add('is-printed-beside');
    return [words];
  });
}

/** While a form is printed, all that is written in it shows. */
export function openForPrint(form: HTMLFormElement): void {
  let opened: HTMLDetailsElement[] = [];
  let added: HTMLElement[] = [];
  const restore = () => {
    for (const part of opened) part.open = false;
    for (const words of added) {
      words.previousElementSibling?.classList.remove('is-printed-beside');
      words.remove();
    }
    opened = [];
    added = [];
  };
  window.addEventListener('beforeprint', () => {
    restore();
    opened = openParts(form);
    added = addWords(form);
  });
  window.addEventListener('afterprint', restore);
  // Not every browser tells when it has printed: the words must not outlast the answers.
  form.addEventListener('answers-given', restore);
  document.addEventListener(TRACES_ERASED, restore);
}
