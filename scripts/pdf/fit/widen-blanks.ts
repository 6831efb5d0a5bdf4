/** A shorter blank is meant for a day or a number; what is longer is meant for a sentence. */
const LEAST_MM = 60;
const PX_PER_MM = 96 / 25.4;
/** Kept free at the edge: the print may round a width up by a little. */
const SLACK_PX = 1;
/** Measured widths come a hair below what was asked for. */
const TOLERANCE_PX = 0.5;

/** What stands behind a blank up to the end of its paragraph, or of its line where the author ends it. */
function rangeBehind(blank: HTMLElement, paragraph: HTMLElement): Range {
  const range = document.createRange();
  range.setStartAfter(blank);
  const breaks = [...paragraph.querySelectorAll('br')];
  const next = breaks.find(
    (one) => blank.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (next) range.setEndBefore(next);
  else range.setEnd(paragraph, paragraph.childNodes.length);
  return range;
}

/** Makes a blank end where its column ends; nothing but a stop may follow it. */
function widen(blank: HTMLElement): void {
  const paragraph = blank.closest<HTMLElement>('p, li');
  if (!paragraph) return;
  const behind = rangeBehind(blank, paragraph);
  const { left, width } = blank.getBoundingClientRect();
  if (width < LEAST_MM * PX_PER_MM - TOLERANCE_PX || !/^[\s\p{P}]*$/u.test(behind.toString()))
    return;
  const room = paragraph.getBoundingClientRect().right - left - SLACK_PX;
  const wide = room - behind.getBoundingClientRect().width;
  if (wide > width) blank.style.width = `${wide}px`;
}

/**
 * Lets the long blanks at the ends of lines reach the edge of the text. An author gives a width that
 * leaves room in one type size; in another the blank stands on a line of its own, which is then used
 * whole. No line becomes more. Runs in the browser that prints.
 */
export function widenBlanks(main: HTMLElement): void {
  for (const blank of main.querySelectorAll<HTMLElement>('.prose .blank')) widen(blank);
}
