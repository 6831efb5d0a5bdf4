import { type Control, controlsOf } from './form-controls.ts';

/**
 * What is written on a sheet, by the name of its field: words as they were typed, the state of the
 * button that is chosen, `TICKED` for a box. Names and states are those of the sheet's PDF. What is
 * empty is not in it.
 */
export type Answers = Map<string, string>;

/** The state of a box that is ticked, as the PDF has it. */
export const TICKED = 'Yes';

/** The controls of a form that hold an answer, in reading order. */
export function listControls(form: HTMLFormElement): Control[] {
  return controlsOf(form).filter(({ name }) => name !== '');
}

/** The answer that one control holds; a button that is not chosen holds none. */
function answerOf(control: Control): string {
  if (!(control instanceof HTMLInputElement)) return control.value;
  if (control.type === 'checkbox') return control.checked ? TICKED : '';
  if (control.type === 'radio') return control.checked ? control.value : '';
  return control.value;
}

/** All that is written in a form. */
export function readAnswers(form: HTMLFormElement): Answers {
  const answers: Answers = new Map();
  for (const control of listControls(form)) {
    const answer = answerOf(control);
    if (answer.trim() !== '') answers.set(control.name, answer);
  }
  return answers;
}

/** Puts one answer into a control; `false` when it cannot hold it. */
function give(control: Control, answer: string): boolean {
  if (control instanceof HTMLSelectElement) {
    const wanted = answer.trim().toUpperCase();
    const option = [...control.options].find(({ value }) => value.toUpperCase() === wanted);
    if (option) control.value = option.value;
    return option !== undefined;
  }
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    control.checked = answer === TICKED;
    return control.checked;
  }
  if (control instanceof HTMLInputElement && control.type === 'radio') {
    control.checked = control.value === answer;
    return control.checked;
  }
  // One line of the page holds no line break; what is typed in a PDF may have one.
  control.value = control instanceof HTMLInputElement ? answer.replace(/\n/g, ' ') : answer;
  return true;
}

/** Puts answers into a form that is empty, and returns those that have no place in it. */
export function writeAnswers(form: HTMLFormElement, answers: Answers): Answers {
  const left: Answers = new Map(answers);
  for (const control of listControls(form)) {
    const answer = answers.get(control.name);
    if (answer !== undefined && give(control, answer)) left.delete(control.name);
  }
  return left;
}

/** Whether two sheets say the same. */
export function isSame(one: Answers, other: Answers): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

/** Answers as a text to keep. */
export function toText(answers: Answers): string {
  return JSON.stringify([...answers]);
}

/** Answers from a text that was kept; what is not in that shape holds none. */
export function fromText(text: string): Answers {
  try {
    const entries: unknown = JSON.parse(text);
    if (!Array.isArray(entries)) return new Map();
    return new Map(
      entries.filter(
        (entry): entry is [string, string] =>
          Array.isArray(entry) &&
          entry.length === 2 &&
          entry.every((one) => typeof one === 'string'),
      ),
    );
  } catch {
    return new Map();
  }
}
