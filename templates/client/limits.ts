import { fillWords } from './fill-words.ts';

/** What is wrong, in words, and with which controls; no words when all is right. */
type Fault = { words: string; wrong: HTMLInputElement[] };

/** What a part of the form is held to. */
type Limit = { field: Element; controls: HTMLInputElement[]; find: () => Fault };

const isWithin = ({ value, dataset }: HTMLInputElement): boolean => {
  const text = value.trim();
  const { least, most } = dataset;
  if (text === '') return true;
  if (!/^-?\d+([.,]\d+)?$/.test(text)) return false;
  if (least === undefined || most === undefined) return true;
  const number = Number(text.replace(',', '.'));
  return number >= Number(least) && number <= Number(most);
};

/** Boxes of which only so many are to be ticked. */
function toTickLimit(list: HTMLElement, words: DOMStringMap): Limit {
  const max = Number(list.dataset['max']);
  const controls = [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const find = () => {
    const count = controls.filter(({ checked }) => checked).length;
    if (count <= max) return { words: '', wrong: [] };
    return { words: fillWords(words['tooMany'], { max, count }), wrong: controls };
  };
  return { field: list.closest('.field') ?? list, controls, find };
}

/** Boxes for numbers: of one field, all with the same ends or none. */
function toNumberLimit(field: Element, words: DOMStringMap): Limit {
  const controls = [...field.querySelectorAll<HTMLInputElement>('input[data-number]')];
  const find = () => {
    const wrong = controls.filter((control) => !isWithin(control));
    const [first] = wrong;
    if (!first) return { words: '', wrong };
    const { least, most } = first.dataset;
    if (least === undefined || most === undefined) return { words: words['noNumber'] ?? '', wrong };
    const gaps = { from: least, to: most, value: first.value.trim() };
    return { words: fillWords(words['outside'], gaps), wrong };
  };
  return { field, controls, find };
}

/** Where a field says what is wrong; read aloud when its words change. */
function addVoice(field: Element, index: number): HTMLElement {
  const voice = document.createElement('p');
  voice.id = `fault_${index}`;
  voice.className = 'field__fault';
  voice.setAttribute('aria-live', 'polite');
  const hints = field.querySelectorAll('.field__label, .field__hint');
  const caption = field.querySelector('caption');
  (caption ? field : ([...hints].at(-1) ?? field)).after(voice);
  return voice;
}

/** Tells in words where more is ticked than asked for, or a number is none of those asked for. */
export function watchLimits(form: HTMLFormElement): void {
  const { dataset } = form;
  const lists = [...form.querySelectorAll<HTMLElement>('[data-max]')];
  const fields = [...form.querySelectorAll('.field')].filter((field) =>
    field.querySelector('input[data-number]'),
  );
  const limits = [
    ...lists.map((list) => toTickLimit(list, dataset)),
    ...fields.map((field) => toNumberLimit(field, dataset)),
  ].map((limit, index) => ({ ...limit, voice: addVoice(limit.field, index) }));
  const tell = () => {
    for (const { controls, find, voice } of limits) {
      const { words, wrong } = find();
      if (voice.textContent !== words) voice.textContent = words;
      for (const control of controls) {
        if (wrong.includes(control)) {
          control.setAttribute('aria-invalid', 'true');
          control.setAttribute('aria-errormessage', voice.id);
        } else {
          control.removeAttribute('aria-invalid');
          control.removeAttribute('aria-errormessage');
        }
      }
    }
  };
  form.addEventListener('change', tell);
  form.addEventListener('input', ({ target }) => {
    // While somebody types, only what was wrong is looked at again: "1" may become "10".
    if (target instanceof HTMLInputElement && target.ariaInvalid === 'true') tell();
  });
  form.addEventListener('reset', () => setTimeout(tell));
  form.addEventListener('answers-given', tell);
  tell();
}
