import { operators } from './content-stream.ts';

/** Points in a CSS pixel: what a page's matrices come to when nothing was shrunk. */
const FULL_SCALE = 0.75;

type Matrix = [a: number, b: number, c: number, d: number];

const IDENTITY: Matrix = [1, 0, 0, 1];

function multiply([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix {
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}

function operands(text: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1] = text.trim().split(/\s+/).map(Number);
  return [a, b, c, d];
}

/** How large each run of tagged text is set, as a factor of its CSS size. */
function textScales(stream: string): number[] {
  const scales: number[] = [];
  const saved: Matrix[] = [];
  const tagged: boolean[] = [];
  let matrix = IDENTITY;
  for (const { word, start, end } of operators(stream)) {
    if (word === 'q') saved.push(matrix);
    else if (word === 'Q') matrix = saved.pop() ?? IDENTITY;
    else if (word === 'cm') matrix = multiply(operands(stream.slice(start, end)), matrix);
    else if (word === 'BDC' || word === 'BMC')
      tagged.push(stream.slice(start, end).includes('MCID'));
    else if (word === 'EMC') tagged.pop();
    else if (word === 'BT' && tagged.includes(true)) {
      scales.push(Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) / FULL_SCALE);
    }
  }
  return scales;
}

/**
 * How large a page is set, 1 when nothing was shrunk. Chromium shrinks a whole document without a
 * word when something is wider than its page, but not the running foot, and a drawing has scales of
 * its own: so the scale is that of most of the tagged text.
 */
export function pageScale(stream: string): number {
  const scales = textScales(stream).sort((a, b) => a - b);
  return scales[Math.floor(scales.length / 2)] ?? 1;
}
