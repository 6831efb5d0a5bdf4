import type { Page, SerializedAXNode } from 'puppeteer';

/** Roles of what is filled in. */
const ROLES = ['textbox', 'checkbox', 'radio', 'combobox', 'spinbutton'];

/**
 * What a screen reader says on the way to each control of the sheet: the names of the groups around
 * it, then its own.
 */
export async function listSpokenNames(page: Page): Promise<string[][]> {
  const form = await page.$('form[data-fill-in]');
  const tree = await page.accessibility.snapshot({
    interestingOnly: false,
    ...(form ? { root: form } : {}),
  });
  const found: string[][] = [];
  const walk = (node: SerializedAXNode, above: readonly string[]): void => {
    const own = (node.name ?? '').trim();
    if (ROLES.includes(node.role)) found.push([...above, own]);
    const isNamedGroup = ['group', 'radiogroup', 'table', 'row'].includes(node.role) && own !== '';
    for (const child of node.children ?? []) walk(child, isNamedGroup ? [...above, own] : above);
  };
  if (tree) walk(tree, []);
  return found;
}

/** The names of the controls in the order of the page, one for each button. */
export function listControlNames(page: Page): Promise<string[]> {
  return page.$eval('form[data-fill-in]', (form) =>
    [...(form as HTMLFormElement).elements].flatMap((element) => {
      const name = element.getAttribute('name');
      return name && element.checkVisibility() ? [name] : [];
    }),
  );
}
