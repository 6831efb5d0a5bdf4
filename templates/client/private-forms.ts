import { emptyForm } from './erase.ts';

/** Empties the forms that keep nothing whenever the page is left, hidden, or come back to. */
export function watchPrivateForms(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-keeps-nothing]')];
  if (forms.length === 0) return;
  const empty = () => {
    for (const form of forms) emptyForm(form);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') empty();
  });
  window.addEventListener('pagehide', empty);
  window.addEventListener('pageshow', empty);
}
