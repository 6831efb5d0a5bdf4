import { eraseTraces } from './erase.ts';
import { countKeptSheets, LOOKS, OFFLINE, readKept, watchKept } from './kept.ts';

/** What is kept on this device, in words that the page gives. */
function listWords({ one = '', other = '', looks = '', offline = '' }: DOMStringMap): string[] {
  const sheets = countKeptSheets();
  const { lang } = document.documentElement;
  const template = new Intl.PluralRules(lang).select(sheets) === 'one' ? one : other;
  return [
    ...(sheets > 0 ? [template.replace('{count}', String(sheets))] : []),
    ...(readKept(LOOKS) === undefined ? [] : [looks]),
    ...(readKept(OFFLINE) === undefined ? [] : [offline]),
  ];
}

function startStrip(strip: HTMLElement, words: HTMLElement, said: HTMLElement): void {
  const show = () => {
    const kept = listWords(strip.dataset);
    strip.hidden = kept.length === 0;
    const list = new Intl.ListFormat(document.documentElement.lang).format(kept);
    if (words.textContent !== list) words.textContent = list;
    // It was true when it was said.
    if (kept.length > 0) said.textContent = '';
  };
  watchKept(show);
  strip.querySelector('button')?.addEventListener('click', () => {
    eraseTraces();
    show();
    said.textContent = strip.dataset['erased'] ?? '';
    // The button is gone; here the reader goes on.
    said.focus({ preventScroll: true });
  });
  show();
}

/** Says what is kept on this device, and erases it; nothing is to be seen while nothing is kept. */
export function watchStrip(): void {
  const strip = document.querySelector<HTMLElement>('[data-kept]');
  const words = strip?.querySelector<HTMLElement>('[data-kept-words]');
  const said = document.querySelector<HTMLElement>('[data-kept-said]');
  if (strip && words && said) startStrip(strip, words, said);
}
