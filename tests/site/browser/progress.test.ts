import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRequestsWhile } from './network-log.ts';
import { addressOf, type OpenSite, openRealSite, withPage } from './open-site.ts';

const PAGE = 'progress/';

describe('the page that compares numbers', () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openRealSite();
  }, 400_000);
  afterAll(() => site?.close());

  /** What each row says after numbers were typed into the first one by keyboard. */
  const typed = (values: readonly string[]) =>
    withPage(site, async (page) => {
      await page.goto(addressOf(site, PAGE));
      const [row] = await page.$$('[data-progress-row]');
      await (await row?.$('input'))?.focus();
      for (const value of values) {
        if (value) await page.keyboard.type(value);
        await page.keyboard.press('Tab');
      }
      return page.evaluate(() => {
        const first = document.querySelector('[data-progress-row]');
        const boxes = [...(first?.querySelectorAll('input') ?? [])];
        return {
          said: first?.querySelector('[data-progress-said]')?.textContent,
          wrong: boxes.map((box) => box.getAttribute('aria-invalid')),
          marks: [...(first?.querySelectorAll('svg > :is(circle, rect)') ?? [])].map(
            ({ tagName, classList }) => tagName + (classList.contains('is-last') ? ' last' : ''),
          ),
          way: first?.querySelectorAll('.progress__way').length,
        };
      });
    });

  it('draws and says what moved from the first number to the last', async () => {
    expect(await typed(['2', '4', '6'])).toEqual({
      said: 'From 2 to 6',
      wrong: [null, null, null],
      marks: ['circle', 'rect', 'rect last'],
      way: 1,
    });
  });

  it('says that nothing moved, or that there is one number so far', async () => {
    expect((await typed(['4', '', '4'])).said).toBe('Still 4');
    expect((await typed(['', '7', ''])).said).toBe('7 so far');
  });

  it('says in words which numbers it asks for', async () => {
    const { said, wrong, marks } = await typed(['12', '3', '']);
    expect(said).toBe('Write a whole number from 0 to 10.');
    expect(wrong).toEqual(['true', null, null]);
    expect(marks).toEqual(['rect last']);
  });

  it('has a name for every box, by its part and its time', async () => {
    const names = await withPage(site, async (page) => {
      await page.goto(addressOf(site, PAGE));
      const tree = await page.accessibility.snapshot({ interestingOnly: false });
      const found: string[] = [];
      const walk = (node: typeof tree, group: string): void => {
        if (!node) return;
        const own = node.role === 'group' ? (node.name ?? '') : group;
        if (node.role === 'spinbutton') found.push(`${own} / ${node.name}`);
        for (const child of node.children ?? []) walk(child, own);
      };
      walk(tree, '');
      return found;
    });
    expect(names).toHaveLength(27);
    expect(names[0]).toBe('True words: what I hear fits the facts / Week 0');
    expect(new Set(names).size).toBe(27);
  });

  it('asks for nothing while somebody types, and keeps nothing', async () => {
    const left = await withPage(site, async (page) => {
      await page.goto(addressOf(site, PAGE));
      const during = await listRequestsWhile(site, page, () =>
        page.type('[data-progress-row] input', '5'),
      );
      await page.goto(addressOf(site, ''));
      await page.goBack();
      return page.evaluate(
        (asked) => ({
          during: asked,
          value: document.querySelector<HTMLInputElement>('[data-progress-row] input')?.value,
          said: document.querySelector('[data-progress-said]')?.textContent,
          stored: localStorage.length + sessionStorage.length,
        }),
        during,
      );
    });
    expect(left).toEqual({ during: [], value: '', said: 'A number from 0 to 10.', stored: 0 });
  });
});
