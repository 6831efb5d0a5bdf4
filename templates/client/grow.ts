/** Lets every room for several lines grow with what is written, and shrink again. */
export type Grow = () => void;

function fitRoom(room: HTMLTextAreaElement): void {
  // Where nobody looks it has no height to read: a closed part of the sheet, say.
  if (room.offsetParent === null) return;
  const borders = room.offsetHeight - room.clientHeight;
  // Its own height first: it may have to shrink.
  room.style.blockSize = '';
  const own = room.offsetHeight;
  if (room.scrollHeight + borders > own) {
    room.style.blockSize = `${room.scrollHeight + borders}px`;
  }
}

/**
 * Starts that for a form. Browsers that know `field-sizing` do it themselves; elsewhere this does.
 * Returns what fits all rooms at once, for when answers were put in by a script.
 */
export function startGrowing(form: HTMLFormElement): Grow {
  const rooms = [...form.querySelectorAll('textarea')];
  const isNative =
    CSS.supports('field-sizing', 'content') &&
    CSS.supports('min-block-size', 'attr(rows type(<number>))');
  const fitAll = () => {
    for (const room of rooms) if (!isNative) fitRoom(room);
  };
  form.addEventListener('input', ({ target }) => {
    if (!isNative && target instanceof HTMLTextAreaElement) fitRoom(target);
  });
  // The rooms are empty only after the event.
  form.addEventListener('reset', () => setTimeout(fitAll));
  form.addEventListener('toggle', fitAll, true);
  window.addEventListener('resize', fitAll);
  fitAll();
  return fitAll;
}
