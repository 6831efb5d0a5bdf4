import { emptyForm } from './erase.ts';

/**
 * Empties the forms that keep nothing whenever the page is left or come back to, and when it is
 * hidden; one that is filled in from other pages (`leave`) stays while somebody looks there.
 */
export function watchPrivateForms(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-keeps-nothing]')];
  if (forms.length === 0) return;
  const empty = () => {
    for (const form of forms) emptyForm(form);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    for (const form of forms) if (form.dataset['keepsNothing'] !== 'leave') emptyForm(form);
  });
  window.addEventListener('pagehide', empty);
  window.addEventListener('pageshow', empty);
}
