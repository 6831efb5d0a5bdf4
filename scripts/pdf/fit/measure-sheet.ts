import type { SheetMeasure, Slab, SlabKind, SlabStart } from './slab.ts';

/** A slab while the elements around it are still being read. */
type Found = Omit<Slab, 'block' | 'kind'> & {
  /** The outermost element that begins with it. */
  opener: HTMLElement;
  /** Whether the next slab belongs to it. */
  bindsNext: boolean;
};

/** Marks the element that begins with a slab, so that a page can be made to begin there. */
export const SLAB_MARK = 'data-slab';

const isInFlow = (element: Element, { display, position }: CSSStyleDeclaration) =>
  display !== 'none' && position !== 'absolute' && position !== 'fixed' && element.clientHeight > 0;

/** Children that make lines or boxes of their own below each other. */
function blockChildren(element: HTMLElement): HTMLElement[] {
  return [...element.children].filter((child): child is HTMLElement => {
    const style = getComputedStyle(child);
    return isInFlow(child, style) && !/^(inline|contents|table-column)/.test(style.display);
  });
}

/** Whether words of its own stand below a block inside it: no slab would have their height. */
function hasWordsBelow(element: HTMLElement, children: readonly Element[]): boolean {
  const blocks = new Set<ChildNode>(children);
  const nodes = [...element.childNodes];
  const below = nodes.slice(nodes.findIndex((node) => blocks.has(node)));
  return below.some((node) => !blocks.has(node) && node.textContent?.trim());
}

/** Boxes whose parts stand beside each other break badly or not at all: none of them is cut. */
function isWhole(style: CSSStyleDeclaration): boolean {
  return (
    style.breakInside.startsWith('avoid') ||
    /flex|grid|^inline/.test(style.display) ||
    style.columnCount !== 'auto'
  );
}

function toSlab(element: HTMLElement, topPx: number, bottomPx: number, start: SlabStart): Found {
  const rooms = [element, ...element.querySelectorAll<HTMLElement>('[data-stretch]')];
  const ids = rooms.flatMap((room) => room.dataset['stretch'] ?? []);
  const stretch = [...new Set(ids)];
  return { topPx, bottomPx, start, headPx: 0, stretch, opener: element, bindsNext: false };
}

/** A paragraph, cut where its `orphans` and `widows` allow it. */
function cutLines(element: HTMLElement, style: CSSStyleDeclaration): Found[] {
  const { top, bottom } = element.getBoundingClientRect();
  const linePx = Number.parseFloat(style.lineHeight);
  const lines = Math.round((bottom - top) / linePx);
  const [orphans, widows] = [Number(style.orphans), Number(style.widows)];
  const isEven = Math.abs(lines * linePx - (bottom - top)) < 1;
  if (!isEven || lines < orphans + widows) return [toSlab(element, top, bottom, 'free')];
  const ends = Array.from({ length: lines - widows - orphans + 1 }, (_, at) => orphans + at);
  return [...ends, lines].map((end, index, all) =>
    toSlab(
      element,
      top + (all[index - 1] ?? 0) * linePx,
      top + end * linePx,
      index === 0 ? 'free' : 'flowing',
    ),
  );
}

/** The rows of a table; its head stays with the first of them and comes again above the others. */
function cutTable(table: HTMLElement): Found[] {
  const found: Found[] = [];
  let headPx = 0;
  for (const part of blockChildren(table)) {
    const isHead = part.tagName === 'THEAD';
    const slabs = part.tagName === 'TBODY' ? findSlabs(part) : [whole(part)];
    if (isHead) headPx = part.getBoundingClientRect().height;
    const isFirst = !isHead && found.at(-1)?.bindsNext !== false;
    for (const [index, slab] of slabs.entries()) {
      slab.headPx = isHead || (isFirst && index === 0) ? 0 : headPx;
    }
    const last = slabs.at(-1);
    if (last && part.tagName !== 'TBODY') last.bindsNext = true;
    found.push(...slabs);
  }
  return found;
}

function whole(element: HTMLElement): Found {
  const { top, bottom } = element.getBoundingClientRect();
  return toSlab(element, top, bottom, 'free');
}

function cut(element: HTMLElement, style: CSSStyleDeclaration): Found[] {
  if (isWhole(style) || element.tagName === 'TR') return [whole(element)];
  if (style.display === 'table') return cutTable(element);
  const children = blockChildren(element);
  if (children.length === 0) return cutLines(element, style);
  return hasWordsBelow(element, children) ? [whole(element)] : children.flatMap(findSlabs);
}

/** The slabs of an element; its own edges and what its style says of breaks go to the outer ones. */
function findSlabs(element: HTMLElement): Found[] {
  const style = getComputedStyle(element);
  const slabs = cut(element, style);
  const { top, bottom } = element.getBoundingClientRect();
  const [first, last] = [slabs[0], slabs.at(-1)];
  if (!first || !last) return [];
  first.opener = element;
  first.topPx = Math.min(first.topPx, top);
  last.bottomPx = Math.max(last.bottomPx, bottom);
  if (style.breakBefore.startsWith('avoid')) first.start = 'bound';
  if (style.breakAfter.startsWith('avoid')) last.bindsNext = true;
  return slabs;
}

function kindOf({ tagName, classList }: HTMLElement): SlabKind {
  if (/^H[2-6]$/.test(tagName)) return 'heading';
  return classList.contains('prose') ? 'prose' : 'other';
}

/** The slabs of a block of the sheet. Its end mark must stand on its page too, below a last margin. */
function findBlockSlabs(block: HTMLElement): Found[] {
  const slabs = findSlabs(block);
  const last = slabs.at(-1);
  const mark = document.getElementById(`${block.id}-end`);
  if (last && mark) {
    last.bottomPx = Math.max(last.bottomPx, mark.getBoundingClientRect().bottom);
  }
  return slabs;
}

function pitchOf(root: HTMLElement): number {
  const millimetres = Number.parseFloat(getComputedStyle(root).getPropertyValue('--pitch'));
  return (millimetres * 96) / 25.4;
}

/**
 * Finds the slabs of a sheet. What may be cut and what belongs together is said by the stylesheet
 * alone (css-break-3, 3.1 to 3.3): it is read from the computed style, so that there is one home
 * for these rules. Runs in the browser that prints, in print media.
 */
export function measureSheet(main: HTMLElement): SheetMeasure {
  const originPx = main.getBoundingClientRect().top;
  const sides = [...main.querySelectorAll<HTMLElement>('.leaf:not(.leaf--filler)')];
  const blocks = blockChildren(main).filter((block) => !block.classList.contains('leaf'));
  const found = blocks.flatMap((block) => findBlockSlabs(block).map((slab) => ({ slab, block })));
  const slabs = found.map(({ slab, block }, index): Slab => {
    const { opener, bindsNext: _, topPx, bottomPx, start, ...rest } = slab;
    if (start !== 'flowing') opener.setAttribute(SLAB_MARK, String(index));
    const isBound = start === 'free' && found[index - 1]?.slab.bindsNext === true;
    return {
      ...rest,
      block: block.id,
      kind: kindOf(block),
      topPx: topPx - originPx,
      bottomPx: bottomPx - originPx,
      start: isBound ? 'bound' : start,
    };
  });
  return { slabs, pitchPx: pitchOf(document.documentElement), leafSides: sides.length };
}
