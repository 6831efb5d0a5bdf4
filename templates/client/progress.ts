const SVG = 'http://www.w3.org/2000/svg';
/** The drawing of a row in its own units: the axis leaves room for half a mark at each end. */
const AXIS = { left: 10, right: 210, y: 13 };
const MARK = 5;
/** Marks of the same number stand above and below each other. */
const STACK = [0, -8, 8, 0];

type Row = {
  boxes: HTMLInputElement[];
  drawing: Element;
  said: HTMLElement;
  least: number;
  most: number;
  wrong: string;
  /** What stands there while nothing is written. */
  range: string;
};

function draw(name: string, attributes: Record<string, string | number>, className = ''): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (className) element.setAttribute('class', className);
  return element;
}

/** Each time has a shape of its own: a circle, a square, a diamond, a flat stone; the last is filled. */
function drawMark(round: number, x: number, y: number, isLast: boolean): Element {
  const className = isLast ? 'is-last' : '';
  if (round === 0) return draw('circle', { cx: x, cy: y, r: MARK }, className);
  const side = round === 1 ? MARK * 1.7 : MARK * 1.5;
  const height = round === 3 ? side / 2 : side;
  const place = { x: x - side / 2, y: y - height / 2, width: side, height };
  const transform = `rotate(${round === 2 ? 45 : 0} ${x} ${y})`;
  return draw('rect', { ...place, transform }, className);
}

function toRow(fieldset: HTMLFieldSetElement): Row | undefined {
  const drawing = fieldset.querySelector('[data-progress-drawing]');
  const said = fieldset.querySelector<HTMLElement>('[data-progress-said]');
  if (!drawing || !said) return undefined;
  const { least = '0', most = '10', wrong = '' } = fieldset.dataset;
  const boxes = [...fieldset.querySelectorAll('input')];
  const range = said.textContent ?? '';
  return { boxes, drawing, said, least: Number(least), most: Number(most), wrong, range };
}

/** The number in a box; nothing where it is empty, `NaN` where it is none of those asked for. */
function read(box: HTMLInputElement, { least, most }: Row): number | undefined {
  if (box.validity.badInput) return Number.NaN;
  if (box.value.trim() === '') return undefined;
  const value = Number(box.value);
  return Number.isInteger(value) && value >= least && value <= most ? value : Number.NaN;
}

/** What a row says in words: from the first number to the last. */
function tell(numbers: readonly number[], words: DOMStringMap, range: string): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return range;
  const template =
    numbers.length === 1 ? words['only'] : first === last ? words['same'] : words['from'];
  return (template ?? '').replace('{first}', String(first)).replace('{last}', String(last));
}

function show(row: Row, words: DOMStringMap): void {
  const { boxes, drawing, said, least, most } = row;
  const values = boxes.map((box) => read(box, row));
  const isWrong = values.some((value) => Number.isNaN(value));
  for (const [index, box] of boxes.entries()) {
    if (Number.isNaN(values[index])) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
  }
  const known = values.flatMap((value, round) =>
    value === undefined || Number.isNaN(value) ? [] : [{ value, round }],
  );
  said.textContent = isWrong
    ? row.wrong
    : tell(
        known.map(({ value }) => value),
        words,
        row.range,
      );
  said.parentElement?.classList.toggle('is-wrong', isWrong);
  const xOf = (value: number) =>
    AXIS.left + ((value - least) / (most - least)) * (AXIS.right - AXIS.left);
  const axis = { x1: AXIS.left, x2: AXIS.right, y1: AXIS.y, y2: AXIS.y };
  const [first, last] = [known[0], known.at(-1)];
  const way =
    first && last && first !== last
      ? [draw('line', { ...axis, x1: xOf(first.value), x2: xOf(last.value) }, 'progress__way')]
      : [];
  drawing.replaceChildren(
    draw('line', axis, 'progress__axis'),
    ...[least, most].map((end) =>
      draw(
        'line',
        { x1: xOf(end), x2: xOf(end), y1: AXIS.y - 4, y2: AXIS.y + 4 },
        'progress__axis',
      ),
    ),
    ...way,
    ...known.map(({ value, round }, index) => {
      const below = known.slice(0, index).filter((other) => other.value === value).length;
      const y = AXIS.y + (STACK[below] ?? 0);
      return drawMark(round, xOf(value), y, round === last?.round);
    }),
  );
}

function start(form: HTMLFormElement): void {
  const fieldsets = [...form.querySelectorAll<HTMLFieldSetElement>('[data-progress-row]')];
  const rows = fieldsets.flatMap((fieldset) => toRow(fieldset) ?? []);
  const showAll = () => {
    for (const row of rows) show(row, form.dataset);
  };
  for (const mark of form.querySelectorAll<Element>('[data-progress-mark]')) {
    const round = Number(mark.getAttribute('data-progress-mark'));
    mark.replaceChildren(drawMark(round, 7, 7, false));
  }
  form.addEventListener('input', showAll);
  // The boxes are empty only after the event; the page empties them too when it is left.
  form.addEventListener('reset', () => setTimeout(showAll));
  window.addEventListener('pageshow', showAll);
  showAll();
}

const form = document.querySelector<HTMLFormElement>('form[data-progress]');
if (form) start(form);
