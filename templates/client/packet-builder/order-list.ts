import type { BuilderData } from '../../../scripts/model/builder-data.ts';
import { findSheet, say } from './builder-data.ts';
import type { Gap } from './choice.ts';

/** A way that a row can go. */
export type Move = 'up' | 'down' | 'out';

/** The parts of the page that show the order. */
export type OrderList = {
  rows: HTMLElement;
  said: HTMLElement;
  /** Says what is wrong with the order, for those who do not see it below. */
  warned: HTMLElement;
  rowTemplate: HTMLTemplateElement;
  gapTemplate: HTMLTemplateElement;
  gapRows: HTMLElement;
  gaps: HTMLElement;
  empty: HTMLElement;
  hint: HTMLElement;
};

/** What the list asks for when somebody uses it. */
export type OrderEvents = {
  move: (stem: string, by: Move) => void;
  putBefore: (earlier: string, stem: string) => void;
};

/** Finds the list; nothing where the page has none. */
export function findOrderList(form: HTMLFormElement): OrderList | undefined {
  const find = <Kind extends HTMLElement>(mark: string) =>
    form.querySelector<Kind>(`[data-order-${mark}]`);
  const [rows, said, empty, hint] = ['rows', 'said', 'empty', 'hint'].map((mark) => find(mark));
  const [gaps, gapRows, warned] = ['gaps', 'gap-rows', 'warned'].map((mark) => find(mark));
  const rowTemplate = find<HTMLTemplateElement>('row');
  const gapTemplate = find<HTMLTemplateElement>('gap');
  if (!rows || !said || !empty || !hint || !gaps || !gapRows || !warned) return undefined;
  if (!rowTemplate || !gapTemplate) return undefined;
  return { rows, said, warned, rowTemplate, gapTemplate, gapRows, gaps, empty, hint };
}

function cloneOf(template: HTMLTemplateElement): HTMLElement {
  const first = document.importNode(template.content, true).firstElementChild;
  if (!(first instanceof HTMLElement)) throw new TypeError('expected a row in the template');
  return first;
}

function write(parent: HTMLElement, selector: string, words: string): void {
  const found = parent.querySelector(selector);
  if (found) found.textContent = words;
}

function toRow(list: OrderList, data: BuilderData, stem: string, events: OrderEvents): HTMLElement {
  const row = cloneOf(list.rowTemplate);
  const sheet = findSheet(data, stem);
  const title = sheet?.title ?? stem;
  row.dataset['stem'] = stem;
  write(row, '[data-title]', title);
  // The same facts as where it was chosen.
  const facts = document.querySelector(`label:has(#sheet_${stem}) .fact-line`);
  if (facts) row.querySelector('[data-detail]')?.append(facts.cloneNode(true));
  for (const button of row.querySelectorAll<HTMLButtonElement>('[data-move]')) {
    const { move = 'up', name = '' } = button.dataset;
    button.setAttribute('aria-label', `${name}: ${title}`);
    button.addEventListener('click', () => events.move(stem, move as Move));
  }
  row.addEventListener('keydown', (event) => {
    const by = event.altKey && { ArrowUp: 'up' as const, ArrowDown: 'down' as const }[event.key];
    if (!by) return;
    event.preventDefault();
    events.move(stem, by);
  });
  return row;
}

/** Rows are kept and only put elsewhere, so that a button that has the focus is the same one. */
export function showOrder(
  list: OrderList,
  data: BuilderData,
  chosen: readonly string[],
  events: OrderEvents,
): void {
  const rows = new Map(
    [...list.rows.children].map((row) => [
      row instanceof HTMLElement ? (row.dataset['stem'] ?? '') : '',
      row,
    ]),
  );
  for (const [stem, row] of rows) if (!chosen.includes(stem)) row.remove();
  for (const [at, stem] of chosen.entries()) {
    const row = rows.get(stem) ?? toRow(list, data, stem, events);
    if (list.rows.children[at] !== row) list.rows.insertBefore(row, list.rows.children[at] ?? null);
    row.querySelector('[data-move="up"]')?.setAttribute('aria-disabled', String(at === 0));
    const isLast = at === chosen.length - 1;
    row.querySelector('[data-move="down"]')?.setAttribute('aria-disabled', String(isLast));
  }
  list.rows.hidden = chosen.length === 0;
  list.hint.hidden = chosen.length < 2;
  list.empty.hidden = chosen.length > 0;
}

/** Tells in words which sheets stand without those that they build on, and offers to mend it. */
export function showGaps(
  list: OrderList,
  data: BuilderData,
  gaps: readonly Gap[],
  events: OrderEvents,
): void {
  const items = gaps.map(({ stem, earlier, isMissing }) => {
    const item = cloneOf(list.gapTemplate);
    const titles = {
      title: findSheet(data, stem)?.title ?? stem,
      earlier: findSheet(data, earlier)?.title ?? earlier,
    };
    write(item, '[data-words]', say(data, isMissing ? 'Missing' : 'Later', titles));
    const button = item.querySelector('button');
    if (button) {
      button.textContent = say(data, 'Before', titles);
      button.addEventListener('click', () => events.putBefore(earlier, stem));
    }
    return item;
  });
  list.gapRows.replaceChildren(...items);
  const words = items
    .map((item) => item.querySelector('[data-words]')?.textContent ?? '')
    .join(' ');
  if (list.warned.textContent !== words) list.warned.textContent = words;
  list.gaps.hidden = items.length === 0;
}

/** The row of a sheet. */
export function findRow({ rows }: OrderList, stem: string): HTMLElement | undefined {
  const found = [...rows.children].find(
    (row) => row instanceof HTMLElement && row.dataset['stem'] === stem,
  );
  return found instanceof HTMLElement ? found : undefined;
}

/** Moves the focus to a button of a row, and marks the row as the one that was moved last. */
export function showMoved(list: OrderList, stem: string, by: Move): void {
  for (const row of list.rows.children) row.classList.remove('packet-order__row--moved');
  const row = findRow(list, stem);
  row?.classList.add('packet-order__row--moved');
  const focused = document.activeElement;
  if (row && focused && row.contains(focused)) return;
  row?.querySelector<HTMLButtonElement>(`[data-move="${by}"]`)?.focus();
}
