import { readAnswers } from './answers.ts';
import { emptyForm } from './erase.ts';
import { startGrowing } from './grow.ts';
import { watchKeeping } from './keep-answers.ts';
import { watchLimits } from './limits.ts';
import { watchMaking } from './make-pdf.ts';
import { watchOpening } from './open-pdf.ts';
import { openForPrint } from './print-form.ts';

function find<T extends HTMLElement>(name: string): T | undefined {
  return document.querySelector<T>(`[data-${name}]`) ?? undefined;
}

/** Asks once more before answers are erased that cannot be brought back; not for an empty sheet. */
function watchErase(form: HTMLFormElement, erase: () => void): void {
  const button = find<HTMLButtonElement>('erase');
  const question = find<HTMLElement>('erase-question');
  const yes = find<HTMLButtonElement>('erase-yes');
  const no = find<HTMLButtonElement>('erase-no');
  const done = find<HTMLElement>('erase-done');
  if (!button || !question || !yes || !no || !done) return;
  const close = (words: string) => {
    question.hidden = true;
    button.hidden = false;
    button.focus();
    done.textContent = words;
  };
  button.addEventListener('click', () => {
    if (readAnswers(form).size === 0) {
      erase();
      done.textContent = done.dataset['empty'] ?? '';
      return;
    }
    done.textContent = '';
    button.hidden = true;
    question.hidden = false;
    no.focus();
  });
  no.addEventListener('click', () => close(''));
  yes.addEventListener('click', () => {
    erase();
    close(done.dataset['erased'] ?? '');
  });
}

function start(form: HTMLFormElement): void {
  const fitAll = startGrowing(form);
  watchLimits(form);
  openForPrint(form);
  const given = () => {
    form.dispatchEvent(new Event('answers-given'));
    fitAll();
  };
  const box = find<HTMLInputElement>('keep');
  const status = find<HTMLElement>('keep-status');
  let erase = () => {
    emptyForm(form);
    given();
  };
  if (box && status) erase = watchKeeping(form, { box, status }, given);
  watchErase(form, erase);
  watchMaking(form);
  watchOpening(form, given);
  find<HTMLButtonElement>('print')?.addEventListener('click', () => window.print());
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-fill-in]')) start(form);
