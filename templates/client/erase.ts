import { controlsOf, resetForm } from './form-controls.ts';

/** Empties a form, whatever the browser or its reader has put into it. */
export function emptyForm(form: HTMLFormElement): void {
  resetForm(form);
  for (const control of controlsOf(form)) {
    if (control instanceof HTMLTextAreaElement) control.value = '';
    if (control instanceof HTMLSelectElement) control.selectedIndex = 0;
    if (!(control instanceof HTMLInputElement)) continue;
    control.checked = false;
    if (control.type !== 'radio' && control.type !== 'checkbox') control.value = '';
  }
}

/** Storage that a browser refuses to open holds nothing of ours. */
function clear(open: () => Storage): void {
  try {
    open().clear();
  } catch {
    // Refused: nothing was ever kept there.
  }
}

/** Told to the page when everything was erased, so that nothing is written once more. */
export const TRACES_ERASED = 'traces-erased';

let others: BroadcastChannel | undefined;

/**
 * Lets pages that wait in the history of a tab be told: Back would else show what was typed there,
 * although it was erased from another page. A browser drops a waiting page that is told anything.
 */
export function listenWhileWaiting(): void {
  try {
    others = new BroadcastChannel(TRACES_ERASED);
  } catch {
    // Refused with all storage: then the page is left as it is.
  }
}

/** Takes away all that these pages may have left in this tab or on this device. */
export function eraseTraces(): void {
  document.dispatchEvent(new Event(TRACES_ERASED));
  others?.postMessage('');
  for (const form of document.forms) emptyForm(form);
  clear(() => sessionStorage);
  clear(() => localStorage);
}
