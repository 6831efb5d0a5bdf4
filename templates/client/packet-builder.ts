import type { BuilderData } from '../../scripts/model/builder-data.ts';
import { TRACES_ERASED } from './erase.ts';
import { findSheet, readData, say } from './packet-builder/builder-data.ts';
import {
  addSheet,
  type Choice,
  listGaps,
  moveSheet,
  readChoice,
  writeChoice,
} from './packet-builder/choice.ts';
import { watchMaking } from './packet-builder/making.ts';
import {
  findOrderList,
  type Move,
  type OrderEvents,
  type OrderList,
  showGaps,
  showMoved,
  showOrder,
} from './packet-builder/order-list.ts';

/** The controls that say how it is printed. */
type Controls = {
  boxes: HTMLInputElement[];
  paper: HTMLSelectElement;
  copies: HTMLSelectElement;
  print?: HTMLSelectElement;
  both: HTMLInputElement;
};

function findControls(form: HTMLFormElement): Controls | undefined {
  const select = (name: string) => form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[data-builder-sheet]')];
  const both = form.querySelector<HTMLInputElement>('[name="both"]');
  const [paper, copies] = [select('paper'), select('copies')];
  if (!paper || !copies || !both) return undefined;
  return { boxes, paper, copies, print: select('print') ?? undefined, both };
}

const valuesOf = (select: HTMLSelectElement | undefined) =>
  select ? [...select.options].map(({ value }) => value) : [];

/** The page where somebody chooses and orders sheets. */
class Builder {
  readonly #data: BuilderData;
  readonly #controls: Controls;
  readonly #list: OrderList;
  readonly #changed: () => void;
  #choice: Choice;
  /** The paper that is likely in the printer. */
  readonly #guessed: string;

  constructor(data: BuilderData, controls: Controls, list: OrderList, changed: () => void) {
    this.#data = data;
    this.#controls = controls;
    this.#list = list;
    this.#changed = changed;
    this.#guessed = controls.paper.value;
    this.#choice = this.#read();
  }

  get choice(): Choice {
    return this.#choice;
  }

  #read(): Choice {
    const { boxes, paper, print } = this.#controls;
    const sheets = boxes.map(({ value }) => value);
    return readChoice(location.hash, { sheets, papers: valuesOf(paper), prints: valuesOf(print) });
  }

  #titleOf(stem: string): string {
    return findSheet(this.#data, stem)?.title ?? stem;
  }

  #say(key: string, values: Record<string, string | number>): void {
    this.#list.said.textContent = say(this.#data, key, values);
  }

  readonly #events: OrderEvents = {
    move: (stem, by) => this.#move(stem, by),
    putBefore: (earlier, stem) => this.#putBefore(earlier, stem),
  };

  /** Shows what is chosen. */
  #show(): void {
    const { boxes } = this.#controls;
    const { sheets } = this.#choice;
    for (const box of boxes) box.checked = sheets.includes(box.value);
    showOrder(this.#list, this.#data, sheets, this.#events);
    const gaps = listGaps(sheets, (stem) => findSheet(this.#data, stem)?.requires ?? []);
    showGaps(this.#list, this.#data, gaps, this.#events);
  }

  /**
   * Takes a choice over and writes it into the address, without a step in the history; but not that
   * a private sheet is in it: an address stays in the list of pages seen, and is passed on.
   */
  #set(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change };
    this.#show();
    const told = this.#choice.sheets.filter((stem) => !findSheet(this.#data, stem)?.isPrivate);
    const fragment = writeChoice({ ...this.#choice, sheets: told });
    const address = fragment || location.pathname + location.search;
    history.replaceState(null, '', address);
    this.#changed();
  }

  #move(stem: string, by: Move): void {
    const { sheets } = this.#choice;
    const all = sheets.length;
    const from = sheets.indexOf(stem);
    const title = this.#titleOf(stem);
    if (by === 'out') {
      this.#takeOut(stem);
      return;
    }
    const to = from + (by === 'up' ? -1 : 1);
    if (to < 0) this.#say('First', { title, all });
    else if (to >= all) this.#say('Last', { title, all });
    else {
      this.#set({ sheets: moveSheet(sheets, from, to) });
      showMoved(this.#list, stem, by);
      this.#say('Said', { title, place: to + 1, all });
    }
  }

  /** The focus goes to what took the place of the row, or back to the sheet where nothing is left. */
  #takeOut(stem: string): void {
    const at = this.#choice.sheets.indexOf(stem);
    const sheets = this.#choice.sheets.filter((one) => one !== stem);
    this.#set({ sheets });
    const next = sheets[Math.min(at, sheets.length - 1)];
    if (next !== undefined) showMoved(this.#list, next, 'out');
    else this.#controls.boxes.find(({ value }) => value === stem)?.focus();
    this.#say('Removed', { title: this.#titleOf(stem), count: sheets.length });
  }

  #putBefore(earlier: string, stem: string): void {
    const rest = this.#choice.sheets.filter((one) => one !== earlier);
    const place = rest.indexOf(stem);
    this.#set({ sheets: rest.toSpliced(place, 0, earlier) });
    showMoved(this.#list, earlier, 'up');
    const all = this.#choice.sheets.length;
    this.#say('Said', { title: this.#titleOf(earlier), place: place + 1, all });
  }

  #tick({ value: stem, checked }: HTMLInputElement): void {
    const { sheets } = this.#choice;
    const title = this.#titleOf(stem);
    if (!checked) {
      this.#set({ sheets: sheets.filter((one) => one !== stem) });
      this.#say('Removed', { title, count: this.#choice.sheets.length });
      return;
    }
    const all = this.#controls.boxes.map(({ value }) => value);
    const added = addSheet(sheets, stem, all);
    this.#set({ sheets: added });
    this.#say('Added', { title, place: added.indexOf(stem) + 1, all: added.length });
  }

  /** The choice goes with all else; told before the form is emptied, so it is shown after that. */
  #forget(): void {
    history.replaceState(null, '', location.pathname + location.search);
    queueMicrotask(() => {
      this.restore();
      this.#list.said.textContent = '';
    });
  }

  /** Takes over what the address says. */
  restore(): void {
    this.#choice = this.#read();
    const { paper, copies, print, both } = this.#controls;
    paper.value = this.#choice.paper || this.#guessed;
    copies.value = this.#choice.copies;
    if (print) print.value = this.#choice.print || (print.options[0]?.value ?? '');
    both.checked = this.#choice.isTwoSided;
    this.#show();
    this.#changed();
  }

  watch(): void {
    const { boxes, paper, copies, print, both } = this.#controls;
    for (const box of boxes) box.addEventListener('change', () => this.#tick(box));
    paper.addEventListener('change', () => this.#set({ paper: paper.value }));
    copies.addEventListener('change', () => this.#set({ copies: copies.value }));
    both.addEventListener('change', () => this.#set({ isTwoSided: both.checked }));
    print?.addEventListener('change', () => {
      this.#set({ print: print.selectedIndex === 0 ? '' : print.value });
    });
    window.addEventListener('hashchange', () => this.restore());
    // A page that comes back from the browser's cache, or whose form was emptied meanwhile.
    window.addEventListener('pageshow', () => this.restore());
    document.addEventListener(TRACES_ERASED, () => this.#forget());
    this.restore();
  }
}

function start(form: HTMLFormElement): void {
  const data = readData(form);
  const controls = findControls(form);
  const list = findOrderList(form);
  if (!controls || !list) return;
  let builder: Builder | undefined;
  const making = watchMaking(form, data, () => {
    const { paper, print } = controls;
    const { sheets, copies, isTwoSided } =
      builder?.choice ?? readChoice('', { sheets: [], papers: [], prints: [] });
    const request = { sheets, copies: copies ? Number(copies) : undefined, isTwoSided };
    return { ...request, paper: paper.value, print: print?.value ?? 'standard' };
  });
  builder = new Builder(data, controls, list, () => making.changed());
  builder.watch();
}

const form = document.querySelector<HTMLFormElement>('form[data-packet-builder]');
if (form) start(form);
