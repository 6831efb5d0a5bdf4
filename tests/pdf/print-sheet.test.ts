import { describe, expect, it } from 'vitest';
import { printAll, type SheetPrinter } from '../../scripts/pdf/print-sheet.ts';
import { usePress } from './press.ts';

const own = usePress();

const page = (words: string) =>
  `<!doctype html><html lang="en"><title>${words}</title><main><h1>${words}</h1></main></html>`;

/** Printers that only tell which of them is at work; the queue is what is tested. */
const printersNamed = (...names: string[]) => {
  const named = new Map<SheetPrinter, string>(names.map((name) => [async () => never(), name]));
  return { printers: [...named.keys()], nameOf: (printer: SheetPrinter) => named.get(printer) };
};
const never = (): never => {
  throw new Error('this printer is not meant to print');
};

describe('several sheets at once', () => {
  it('come out in the order they were asked for, whichever is done first', async () => {
    const { printers } = printersNamed('one', 'two');
    const waiting: (() => void)[] = [];
    // The first job ends only when the last one has.
    const results = await printAll(printers, [0, 1, 2, 3], async (job) => {
      if (job === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      if (job === 3) for (const resolve of waiting) resolve();
      return `sheet ${job}`;
    });
    expect(results).toEqual(['sheet 0', 'sheet 1', 'sheet 2', 'sheet 3']);
  });

  it('are never printed on one page at the same time', async () => {
    const { printers, nameOf } = printersNamed('one', 'two', 'three');
    const busy = new Set<string | undefined>();
    const clashes: unknown[] = [];
    await printAll(
      printers,
      Array.from({ length: 20 }, (_, at) => at),
      async (job, printer) => {
        const name = nameOf(printer);
        if (busy.has(name)) clashes.push([job, name]);
        busy.add(name);
        await Promise.resolve();
        busy.delete(name);
      },
    );
    expect(clashes).toEqual([]);
  });

  it('stop with the fault of the one that fails', async () => {
    const { printers } = printersNamed('one');
    const failing = printAll(printers, [1, 2], async (job) => {
      if (job === 2) throw new Error('no paper');
      return job;
    });
    await expect(failing).rejects.toThrow('no paper');
  });
});

describe('a page that prints', () => {
  it('tells what the HTML holds, to be found again in the PDF', async () => {
    const { dom } = await own.press.printer(
      page('Words').replace(
        '</main>',
        '<ul><li>a</li><li>b</li></ul><p id="x"><a href="https://example.org/">out</a><a href="field:q?3"></a></p></main>',
      ),
    );
    expect(dom.tags).toMatchObject({ H1: 1, H2: 0, L: 1, LI: 2, Link: 1, Form: 1 });
    expect([dom.places, dom.linkWords]).toEqual([['q?3'], ['out']]);
  });

  it('is used again and again, and forgets what it printed before', async () => {
    const one = await own.press.printer(page('One'));
    const two = await own.press.printer(page('Two').replace('<h1>', '<p>Words</p><h1>'));
    expect([one.dom.tags['H1'], two.dom.tags['H1']]).toEqual([1, 1]);
    expect(two.dom.places).toEqual([]);
  });
});
