/** What a sheet's HTML holds, to be found again in the PDF that is made of it. */
export type DomFacts = {
  /** How many elements should become each structure type. */
  tags: Record<string, number>;
  /** Every field place as `name` or `name?state`, in reading order. */
  places: string[];
  /** Words of the links that are no fields, in reading order. */
  linkWords: string[];
  /** Ids of blocks in which something is wider than the page. */
  tooWide: string[];
};

/** Runs in the browser, inside the sheet: no import reaches it there. */
export function readDom(): DomFacts {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const fieldPrefix = 'field:';
  const hrefOf = (element: Element) => element.getAttribute('href') ?? '';
  const visible = all('main a[href]');
  const fields = visible.filter((link) => hrefOf(link).startsWith(fieldPrefix));
  const links = visible.filter((link) => !hrefOf(link).startsWith(fieldPrefix));
  const selectors: Record<string, string> = {
    H1: 'h1',
    H2: 'h2',
    H3: 'h3',
    H4: 'h4',
    L: 'main ul, main ol',
    LI: 'main li',
    Table: 'table',
    TR: 'tr',
    TH: 'th',
    TD: 'td',
    Caption: 'caption',
    Figure: 'main svg[role="img"]',
  };
  const tags: Record<string, number> = {};
  for (const [tag, selector] of Object.entries(selectors)) tags[tag] = all(selector).length;
  tags['Form'] = fields.length;
  tags['Link'] = links.length;
  const width = document.documentElement.clientWidth;
  // The parts of a packet hold blocks; a sheet is its only part.
  const blocks = all('main > [id]:not(.part), .part > [id]');
  // What a box cuts off widens nothing.
  const isCut = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement));
  const isTooWide = (block: HTMLElement) =>
    [block, ...block.querySelectorAll<HTMLElement>('*')].some(
      (element) =>
        element.getBoundingClientRect().right > width + 1 && !isCut(element.parentElement),
    );
  return {
    tags,
    places: fields.map((link) => hrefOf(link).slice(fieldPrefix.length)),
    linkWords: links.map((link) => (link.textContent ?? '').trim()),
    tooWide: blocks.filter(isTooWide).map((block) => block.id),
  };
}
