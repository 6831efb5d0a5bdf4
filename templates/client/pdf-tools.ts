import { type Answers, isSame, listControls, readAnswers, writeAnswers } from './answers.ts';
import { emptyForm, TRACES_ERASED } from './erase.ts';
import { fillWords } from './limits.ts';
import type { Shortfall } from './pdf-answers/fill-pdf.ts';

/** The program that writes and reads PDFs: large, and loaded only when somebody asks for a PDF. */
const loadWriter = () => import('./pdf-answers/writer.ts');

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

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
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

function list(items: HTMLElement[]): HTMLElement {
  const made = document.createElement('ul');
  made.append(
    ...items.map((item) => {
      const entry = document.createElement('li');
      entry.append(item);
      return entry;
    }),
  );
  return made;
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
  const [{ fillPdf, readPdf }, blank] = await Promise.all([loadWriter(), fetchBlank(href)]);
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

function watchMaking(form: HTMLFormElement): void {
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
  form.addEventListener('answers-given', clear);
  document.addEventListener(TRACES_ERASED, clear);
}

/** Whether a PDF is one of this sheet: most of its fields are also on the page. */
function isThisSheet(form: HTMLFormElement, names: readonly string[]): boolean {
  const own = new Set(listControls(form).map(({ name }) => name));
  const shared = names.filter((name) => own.has(name)).length;
  return shared * 2 > names.length;
}

type Opening = { form: HTMLFormElement; box: HTMLElement; given: () => void };

/** Shows what was in a file; answers that have no place any more are shown as they are. */
function giveAnswers({ form, box, given }: Opening, answers: Answers): void {
  emptyForm(form);
  const left = writeAnswers(form, answers);
  given();
  form.dispatchEvent(new Event('input', { bubbles: true }));
  const { dataset } = box;
  const count = answers.size - left.size;
  const items = [...left].map(([name, answer]) => paragraph(`${name}: ${answer}`));
  box.replaceChildren(
    paragraph(fillWords(dataset['opened'], { count })),
    ...(left.size > 0 ? [paragraph(dataset['left'] ?? ''), list(items)] : []),
  );
}

async function openPdf(opening: Opening, file: File): Promise<void> {
  const { form, box } = opening;
  const { dataset } = box;
  const say = (words: string | undefined) => box.replaceChildren(paragraph(words ?? ''));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { readPdf } = await loadWriter();
  const read = await readPdf(bytes);
  if (!read.ok) {
    say(
      { 'not-pdf': dataset['notPdf'], locked: dataset['locked'], 'no-fields': dataset['noFields'] }[
        read.why
      ],
    );
    return;
  }
  if (!isThisSheet(form, read.names)) {
    say(fillWords(dataset['otherSheet'], { title: read.title }));
    return;
  }
  if (read.answers.size === 0) {
    say(dataset['blank']);
    return;
  }
  const own = readAnswers(form);
  if (own.size === 0 || isSame(own, read.answers)) {
    giveAnswers(opening, read.answers);
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sheet-form__clear';
  button.textContent = dataset['replace'] ?? '';
  button.addEventListener('click', () => giveAnswers(opening, read.answers));
  box.replaceChildren(paragraph(dataset['replaces'] ?? ''), button);
}

function watchOpening(form: HTMLFormElement, given: () => void): void {
  const input = document.querySelector<HTMLInputElement>('[data-open]');
  const box = document.querySelector<HTMLElement>('[data-open-outcome]');
  if (!input || !box) return;
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      await openPdf({ form, box, given }, file);
    } catch {
      box.replaceChildren(paragraph(box.dataset['failed'] ?? ''));
    }
    // The same file may be chosen again, and its name stays nowhere on the page.
    input.value = '';
  });
  document.addEventListener(TRACES_ERASED, () => box.replaceChildren());
}

/** The PDF with what is written, made and opened again on this page. */
export function watchPdfTools(form: HTMLFormElement, given: () => void): void {
  watchMaking(form);
  watchOpening(form, given);
}
