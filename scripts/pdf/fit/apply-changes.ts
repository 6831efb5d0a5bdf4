import { SLAB_MARK } from './measure-sheet.ts';
import type { SheetChanges } from './slab.ts';

/** The element, and all that begin at its very top: their margins are one with its own (CSS 2.2, 8.3.1). */
function openersOf(element: HTMLElement): HTMLElement[] {
  const topOf = (one: Element) => one.getBoundingClientRect().top;
  const first = [...element.children].find((child) => child.clientHeight > 0);
  const isOpener = first instanceof HTMLElement && Math.abs(topOf(first) - topOf(element)) < 1;
  return [element, ...(isOpener ? openersOf(first) : [])];
}

/** A page begins with this element; the space above it goes, as it does where a page breaks by itself. */
function startPage(element: HTMLElement): void {
  for (const opener of openersOf(element)) opener.style.marginTop = '0';
  element.style.breakBefore = 'page';
}

function grow(room: HTMLElement, lines: number): void {
  const line = room.querySelector('i');
  if (!line) {
    room.style.height = `calc(${room.style.height} + ${lines} * var(--pitch))`;
    return;
  }
  for (let count = 0; count < lines; count++) line.before(line.cloneNode());
}

/** Makes the browser break a measured sheet as it was planned. Runs in the browser that prints. */
export function applyChanges(
  main: HTMLElement,
  { starts, growth, filler, blank }: SheetChanges,
): void {
  for (const start of starts) {
    const element = main.querySelector<HTMLElement>(`[${SLAB_MARK}="${start}"]`);
    if (element) startPage(element);
  }
  for (const [id, lines] of Object.entries(growth)) {
    const rooms = [...main.querySelectorAll<HTMLElement>('[data-stretch]')];
    for (const room of rooms.filter(({ dataset }) => dataset['stretch'] === id)) grow(room, lines);
  }
  const empty = main.querySelector<HTMLElement>('.leaf--filler');
  if (filler && empty) empty.style.display = 'block';
  const last = main.querySelector<HTMLElement>('.part__blank');
  if (blank && last) last.style.display = 'block';
}
