import { HtmlValidate } from 'html-validate';
import { fileOf, isOutside, listAddresses, pathsEnding, textOf } from '../../build/site-files.ts';

type Tree = ReadonlyMap<string, Buffer>;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How source is indented is nobody's concern in a finished page.
    'no-trailing-whitespace': 'off',
    // Our forms send nothing: they are emptied, or they answer as one chooses.
    'wcag/h32': 'off',
    'long-title': ['error', { maxlength: 100 }],
    // Kept together by the style sheet, so that a number can still be copied as it is.
    'tel-non-breaking': ['error', { ignoreClasses: ['helplines__phone'] }],
  },
});

/** What the validator says of every page. */
export async function validatePages(tree: Tree): Promise<string[]> {
  const found: string[] = [];
  for (const file of pathsEnding(tree, '.html')) {
    const report = await validator.validateString(textOf(tree, file), file);
    for (const { messages } of report.results) {
      found.push(
        ...messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`),
      );
    }
  }
  return found;
}

function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
}

/** Links that lead to no file of the build, or to no place in it. */
export function listDeadLinks(tree: Tree, prefix: string): string[] {
  const inside = listAddresses(tree).filter(({ address }) => !isOutside(address));
  return inside.flatMap(({ file, address }) => {
    const target = fileOf(address, file, prefix);
    if (!tree.has(target)) return [`${file} -> ${address}`];
    const fragment = new URL(address, 'https://site.test').hash.slice(1);
    if (!fragment || !target.endsWith('.html')) return [];
    return idsOf(textOf(tree, target)).has(fragment) ? [] : [`${file} -> ${address}`];
  });
}

/** Links that leave the site and tell where from, or let the other side reach back. */
export function listTalkativeLinks(tree: Tree): string[] {
  return pathsEnding(tree, '.html').flatMap((file) =>
    [...textOf(tree, file).matchAll(/<a\s[^>]*href="https?:[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/rel="[^"]*noreferrer noopener/.test(tag))
      .map((tag) => `${file}: ${tag}`),
  );
}
