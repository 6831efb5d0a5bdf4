/** The little of Pagefind's API that this page calls. */
type Found = { url: string; excerpt: string; meta: Record<string, string> };
type Result = { data(): Promise<Found> };
type Pagefind = {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: Result[] }>;
};

const FEWEST_LETTERS = 2;
const FIRST_SHOWN = 10;
const PAUSE_MS = 180;

function fill(template: string | undefined, count: number, words: string): string {
  return (template ?? '').replace('{count}', String(count)).replace('{words}', words);
}

/** An excerpt as text and marks alone, whatever else it may hold. */
function toExcerpt(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const node of parsed.body.childNodes) {
    const words = node.textContent ?? '';
    const mark = node instanceof Element && node.matches('mark');
    const made = mark ? document.createElement('mark') : undefined;
    made?.append(words);
    fragment.append(made ?? words);
  }
  return fragment;
}

function toItem(template: HTMLTemplateElement, { url, excerpt, meta }: Found): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = item.querySelector('a');
  if (link) {
    link.href = url;
    link.textContent = meta['title'] ?? url;
  }
  item.querySelector('[data-kind]')?.append(meta['kind'] ?? '');
  item.querySelector('[data-excerpt]')?.append(toExcerpt(excerpt));
  return item;
}

async function loadPagefind(box: HTMLElement): Promise<Pagefind> {
  const { bundle = '', root = '/' } = box.dataset;
  const pagefind = (await import(bundle)) as Pagefind;
  await pagefind.options({ baseUrl: root, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

type Parts = {
  box: HTMLElement;
  input: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  template: HTMLTemplateElement;
};

/** What the page says of the number of results. */
function countResults({ dataset }: HTMLElement, count: number, words: string): string {
  if (count === 0) return fill(dataset['none'], 0, words);
  const plural = new Intl.PluralRules(document.documentElement.lang).select(count);
  return fill(plural === 'one' ? dataset['one'] : dataset['other'], count, words);
}

/** Shows results, and the rest of them when that is asked for; the focus goes to the first of those. */
function showResults({ list, more, template }: Parts, found: Found[], rest: Result[]): void {
  list.replaceChildren(...found.map((one) => toItem(template, one)));
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const added = await Promise.all(rest.map((one) => one.data()));
    list.append(...added.map((one) => toItem(template, one)));
    more.hidden = true;
    list.querySelectorAll('a')[found.length]?.focus();
  };
}

/** Answers a question; a slow answer to an earlier one must not push away the later one. */
function createSearch(parts: Parts): () => Promise<void> {
  const { box, input, status } = parts;
  let loading: Promise<Pagefind> | undefined;
  let turn = 0;
  return async () => {
    const words = input.value.trim();
    const own = ++turn;
    if (words.length < FEWEST_LETTERS) {
      showResults(parts, [], []);
      status.textContent = box.dataset['hint'] ?? '';
      return;
    }
    loading ??= loadPagefind(box);
    const { results } = await (await loading).search(words);
    const found = await Promise.all(results.slice(0, FIRST_SHOWN).map((one) => one.data()));
    if (own !== turn) return;
    showResults(parts, found, results.slice(FIRST_SHOWN));
    status.textContent = countResults(box, results.length, words);
  };
}

function startSearch(parts: Parts): void {
  const { box, input, status } = parts;
  const search = createSearch(parts);
  let timer = 0;
  const run = () => {
    clearTimeout(timer);
    search().catch(() => {
      status.textContent = box.dataset['failed'] ?? '';
      const lists = document.querySelector<HTMLElement>('[data-search-lists]');
      if (lists) lists.hidden = false;
    });
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE_MS);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  // Erased with everything else; the box is empty only after the event.
  input.form?.addEventListener('reset', () => setTimeout(run));
  // A browser may bring back what was typed when one comes back to the page.
  if (input.value) run();
}

const box = document.querySelector<HTMLElement>('[data-search]');
const input = box?.querySelector('input');
const status = box?.querySelector<HTMLElement>('[data-search-status]');
const list = box?.querySelector<HTMLElement>('[data-search-results]');
const more = box?.querySelector<HTMLButtonElement>('[data-search-more]');
const template = box?.querySelector('template');
if (box && input && status && list && more && template) {
  startSearch({ box, input, status, list, more, template });
}
