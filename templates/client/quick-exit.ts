import { eraseTraces } from './erase.ts';

/** Three presses, each within this time of the one before. */
const PRESSES = 3;
const PATIENCE_MS = 5000;
const LEAVING = 'is-leaving';

let title = document.title;

/** Covers the page at once, for the moment until the other one is there. */
function coverPage(words: string): void {
  // Left once more before the other page is there: the title is already that of the cover.
  if (document.documentElement.classList.contains(LEAVING)) return;
  const cover = document.createElement('div');
  cover.className = 'exit-cover';
  cover.textContent = words;
  document.body.append(cover);
  document.documentElement.classList.add(LEAVING);
  title = document.title;
  document.title = words;
}

function uncoverPage(): void {
  if (!document.documentElement.classList.contains(LEAVING)) return;
  document.documentElement.classList.remove(LEAVING);
  for (const cover of document.querySelectorAll('.exit-cover')) cover.remove();
  document.title = title;
}

/**
 * Leaves. The address takes this page's place in the history of the tab, so Back does not lead here.
 * Without a script that cannot be had: the link is then an ordinary link, and Back returns.
 */
function leave(href: string, words: string): void {
  try {
    eraseTraces();
    coverPage(words);
  } finally {
    // Whatever goes wrong before, the reader must get away.
    location.replace(href);
  }
}

/**
 * Knows whether the Shift that is held was used: with another key, a click or the wheel it is for
 * typing, selecting or scrolling, and its release does not count.
 */
function watchUse(): { isUsed: boolean } {
  const shift = { isUsed: false };
  const use = (event: PointerEvent | WheelEvent) => {
    shift.isUsed ||= event.shiftKey;
  };
  document.addEventListener('pointerdown', use);
  document.addEventListener('wheel', use, { passive: true });
  document.addEventListener('keydown', (event) => {
    // A fresh press was used for nothing yet, even if the release of the last was never told.
    if (event.key === 'Shift') shift.isUsed &&= event.repeat;
    // The other key may be let go after Shift: its release would tell too late.
    else if (event.shiftKey) shift.isUsed = true;
  });
  // A release in another window is not told here.
  window.addEventListener('blur', () => {
    shift.isUsed = false;
  });
  return shift;
}

/** Counts presses of Shift alone; anything else in between starts over. */
function watchShift(say: (presses: number, isOver: boolean) => void, exit: () => void): void {
  const shift = watchUse();
  let presses = 0;
  let timer = 0;
  const startOver = (isOver: boolean) => {
    clearTimeout(timer);
    if (presses > 0) say(0, isOver);
    presses = 0;
  };
  document.addEventListener('pointerdown', () => startOver(false));
  document.addEventListener('keyup', (event) => {
    const isModified = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== 'Shift' || shift.isUsed || isModified) {
      startOver(false);
      shift.isUsed = event.shiftKey;
      return;
    }
    clearTimeout(timer);
    presses += 1;
    say(presses, false);
    if (presses === PRESSES) {
      presses = 0;
      exit();
      return;
    }
    timer = window.setTimeout(() => startOver(true), PATIENCE_MS);
  });
}

/** Makes the links that leave this site leave without a way back, and lets Shift do the same. */
export function watchExit(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-exit]')];
  const [first] = links;
  const status = document.querySelector<HTMLElement>('[data-exit-status]');
  const dots = document.querySelector<HTMLElement>('[data-exit-dots]');
  if (!first || !status) return;
  const { leaving = '', two = '', one = '', over = '' } = status.dataset;
  const exit = () => leave(first.href, leaving);
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      exit();
    });
  }
  watchShift((presses, isOver) => {
    status.textContent = isOver ? over : (['', two, one, leaving][presses] ?? '');
    if (!dots) return;
    dots.hidden = presses === 0;
    dots.dataset['pressed'] = String(presses);
  }, exit);
  // A page that comes back from the browser's cache comes back with its cover.
  window.addEventListener('pageshow', uncoverPage);
}
