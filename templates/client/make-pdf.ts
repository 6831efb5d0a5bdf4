import { isSame, listControls, readAnswers } from './answers.ts';
import { TRACES_ERASED } from './erase.ts';
import { fillWords } from './fill-words.ts';
import { list, paragraph } from './outcome.ts';
import type { Shortfall } from './pdf-answers/fill-pdf.ts';

type Outcome = { box: HTMLElement; words: DOMStringMap; isWanted: () => boolean };

/** What a control is called on the page. */
function labelOf(form: HTMLFormElement, name: string): string {
  const control = listControls(form).find((one) => one.name === name);
  const own = control?.labels?.[0]?.textContent ?? control?.ariaLabel;
  const field = control?.closest('.field')?.querySelector('.field__label')?.textContent;
  const words = [field, own].filter((part) => part !== undefined && part !== null);
  const parts = words.map((part) => part.replace(/\s+/g, ' ').trim());
  const longest = parts.find((part) => parts.every((other) => part.includes(other)));
  return longest ?? (parts.join(': ') || name);
}

/** A way to the field that a sentence is about. */
function linkTo(form: HTMLFormElement, name: string, text: string): HTMLElement {
  const control = listControls(form).find((one) => one.name === name);
  const link = document.createElement('a');
  if (control) control.id ||= `f_${name}`;
  link.href = `#${control?.id ?? ''}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    control?.closest('details')?.setAttribute('open', '');
    control?.focus();
  });
  return link;
}

/** The fields whose answers do not show whole on paper, and why. */
function tellShortfalls(
  form: HTMLFormElement,
  words: DOMStringMap,
  shortfalls: readonly Shortfall[],
): HTMLElement[] {
  const rooms = shortfalls.filter(({ why }) => why === 'room');
  const letters = shortfalls.flatMap((one) => (one.why === 'letters' ? [one] : []));
  const strange = [...new Set(letters.flatMap((one) => one.letters))];
  return [
    ...(rooms.length > 0
      ? [
          paragraph(words['long'] ?? ''),
          list(rooms.map(({ name }) => linkTo(form, name, labelOf(form, name)))),
        ]
      : []),
    ...(strange.length > 0
      ? [paragraph(fillWords(words['letters'], { letters: strange.join(' ') }))]
      : []),
  ];
}

async function fetchBlank(href: string): Promise<Uint8Array> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`Expected the blank PDF at ${href}, found ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Makes the PDF, reads it back, and saves it only when it holds all that was written. What was
 * erased in the meantime is not saved.
 */
async function makePdf(
  form: HTMLFormElement,
  href: string,
  { box, words, isWanted }: Outcome,
): Promise<string> {
  const answers = readAnswers(form);
  if (answers.size === 0) {
    box.replaceChildren(paragraph(words['empty'] ?? ''));
    return '';
  }
  box.replaceChildren(paragraph(words['making'] ?? ''));
  const [{ fillPdf, readPdf }, blank] = await Promise.all([
    import('./pdf-answers/writer.ts'),
    fetchBlank(href),
  ]);
  const { bytes, shortfalls } = await fillPdf(blank, answers);
  const back = await readPdf(bytes);
  if (!back.ok || !isSame(back.answers, answers)) {
    throw new Error('Expected the PDF to hold every answer, found that some are missing');
  }
  if (!isWanted()) return '';
  const address = URL.createObjectURL(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = (href.split('/').at(-1) ?? 'sheet.pdf').replace(/\.pdf$/, '-filled.pdf');
  link.className = 'sheet-form__save';
  link.textContent = words['save'] ?? '';
  box.replaceChildren(
    paragraph(words['made'] ?? ''),
    link,
    ...tellShortfalls(form, words, shortfalls),
  );
  link.click();
  return address;
}

/** Makes the PDF with what is written when somebody asks for it. */
export function watchMaking(form: HTMLFormElement): void {
  const button = document.querySelector<HTMLButtonElement>('[data-pdf]');
  const choice = document.querySelector<HTMLSelectElement>('[data-pdf-choice]');
  const box = document.querySelector<HTMLElement>('[data-pdf-outcome]');
  if (!button || !choice || !box) return;
  let address = '';
  let erasures = 0;
  const forgetPdf = () => {
    if (address) URL.revokeObjectURL(address);
    address = '';
  };
  const clear = () => {
    erasures += 1;
    forgetPdf();
    box.replaceChildren();
  };
  button.addEventListener('click', async () => {
    forgetPdf();
    // Not `disabled`, which would lose the focus.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const before = erasures;
    const isWanted = () => erasures === before;
    try {
      address = await makePdf(form, choice.value, { box, words: box.dataset, isWanted });
    } catch {
      if (isWanted()) box.replaceChildren(paragraph(box.dataset['failed'] ?? ''));
    }
    button.ariaDisabled = 'false';
  });
  // The link would save what was written before.
  form.addEventListener('input', () => {
    forgetPdf();
    box.querySelector('a[download]')?.remove();
  });
  form.addEventListener('answers-given', clear);
  document.addEventListener(TRACES_ERASED, clear);
}
