/** What is chosen: the name of a choice and its value; what is not chosen is not in it. */
type Choices = Map<string, string>;

type Sheet = { item: HTMLElement; fits: (choices: Choices) => boolean };

function toSheet(item: HTMLElement): Sheet {
  const { stage = '', who = '', minutes = '0', need = '' } = item.dataset;
  const needs = need.split(' ');
  return {
    item,
    fits: (choices) =>
      [...choices].every(([name, value]) => {
        if (name === 'minutes') return Number(minutes) <= Number(value);
        if (name === 'need') return needs.includes(value);
        return (name === 'stage' ? stage : who) === value;
      }),
  };
}

/** "#stage=talk&who=each" as choices; an anchor like "#stage_talk" holds none. */
function readAddress(names: readonly string[]): Choices {
  const fragment = location.hash.slice(1);
  if (!fragment.includes('=')) return new Map();
  return new Map([...new URLSearchParams(fragment)].filter(([name]) => names.includes(name)));
}

/** The address holds the choices, so that it can be kept; no step is added to the history. */
function writeAddress(choices: Choices): void {
  const fragment = new URLSearchParams([...choices]).toString();
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  history.replaceState(null, '', address);
}

/** Shows the sheets that fit, hides the stages that have none left, and says how many there are. */
function showSheets(form: HTMLFormElement, sheets: readonly Sheet[], choices: Choices): void {
  for (const { item, fits } of sheets) item.hidden = !fits(choices);
  const left = sheets.filter(({ item }) => !item.hidden).length;
  for (const section of document.querySelectorAll<HTMLElement>('[data-sheets]')) {
    section.hidden = choices.size > 0 && !section.querySelector('[data-sheet]:not([hidden])');
  }
  const none = document.querySelector<HTMLElement>('[data-filter-none]');
  if (none) none.hidden = left > 0;
  const count = form.querySelector('output');
  if (!count) return;
  count.value = (count.dataset['words'] ?? '')
    .replace('{left}', String(left))
    .replace('{all}', String(sheets.length));
}

function startFilter(form: HTMLFormElement): void {
  const selects = [...form.querySelectorAll('select')];
  const sheets = [...document.querySelectorAll<HTMLElement>('[data-sheet]')].map(toSheet);
  const readForm = (): Choices =>
    new Map(selects.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])));
  const choose = () => {
    const choices = readForm();
    writeAddress(choices);
    showSheets(form, sheets, choices);
  };
  const restore = () => {
    const choices = readAddress(selects.map(({ name }) => name));
    for (const select of selects) {
      select.value = choices.get(select.name) ?? '';
      // An address may ask for what is no longer there.
      if (select.selectedIndex < 0) select.value = '';
    }
    showSheets(form, sheets, readForm());
  };
  form.addEventListener('change', choose);
  // The controls are empty only after the event.
  form.addEventListener('reset', () => setTimeout(choose));
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', restore);
  restore();
}

const form = document.querySelector<HTMLFormElement>('form[data-filter]');
if (form) startFilter(form);
