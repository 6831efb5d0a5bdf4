import { type Answers, isSame, listControls, readAnswers, writeAnswers } from './answers.ts';
import { emptyForm, TRACES_ERASED } from './erase.ts';
import { fillWords } from './fill-words.ts';
import { list, paragraph } from './outcome.ts';

/** Whether a PDF is one of this sheet: most of its fields are also on the page. */
function isThisSheet(form: HTMLFormElement, names: readonly string[]): boolean {
  const own = new Set(listControls(form).map(({ name }) => name));
  const shared = names.filter((name) => own.has(name)).length;
  return shared * 2 > names.length;
}

/** A filled sheet weighs far less; what is larger is something else. */
const MOST_BYTES = 50e6;

type Opening = {
  form: HTMLFormElement;
  input: HTMLInputElement;
  box: HTMLElement;
  given: () => void;
  /** Whether nothing was erased and no other file chosen since. */
  isWanted: () => boolean;
};

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

/** Asks before answers on the page make room for those of the file. */
function askToReplace(opening: Opening, answers: Answers): void {
  const { box, input } = opening;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button';
  button.textContent = box.dataset['replace'] ?? '';
  button.addEventListener('click', () => {
    giveAnswers(opening, answers);
    // The button is gone; the reader goes on from where the file was chosen.
    input.focus();
  });
  box.replaceChildren(paragraph(box.dataset['replaces'] ?? ''), button);
}

async function openPdf(opening: Opening, file: File): Promise<void> {
  const { form, box, isWanted } = opening;
  const { dataset } = box;
  const say = (words: string | undefined) => box.replaceChildren(paragraph(words ?? ''));
  if (file.size > MOST_BYTES) return say(dataset['notPdf']);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { readPdf } = await import('./pdf-answers/writer.ts');
  const read = await readPdf(bytes);
  if (!isWanted()) return;
  if (!read.ok) {
    const { notPdf, locked, noFields } = dataset;
    return say({ 'not-pdf': notPdf, locked, 'no-fields': noFields }[read.why]);
  }
  if (!isThisSheet(form, read.names)) {
    return say(fillWords(dataset['otherSheet'], { title: read.title }));
  }
  if (read.answers.size === 0) return say(dataset['blank']);
  const own = readAnswers(form);
  if (own.size === 0 || isSame(own, read.answers)) giveAnswers(opening, read.answers);
  else askToReplace(opening, read.answers);
}

/** Puts the answers of a PDF that somebody chooses back on the page. */
export function watchOpening(form: HTMLFormElement, given: () => void): void {
  const input = document.querySelector<HTMLInputElement>('[data-open]');
  const box = document.querySelector<HTMLElement>('[data-open-outcome]');
  if (!input || !box) return;
  let round = 0;
  const clear = () => {
    round += 1;
    box.replaceChildren();
  };
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    // The same file may be chosen again, and its name stays nowhere on the page.
    input.value = '';
    clear();
    const own = round;
    const isWanted = () => round === own;
    try {
      await openPdf({ form, input, box, given, isWanted }, file);
    } catch {
      if (isWanted()) box.replaceChildren(paragraph(box.dataset['failed'] ?? ''));
    }
  });
  // What was read of a file goes with all else: it may name answers that had no place.
  form.addEventListener('answers-given', clear);
  document.addEventListener(TRACES_ERASED, clear);
}
